const SHIFT = 16;
const ROWS = 1 << SHIFT;
const MASK = ROWS - 1;

/** 65,536 samples. Columns that most logs leave empty are made when they are first needed. */
class SampleBlock {
  readonly prompt = new Int32Array(ROWS);
  readonly verdict = new Uint8Array(ROWS);
  readonly line = new Uint32Array(ROWS);
  /** From `base` on, four bytes each; in a block that reaches over more than 4 GB, from 0 on and eight. */
  offset: Uint32Array | Float64Array = new Uint32Array(ROWS);
  base: number;
  sampleIndex: Int32Array | null = null;
  element: Int32Array | null = null;
  score: Float64Array | null = null;
  answer: Float64Array | null = null;
  length: Float32Array | null = null;

  constructor(base: number) {
    this.base = base;
  }

  setOffset(row: number, offset: number): void {
    const away = offset - this.base;
    if ((away < 0 || away > 0xffffffff) && this.offset instanceof Uint32Array) {
      const { base } = this;
      this.offset = Float64Array.from(this.offset, (each) => base + each);
      this.base = 0;
    }
    this.offset[row] = offset - this.base;
  }
}

/** The columns as plain data. */
export interface SavedColumns {
  readonly length: number;
  readonly blocks: readonly Omit<SampleBlock, 'setOffset'>[];
  readonly stretches: readonly number[];
  readonly files: readonly number[];
}

/** One sample, as the table gives it to its columns. */
export interface SampleRow {
  readonly prompt: number;
  readonly verdict: number;
  readonly sampleIndex: number;
  readonly element: number;
  readonly file: number;
  readonly offset: number;
  readonly line: number;
  readonly score: number;
  readonly answer: number;
  readonly length: number;
}

/**
 * Samples as columns that grow a block at a time, so that growing never copies and memory never doubles: 13 bytes a sample; 4 more for a number,
 * for a place in its record and for a length, 8 more for an answer and for a score beside the verdict.
 */
export class SampleColumns {
  length: number;
  readonly #blocks: SampleBlock[];
  /** Samples come file by file: where each stretch of one file begins, and the file. */
  readonly #stretches: number[];
  readonly #files: number[];

  constructor(saved: SavedColumns = { length: 0, blocks: [], stretches: [], files: [] }) {
    this.length = saved.length;
    this.#blocks = saved.blocks.map((block) => Object.assign(new SampleBlock(block.base), block));
    this.#stretches = [...saved.stretches];
    this.#files = [...saved.files];
  }

  save(): SavedColumns {
    return { length: this.length, blocks: this.#blocks.map((block) => ({ ...block })), stretches: this.#stretches, files: this.#files };
  }

  push({ prompt, verdict, sampleIndex, element, file, offset, line, score, answer, length }: SampleRow): void {
    const row = this.length & MASK;
    if (row === 0) this.#blocks.push(new SampleBlock(offset));
    const block = this.#blocks[this.length >> SHIFT] as SampleBlock;
    if (file !== this.#files[this.#files.length - 1]) {
      this.#stretches.push(this.length);
      this.#files.push(file);
    }
    this.length++;
    block.prompt[row] = prompt;
    block.verdict[row] = verdict;
    block.setOffset(row, offset);
    block.line[row] = line;
    if (sampleIndex >= 0) (block.sampleIndex ??= new Int32Array(ROWS).fill(-1))[row] = sampleIndex;
    if (element > 0) (block.element ??= new Int32Array(ROWS))[row] = element;
    if (!Number.isNaN(score)) (block.score ??= new Float64Array(ROWS).fill(NaN))[row] = score;
    if (!Number.isNaN(answer)) (block.answer ??= new Float64Array(ROWS).fill(NaN))[row] = answer;
    if (!Number.isNaN(length)) (block.length ??= new Float32Array(ROWS).fill(NaN))[row] = length;
  }

  prompt(sample: number): number {
    return this.#block(sample).prompt[sample & MASK] as number;
  }

  verdict(sample: number): number {
    return this.#block(sample).verdict[sample & MASK] as number;
  }

  setVerdict(sample: number, verdict: number): void {
    this.#block(sample).verdict[sample & MASK] = verdict;
  }

  file(sample: number): number {
    this.#block(sample);
    let low = 0;
    for (let high = this.#stretches.length - 1; low < high; ) {
      const middle = (low + high + 1) >> 1;
      if ((this.#stretches[middle] as number) <= sample) low = middle;
      else high = middle - 1;
    }
    return this.#files[low] as number;
  }

  offset(sample: number): number {
    const block = this.#block(sample);
    return block.base + (block.offset[sample & MASK] as number);
  }

  line(sample: number): number {
    return this.#block(sample).line[sample & MASK] as number;
  }

  /** -1 when the log gives none. */
  sampleIndex(sample: number): number {
    return this.#block(sample).sampleIndex?.[sample & MASK] ?? -1;
  }

  element(sample: number): number {
    return this.#block(sample).element?.[sample & MASK] ?? 0;
  }

  /** NaN when there is none. */
  score(sample: number): number {
    return this.#block(sample).score?.[sample & MASK] ?? NaN;
  }

  /** NaN when there is none. */
  answer(sample: number): number {
    return this.#block(sample).answer?.[sample & MASK] ?? NaN;
  }

  /** NaN when unknown. */
  responseLength(sample: number): number {
    return this.#block(sample).length?.[sample & MASK] ?? NaN;
  }

  #block(sample: number): SampleBlock {
    const block = this.#blocks[sample >> SHIFT];
    if (block === undefined || sample >= this.length) throw new RangeError(`SampleColumns: there is no sample ${sample}`);
    return block;
  }
}
