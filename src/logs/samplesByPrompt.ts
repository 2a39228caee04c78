import type { Tally } from './runColumns';
import type { SampleColumns } from './sampleColumns';

/** The samples of each prompt, duplicates left out. */
export interface SamplesByPrompt {
  /** order[starts[x] … starts[x] + counts[x]) are the ordinals of prompt x. null: they are those numbers, as the log has the samples by prompt. */
  readonly order: Int32Array | null;
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
  let last = 0;
  let isByPrompt = true;
  for (const { block: { prompt }, first, count } of columns.stretches()) {
    for (let at = first; at < first + count; at++) {
      const entry = prompt[at] as number;
      (starts[entry + 1] as number)++;
      if (entry < last) isByPrompt = false;
      last = entry;
    }
  }
  for (let entry = 0; entry < prompts; entry++) starts[entry + 1] = (starts[entry + 1] as number) + (starts[entry] as number);
  const counts = Int32Array.from({ length: prompts }, (_, entry) => (starts[entry + 1] as number) - (starts[entry] as number));
  let order = isByPrompt ? null : sorted(columns, starts);
  let duplicates = 0;
  for (let entry = 0; entry < prompts; entry++) {
    const start = starts[entry] as number;
    const count = counts[entry] as number;
    if (ascends(order, start, count, columns)) continue;
    order ??= sorted(columns, starts);
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

function sorted(columns: SampleColumns, starts: Int32Array): Int32Array {
  const next = starts.slice();
  const order = new Int32Array(columns.length);
  for (const { block: { prompt }, first, count, sample } of columns.stretches()) {
    for (let each = 0; each < count; each++) order[(next[prompt[first + each] as number] as number)++] = sample + each;
  }
  return order;
}

/** How many samples of some prompts were left out; none where sorting was not needed to see it. */
export function leftOut(sorted: SamplesByPrompt | null, prompts: Int32Array): Int32Array {
  if (sorted === null) return new Int32Array(prompts.length);
  const { starts, counts } = sorted;
  return prompts.map((prompt) => (starts[prompt + 1] as number) - (starts[prompt] as number) - (counts[prompt] as number));
}

/** Ordinals of a prompt's samples, in order. */
export function ordinalsOf({ order, starts, counts }: SamplesByPrompt, prompt: number): Int32Array {
  const start = starts[prompt] as number;
  const count = counts[prompt] as number;
  if (order !== null) return order.slice(start, start + count);
  const ordinals = new Int32Array(count);
  for (let each = 0; each < count; each++) ordinals[each] = start + each;
  return ordinals;
}

/** Wrong, correct and errored samples of a prompt, once they are sorted. */
export function sortedTally(columns: SampleColumns, samples: SamplesByPrompt, prompt: number): Tally {
  const tally: [number, number, number] = [0, 0, 0];
  for (const sample of ordinalsOf(samples, prompt)) (tally[columns.verdict(sample) & 3] as number)++;
  return tally;
}

/** The common case, without a set: numbers that grow, or no numbers at all. */
function ascends(order: Int32Array | null, start: number, count: number, columns: SampleColumns): boolean {
  let last = -1;
  for (let at = start; at < start + count; at++) {
    const index = columns.sampleIndex(order === null ? at : (order[at] as number));
    if (index < 0) continue;
    if (index <= last) return false;
    last = index;
  }
  return true;
}
