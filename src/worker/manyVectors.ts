import { vectorProjector } from '../logs/gradients/vectorProjector';
import { FedPasses } from './fedPasses';
import { RowPasses } from './rowPasses';

/** What only logs with many score vectors need, in WebAssembly: built apart (dist/manyVectors.js) and loaded for them. */
export const manyVectors = { FedPasses, RowPasses, vectorProjector };
