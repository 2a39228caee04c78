import type { GradientPopulation } from '../core/interference/gradientPopulation';
import type { GradientSpread } from '../core/interference/gradientSpread';
import type { GradientSums } from '../core/interference/gradientSums';
import { promptProducts, type ProductsOf } from '../core/interference/promptProducts';
import { plainProjector, type MakeProjector } from '../core/interference/projector';
import type { CountedVectors } from './countedVectors';
import type { GradientInput } from './gradientInput';
import { summedVectors } from './summedVectors';

/** Both readings of the score vectors; whoever asks for them disposes of them. */
export interface VectorPasses {
  /** The first; null when there is no vector. */
  sums(): Promise<GradientSums | null>;
  /** What the prompts' sums multiply to, between the two. */
  products(population: GradientPopulation): Promise<ProductsOf>;
  /** The second, into what the sums of the first led to. */
  spread(into: GradientSpread): Promise<void>;
  /** What the second projects with where samples come one by one. */
  readonly makeProjector: MakeProjector;
  dispose(): Promise<void>;
}

/** Numbers in the score vectors from which on WebAssembly is worth its start, and single precision good enough for standard errors. */
const WORTH_NUMBERS = 1e6;
/** Fewer samples have not so many numbers. */
const WORTH_SAMPLES = 128;

/** @param n samples of each prompt */
export function isMuch(n: Int32Array, dimension: number): boolean {
  return samplesOf(n) * dimension >= WORTH_NUMBERS;
}

/** The passes over a run's vectors. */
export async function vectorPasses({ columns: { n }, gathered, sidecars }: GradientInput, each: CountedVectors): Promise<VectorPasses> {
  if (samplesOf(n) < WORTH_SAMPLES) return plainPasses(each);
  const { manyVectors } = await import('./manyVectors');
  const known = gathered?.((length) => isMuch(n, length)) ?? null;
  if (known !== null) return known;
  const rows = sidecars?.() ?? null;
  const dimension = rows?.files[0]?.sidecar.layout.dimension ?? 0;
  const byRows = rows && isMuch(n, dimension) ? manyVectors.RowPasses.open(rows, n.length, dimension) : null;
  return byRows ?? new manyVectors.FedPasses(each, n.length, (length) => isMuch(n, length));
}

function plainPasses(each: CountedVectors): VectorPasses {
  return {
    sums: () => summedVectors(each),
    products: (population) => Promise.resolve(promptProducts(population)),
    spread: (into) => each((row, correct, vector) => void into.add(row, correct, vector)),
    makeProjector: plainProjector,
    dispose: () => Promise.resolve(),
  };
}

function samplesOf(n: Int32Array): number {
  return n.reduce((sum, count) => sum + count, 0);
}
