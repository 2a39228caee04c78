import type { Tally } from './runColumns';
import type { SampleColumns } from './sampleColumns';

/** Verdicts that are told apart. */
const KINDS = 3;

/**
 * Verdicts counted by prompt, without sorting, that keep up with a growing table: each time only the samples that have come
 * since are gone through. It holds as long as the sample numbers of every prompt ascend, as most logs have them: then no
 * number comes twice.
 */
export class PromptTallies {
  #samples = 0;
  #counts = new Int32Array(0);
  #lastNumbers = new Int32Array(0);
  #ascend = true;

  /** @returns false where a number did not ascend, so that only sorting can tell what is counted. O(samples that are new) */
  catchUp(columns: SampleColumns, prompts: number): boolean {
    if (!this.#ascend) return false;
    if (this.#lastNumbers.length < prompts) this.#grow(2 * prompts);
    for (; this.#samples < columns.length; this.#samples++) {
      const prompt = columns.prompt(this.#samples);
      const number = columns.sampleIndex(this.#samples);
      if (number >= 0) {
        if (number <= (this.#lastNumbers[prompt] as number)) {
          this.#ascend = false;
          this.#grow(0);
          return false;
        }
        this.#lastNumbers[prompt] = number;
      }
      (this.#counts[prompt * KINDS + (columns.verdict(this.#samples) & 3)] as number)++;
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
    this.#lastNumbers = new Int32Array(prompts).fill(-1);
    if (prompts === 0) return;
    this.#counts.set(counts);
    this.#lastNumbers.set(lastNumbers);
  }
}
