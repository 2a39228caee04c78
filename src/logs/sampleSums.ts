import { LengthMeans, type MeanLengths, type SavedLengths } from './lengthMeans';
import { PromptTallies, type SavedTallies } from './promptTallies';
import type { TallyOf } from './runColumns';
import type { SampleColumns } from './sampleColumns';
import { leftOut, samplesByPrompt, sortedTally, type SamplesByPrompt } from './samplesByPrompt';

/** Bits of the verdict column with which a sample does not count: it is errored; it is a duplicate. */
const ERRORED = 2;
export const DUPLICATE = 8;

/** As far as it was asked for, as plain data. */
export interface SavedSums {
  readonly tallies: SavedTallies;
  readonly meanLengths: SavedLengths;
  readonly byPrompt: SamplesByPrompt | null;
}

/** What follows from the columns of samples, worked out when it is first asked for, and kept: working it out takes longer than reading it. */
export class SampleSums {
  readonly #columns: SampleColumns;
  readonly #tallies: PromptTallies;
  readonly #meanLengths: LengthMeans;
  #byPrompt: SamplesByPrompt | null;

  constructor(columns: SampleColumns, saved?: SavedSums) {
    this.#columns = columns;
    this.#tallies = new PromptTallies(saved?.tallies);
    this.#meanLengths = new LengthMeans(saved?.meanLengths);
    this.#byPrompt = saved?.byPrompt ?? null;
  }

  /** @param prompts in the table, as for all others */
  save(prompts: number): SavedSums {
    return { tallies: this.#tallies.save(prompts), meanLengths: this.#meanLengths.save(prompts), byPrompt: this.#byPrompt };
  }

  /** There are more samples or prompts. */
  changed(): void {
    this.#byPrompt = null;
  }

  /** Samples left out as their number came before for the same prompt; each of them has its bit then. */
  duplicates(prompts: number): number {
    return this.#isAscending(prompts) ? 0 : this.sorted(prompts).duplicates;
  }

  /** The same of each of some prompts, as far as they are sorted. */
  duplicatesOf(prompts: Int32Array): Int32Array {
    return leftOut(this.#byPrompt, prompts);
  }

  tallyOf(prompts: number): TallyOf {
    if (this.#isAscending(prompts)) return (prompt) => this.#tallies.of(prompt);
    return (prompt) => sortedTally(this.#columns, this.sorted(prompts), prompt);
  }

  /** @param rows of each table prompt, -1 for those left out @param count of rows */
  meanLengths(prompts: number, rows: Int32Array, count: number): MeanLengths {
    // A duplicate comes after the sample it repeats, which counts: what was summed before still holds.
    this.duplicates(prompts);
    this.#meanLengths.catchUp(this.#columns, prompts, ERRORED | DUPLICATE);
    return this.#meanLengths.of(rows, count);
  }

  sorted(prompts: number): SamplesByPrompt {
    this.#byPrompt ??= samplesByPrompt(this.#columns, prompts, (sample) => {
      this.#columns.setVerdict(sample, this.#columns.verdict(sample) | DUPLICATE);
    });
    return this.#byPrompt;
  }

  /** No sample number comes twice, and sorting is not needed to see it. */
  #isAscending(prompts: number): boolean {
    return this.#tallies.catchUp(this.#columns, prompts);
  }
}
