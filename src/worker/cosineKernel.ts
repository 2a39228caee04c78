import { cosineKernelRow } from '../core/interference/cosineKernelRow';
import type { PromptGradient } from '../core/interference/promptGradient';
import type { KernelRows } from '../protocol/analysis';
import { pause } from './pause';

const ROWS_AT_ONCE = 16;
/** Multiplications from which on WebAssembly is worth its start. */
const WORTH_PRODUCTS = 2e7;
const PART_INTERVAL_MS = 100;

/**
 * The cosine between the gradients of every two prompts, [m·m]; NaN where one is shorter than its noise. Pauses often.
 * @param prompts whose gradients they are, in the same order
 * @param onRows told of the rows that are new, not of the last ones; never twice within `intervalMs`
 * @throws the signal's reason when aborted
 */
export async function cosineKernel(
  gradients: readonly PromptGradient[], prompts: Int32Array, onRows: (rows: KernelRows) => void, signal: AbortSignal, intervalMs = PART_INTERVAL_MS,
): Promise<Float32Array> {
  const m = gradients.length;
  const cosine = new Float32Array(m ** 2).fill(NaN);
  const productsOf = await rowProducts(gradients);
  let told = performance.now();
  for (let row = 0, first = 0; row < m; row++) {
    cosineKernelRow(cosine, gradients, row, productsOf?.(row));
    if (row % ROWS_AT_ONCE !== 0) continue;
    await pause(signal);
    if (performance.now() - told < intervalMs) continue;
    told = performance.now();
    onRows({ prompts, first, end: row + 1, lower: lowerRows(cosine, m, first, row + 1) });
    first = row + 1;
  }
  return cosine;
}

/** Several times as fast as a row by itself, and a copy of all gradients; null where that is not worth it or cannot be. */
async function rowProducts(gradients: readonly PromptGradient[]): Promise<((row: number) => Float64Array) | null> {
  const d = gradients[0]?.vector.length ?? 0;
  if (gradients.length ** 2 * d < WORTH_PRODUCTS) return null;
  const { manyVectors } = await import('./manyVectors');
  const projector = manyVectors.vectorProjector(gradients.map(({ vector }) => vector), d);
  return projector && ((row) => projector.project((gradients[row] as PromptGradient).vector, row));
}

function lowerRows(cosine: Float32Array, m: number, first: number, end: number): Float32Array {
  const lower = new Float32Array((end * (end + 1) - first * (first + 1)) / 2);
  for (let row = first, to = 0; row < end; to += ++row) lower.set(cosine.subarray(row * m, row * m + row + 1), to);
  return lower;
}
