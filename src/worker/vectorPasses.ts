import type { GradientSpread } from '../core/interference/gradientSpread';
import type { GradientSums } from '../core/interference/gradientSums';
import { plainProjector, type MakeProjector } from '../core/interference/projector';
import { vectorProjector } from '../logs/gradients/vectorProjector';
import type { CountedVectors } from './countedVectors';
import { FedPasses } from './fedPasses';
import type { GradientInput } from './gradientInput';
import { RowPasses } from './rowPasses';

/** Both readings of the score vectors. */
export interface VectorPasses {
  /** The first; null when there is no vector. */
  sums(): Promise<GradientSums | null>;
  /** The second, into what the sums of the first led to. */
  spread(into: GradientSpread): Promise<void>;
  dispose(): Promise<void>;
}

/** Numbers in the score vectors from which on WebAssembly is worth its start, and single precision good enough for standard errors. */
const WORTH_NUMBERS = 1e6;

/** The passes over a run's vectors; whoever asks disposes of them. */
export function vectorPasses(input: GradientInput, each: CountedVectors): VectorPasses {
  const { columns: { n }, sidecars } = input;
  const rows = sidecars?.() ?? null;
  const dimension = rows?.files[0]?.sidecar.layout.dimension ?? 0;
  return (rows && isMuch(n, dimension) ? RowPasses.open(rows, n.length, dimension) : null) ?? new FedPasses(each, n.length, (length) => isMuch(n, length));
}

/** In WebAssembly where there is much to project. */
export function projectorFor(n: Int32Array, dimension: number): MakeProjector {
  return (directions, d) => (isMuch(n, dimension) ? vectorProjector(directions, d) : null) ?? plainProjector(directions, d);
}

/** @param n samples of each prompt */
export function isMuch(n: Int32Array, dimension: number): boolean {
  return n.reduce((sum, count) => sum + count, 0) * dimension >= WORTH_NUMBERS;
}
