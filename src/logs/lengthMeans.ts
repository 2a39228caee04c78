import type { SampleColumns, Stretch } from './sampleColumns';

export interface MeanLengths {
  /** [P], NaN where there is none. */
  readonly correct: Float64Array;
  readonly wrong: Float64Array;
}

/** The sums as plain data. */
export interface SavedLengths {
  readonly samples: number;
  readonly sums: Float64Array;
  readonly counts: Uint32Array;
}

/**
 * Mean length of the correct and of the wrong responses of each prompt, in one pass over the samples as they come: sorting
 * them by prompt takes longer. It keeps up with a growing table: each time only the samples that have come since are gone through.
 */
export class LengthMeans {
  #samples: number;
  /** Of a table prompt, wrong then correct. */
  #sums: Float64Array;
  #counts: Uint32Array;

  constructor(saved: SavedLengths = { samples: 0, sums: new Float64Array(0), counts: new Uint32Array(0) }) {
    this.#samples = saved.samples;
    this.#sums = saved.sums;
    this.#counts = saved.counts;
  }

  /** @param prompts that there are: the room for more is not kept */
  save(prompts: number): SavedLengths {
    return { samples: this.#samples, sums: this.#sums.slice(0, 2 * prompts), counts: this.#counts.slice(0, 2 * prompts) };
  }

  /** @param skipped bits of the verdict column with which a sample does not count; O(samples that are new) */
  catchUp(columns: SampleColumns, prompts: number, skipped: number): void {
    if (this.#counts.length < 2 * prompts) this.#grow(2 * prompts);
    for (const stretch of columns.stretches(this.#samples)) this.#add(stretch, skipped);
    this.#samples = columns.length;
  }

  /** @param rows of each table prompt, -1 for those left out @param count of rows */
  of(rows: Int32Array, count: number): MeanLengths {
    const [correct, wrong] = [new Float64Array(count).fill(NaN), new Float64Array(count).fill(NaN)];
    for (let prompt = 0; prompt < rows.length; prompt++) {
      const row = rows[prompt] as number;
      if (row < 0) continue;
      if (this.#counts[2 * prompt] !== 0) wrong[row] = (this.#sums[2 * prompt] as number) / (this.#counts[2 * prompt] as number);
      if (this.#counts[2 * prompt + 1] !== 0) correct[row] = (this.#sums[2 * prompt + 1] as number) / (this.#counts[2 * prompt + 1] as number);
    }
    return { correct, wrong };
  }

  #add({ block: { prompt, verdict, length }, first, count }: Stretch, skipped: number): void {
    if (length === null) return;
    const sums = this.#sums;
    const counts = this.#counts;
    for (let at = first; at < first + count; at++) {
      const value = length[at] as number;
      const bits = verdict[at] as number;
      if ((bits & skipped) !== 0 || Number.isNaN(value)) continue;
      const place = 2 * (prompt[at] as number) + (bits & 1);
      (sums[place] as number) += value;
      (counts[place] as number)++;
    }
  }

  #grow(size: number): void {
    const [sums, counts] = [this.#sums, this.#counts];
    // Growing by half at least, so that a log of ever new prompts is not copied each time.
    const room = Math.max(size, Math.ceil(1.5 * counts.length));
    this.#sums = new Float64Array(room);
    this.#counts = new Uint32Array(room);
    this.#sums.set(sums);
    this.#counts.set(counts);
  }
}
