import type { Tally } from './runColumns';
import type { SampleColumns } from './sampleColumns';

/** The samples of each prompt, duplicates left out: order[starts[x] … starts[x] + counts[x]) are the ordinals of prompt x. */
export interface SamplesByPrompt {
  readonly order: Int32Array;
  readonly starts: Int32Array;
  readonly counts: Int32Array;
  /** Ordinals left out, as their sample number came before for the same prompt. */
  readonly duplicates: number;
}

/**
 * Sorts samples by prompt, in order of their ordinals, and leaves out repeated sample numbers; the first stays.
 * O(samples + prompts).
 * @param isDuplicate told the ordinals left out
 */
export function samplesByPrompt(columns: SampleColumns, prompts: number, isDuplicate: (sample: number) => void): SamplesByPrompt {
  const starts = new Int32Array(prompts + 1);
  const samples = columns.length;
  for (const { block: { prompt }, first, count } of columns.stretches()) for (let at = first; at < first + count; at++) (starts[(prompt[at] as number) + 1] as number)++;
  for (let entry = 0; entry < prompts; entry++) starts[entry + 1] = (starts[entry + 1] as number) + (starts[entry] as number);
  const counts = new Int32Array(prompts);
  const order = new Int32Array(samples);
  for (const { block: { prompt }, first, count, sample } of columns.stretches()) {
    for (let each = 0; each < count; each++) {
      const entry = prompt[first + each] as number;
      order[(starts[entry] as number) + (counts[entry] as number)++] = sample + each;
    }
  }
  let duplicates = 0;
  for (let entry = 0; entry < prompts; entry++) {
    const start = starts[entry] as number;
    const count = counts[entry] as number;
    if (ascends(order, start, count, columns)) continue;
    const met = new Set<number>();
    let kept = 0;
    for (let at = start; at < start + count; at++) {
      const sample = order[at] as number;
      const index = columns.sampleIndex(sample);
      if (index >= 0 && met.has(index)) {
        duplicates++;
        isDuplicate(sample);
        continue;
      }
      met.add(index);
      order[start + kept++] = sample;
    }
    counts[entry] = kept;
  }
  return { order, starts, counts, duplicates };
}

/** Wrong, correct and errored samples of a prompt, once they are sorted. */
export function sortedTally(columns: SampleColumns, { order, starts, counts }: SamplesByPrompt, prompt: number): Tally {
  const start = starts[prompt] as number;
  const tally: [number, number, number] = [0, 0, 0];
  for (let at = start; at < start + (counts[prompt] as number); at++) (tally[columns.verdict(order[at] as number) & 3] as number)++;
  return tally;
}

/** The common case, without a set: numbers that grow, or no numbers at all. */
function ascends(order: Int32Array, start: number, count: number, columns: SampleColumns): boolean {
  let last = -1;
  for (let at = start; at < start + count; at++) {
    const index = columns.sampleIndex(order[at] as number);
    if (index < 0) continue;
    if (index <= last) return false;
    last = index;
  }
  return true;
}
