import { writeFile } from 'node:fs/promises';

/**
 * Writes weights for the trainer, `{"prompt_id","weight"}` a line. A prompt of unknown weight is left out: with fewer than
 * k - 1 samples nothing is known of it.
 * @returns how many were left out
 */
export async function writeWeights(path: string, id: readonly string[], weights: Float64Array): Promise<number> {
  const known = id.flatMap((prompt, row) => (Number.isFinite(weights[row]) ? [`${JSON.stringify({ prompt_id: prompt, weight: weights[row] })}\n`] : []));
  await writeFile(path, known.join(''));
  return id.length - known.length;
}
