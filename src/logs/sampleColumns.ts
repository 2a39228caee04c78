const SHIFT = 16;
const ROWS = 1 << SHIFT;
const MASK = ROWS - 1;

/** 65,536 samples. Columns that most logs leave empty are made when they are first needed. */
class SampleBlock {
  readonly prompt = new Int32Array(ROWS);
  readonly verdict = new Uint8Array(ROWS);
  readonly file = new Int32Array(ROWS);
  readonly offset = new Float64Array(ROWS);
  readonly line = new Uint32Array(ROWS);
  sampleIndex: Int32Array | null = null;
  element: Int32Array | null = null;
  score: Float64Array | null = null;
}

/** Samples as columns that grow a block at a time, so that growing never copies and memory never doubles: 21 to 37 bytes a sample. */
export class SampleColumns {
  length = 0;
  readonly #blocks: SampleBlock[] = [];

  push(prompt: number, verdict: number, sampleIndex: number, element: number, file: number, offset: number, line: number, score: number): void {
    const row = this.length & MASK;
    if (row === 0) this.#blocks.push(new SampleBlock());
    const block = this.#blocks[this.length >> SHIFT] as SampleBlock;
    this.length++;
    block.prompt[row] = prompt;
    block.verdict[row] = verdict;
    block.file[row] = file;
    block.offset[row] = offset;
    block.line[row] = line;
    if (sampleIndex >= 0) (block.sampleIndex ??= new Int32Array(ROWS).fill(-1))[row] = sampleIndex;
    if (element > 0) (block.element ??= new Int32Array(ROWS))[row] = element;
    if (!Number.isNaN(score)) (block.score ??= new Float64Array(ROWS).fill(NaN))[row] = score;
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
    return this.#block(sample).file[sample & MASK] as number;
  }

  offset(sample: number): number {
    return this.#block(sample).offset[sample & MASK] as number;
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

  #block(sample: number): SampleBlock {
    const block = this.#blocks[sample >> SHIFT];
    if (block === undefined || sample >= this.length) throw new RangeError(`SampleColumns: there is no sample ${sample}`);
    return block;
  }
}
