import { vectorProjector } from '../logs/gradients/vectorProjector';
import { FedPasses } from './fedPasses';
import { GatheredVectors } from './gatheredVectors';
import { RowPasses } from './rowPasses';

/** What only logs with many score vectors need, in WebAssembly: built apart (dist/manyVectors.js) and loaded for them. */
export const manyVectors = { FedPasses, GatheredVectors, RowPasses, vectorProjector };
