import type { Tally } from './runColumns';
import type { SampleColumns, Stretch } from './sampleColumns';

/** Verdicts that are told apart. */
const KINDS = 3;

/** The counts as plain data. */
export interface SavedTallies {
  readonly samples: number;
  readonly counts: Int32Array;
  readonly lastNumbers: Uint32Array;
  readonly ascend: boolean;
}

/**
 * Verdicts counted by prompt, without sorting, that keep up with a growing table: each time only the samples that have come
 * since are gone through. It holds as long as the sample numbers of every prompt ascend, as most logs have them: then no
 * number comes twice.
 */
export class PromptTallies {
  #samples: number;
  #counts: Int32Array;
  /** The last number of each prompt, and one; 0: none yet. */
  #lastNumbers: Uint32Array;
  #ascend: boolean;

  constructor(saved: SavedTallies = { samples: 0, counts: new Int32Array(0), lastNumbers: new Uint32Array(0), ascend: true }) {
    this.#samples = saved.samples;
    this.#counts = saved.counts;
    this.#lastNumbers = saved.lastNumbers;
    this.#ascend = saved.ascend;
  }

  /** @param prompts that there are: the room for more is not kept */
  save(prompts: number): SavedTallies {
    return { samples: this.#samples, counts: this.#counts.slice(0, prompts * KINDS), lastNumbers: this.#lastNumbers.slice(0, prompts), ascend: this.#ascend };
  }

  /** @returns false where a number did not ascend, so that only sorting can tell what is counted. O(samples that are new) */
  catchUp(columns: SampleColumns, prompts: number): boolean {
    if (!this.#ascend) return false;
    if (this.#lastNumbers.length < prompts) this.#grow(2 * prompts);
    for (const stretch of columns.stretches(this.#samples)) {
      this.#ascend = this.#count(stretch);
      if (!this.#ascend) {
        this.#grow(0);
        return false;
      }
    }
    this.#samples = columns.length;
    return true;
  }

  #count({ block: { prompt, verdict, number }, first, count }: Stretch): boolean {
    const counts = this.#counts;
    const lastNumbers = this.#lastNumbers;
    for (let at = first; at < first + count; at++) {
      const entry = prompt[at] as number;
      const numbered = number === null ? 0 : (number[at] as number);
      if (numbered > 0) {
        if (numbered <= (lastNumbers[entry] as number)) return false;
        lastNumbers[entry] = numbered;
      }
      (counts[entry * KINDS + ((verdict[at] as number) & 3)] as number)++;
    }
    return true;
  }

  /** How many samples of a prompt are wrong, correct, errored. */
  of(prompt: number): Tally {
    const at = prompt * KINDS;
    return [this.#counts[at] as number, this.#counts[at + 1] as number, this.#counts[at + 2] as number];
  }

  #grow(prompts: number): void {
    const [counts, lastNumbers] = [this.#counts, this.#lastNumbers];
    this.#counts = new Int32Array(prompts * KINDS);
    this.#lastNumbers = new Uint32Array(prompts);
    if (prompts === 0) return;
    this.#counts.set(counts);
    this.#lastNumbers.set(lastNumbers);
  }
}
