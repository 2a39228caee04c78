import { t } from '../texts/t';

/** Notes as plain data. */
export interface SavedNotes {
  readonly sentences: readonly string[];
  readonly tallies: readonly (readonly [string, number])[];
  readonly more: number;
}

/** Sentences for the user: each once, the first hundred, the rest counted. */
export class Notes {
  readonly #sentences: Set<string>;
  readonly #tallies: Map<string, number>;
  #more: number;

  constructor(saved: SavedNotes = { sentences: [], tallies: [], more: 0 }) {
    this.#sentences = new Set(saved.sentences);
    this.#tallies = new Map(saved.tallies);
    this.#more = saved.more;
  }

  save(): SavedNotes {
    return { sentences: [...this.#sentences], tallies: [...this.#tallies], more: this.#more };
  }

  add(sentence: string): void {
    if (this.#sentences.has(sentence)) return;
    if (this.#sentences.size < 100) this.#sentences.add(sentence);
    else this.#more++;
  }

  /** For so many more samples. */
  tally(sentence: string, samples = 1): void {
    const count = this.#tallies.get(sentence);
    if (count === undefined && this.#tallies.size >= 100) this.#more += samples;
    else this.#tallies.set(sentence, (count ?? 0) + samples);
  }

  all(): readonly string[] {
    const tallied = Array.from(this.#tallies, ([sentence, count]) => (count === 1 ? t`${sentence} (1 sample)` : t`${sentence} (${count} samples)`));
    const more = this.#more === 0 ? [] : [this.#more === 1 ? t`1 further note is not shown.` : t`${this.#more} further notes are not shown.`];
    return [...this.#sentences, ...tallied, ...more];
  }
}
