import { GradientSums } from '../core/interference/gradientSums';
import type { CountedVectors } from './countedVectors';
import type { GradientInput } from './gradientInput';
import { t } from '../texts/t';

/** The first pass: the sums of MATH.md 4.3; null when there is no vector. */
export async function summedVectors(each: CountedVectors): Promise<GradientSums | null> {
  let sums: GradientSums | null = null;
  await each((row, correct, vector) => {
    sums ??= new GradientSums(vector.length);
    sums.add(row, correct, vector);
  });
  return sums;
}

/** The sums of every other sample of each prompt, and of the rest, in one pass; null when there is no vector. */
export async function halvedSums(each: CountedVectors): Promise<readonly [GradientSums, GradientSums] | null> {
  const seen: number[] = [];
  let halves: readonly [GradientSums, GradientSums] | null = null;
  await each((row, correct, vector) => {
    halves ??= [new GradientSums(vector.length), new GradientSums(vector.length)];
    const before = seen[row] ?? 0;
    if (halves[before % 2].add(row, correct, vector)) seen[row] = before + 1;
  });
  return halves;
}

/** The sums that the log's own prompt summaries give; null when it has none. */
export function givenSums({ columns: { id, n, c }, facts: { summaries }, notes }: GradientInput): GradientSums | null {
  const first = summaries?.find((summary) => summary !== null);
  if (!summaries || !first) return null;
  const sums = new GradientSums(first.sumCorrect.length);
  for (const [row, summary] of summaries.entries()) {
    const note = t`The gradient summary of prompt "${id[row]}" is not finite and is left out.`;
    if (summary && !sums.addSummary(row, n[row], c[row], summary) && !notes.includes(note)) notes.push(note);
  }
  return sums;
}
