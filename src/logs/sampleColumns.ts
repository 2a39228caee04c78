import { copyRows } from './copyRows';
import { BLOCK_ROWS, SampleBlock } from './sampleBlock';
import { ROW, rowLines, rowStart, type PlainRows } from './scan/plainRows';

const SHIFT = Math.log2(BLOCK_ROWS);
const MASK = BLOCK_ROWS - 1;

/** The columns as plain data. */
export interface SavedColumns {
  readonly length: number;
  readonly blocks: readonly Omit<SampleBlock, 'setOffset' | 'setLine' | 'numbersUpTo'>[];
  readonly stretches: readonly number[];
  readonly files: readonly number[];
}

/** Samples that lie in one block: its rows first … first + count; the first of them is `sample`. */
export interface Stretch {
  readonly block: SampleBlock;
  readonly first: number;
  readonly count: number;
  readonly sample: number;
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
 * Samples as columns that grow a block at a time, so that growing never copies and memory never doubles: 9 bytes a sample; 1 more for a number
 * below 255; 4 more for a larger one, for a line that does not follow the last, for a place in its record and for a length; 8 more for an answer
 * and for a score beside the verdict.
 */
export class SampleColumns {
  length: number;
  readonly #blocks: SampleBlock[];
  /** Samples come file by file: where each stretch of one file begins, and the file. */
  readonly #stretches: number[];
  readonly #files: number[];

  constructor(saved: SavedColumns = { length: 0, blocks: [], stretches: [], files: [] }) {
    this.length = saved.length;
    this.#blocks = saved.blocks.map((block) => Object.assign(new SampleBlock(block.base, block.firstLine), block));
    this.#stretches = [...saved.stretches];
    this.#files = [...saved.files];
  }

  save(): SavedColumns {
    return { length: this.length, blocks: this.#blocks.map((block) => ({ ...block })), stretches: this.#stretches, files: this.#files };
  }

  push({ prompt, verdict, sampleIndex, element, file, offset, line, score, answer, length }: SampleRow): void {
    const row = this.length & MASK;
    const block = this.#blockFor(file, offset, line);
    this.length++;
    block.prompt[row] = prompt;
    block.verdict[row] = verdict;
    block.setOffset(row, offset);
    block.setLine(row, line);
    if (sampleIndex >= 0) block.numbersUpTo(sampleIndex)[row] = sampleIndex + 1;
    if (element > 0) (block.element ??= new Int32Array(BLOCK_ROWS))[row] = element;
    if (!Number.isNaN(score)) (block.score ??= new Float64Array(BLOCK_ROWS).fill(NaN))[row] = score;
    if (!Number.isNaN(answer)) (block.answer ??= new Float64Array(BLOCK_ROWS).fill(NaN))[row] = answer;
    if (!Number.isNaN(length)) (block.length ??= new Float32Array(BLOCK_ROWS).fill(NaN))[row] = length;
  }

  /** Takes samples as the scanner has read them. */
  pushRows(rows: PlainRows): void {
    for (let done = 0; done < rows.count; ) {
      const row = this.length & MASK;
      const at = rows.first + done * ROW;
      const count = Math.min(rows.count - done, BLOCK_ROWS - row);
      copyRows(rows, done, count, this.#blockFor(rows.file, rows.offset + rowStart(rows.numbers, at), rows.line + rowLines(rows.numbers, at)), row);
      this.length += count;
      done += count;
    }
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
    const block = this.#block(sample);
    return block.line?.[sample & MASK] ?? block.firstLine + (sample & MASK);
  }

  /** -1 when the log gives none. */
  sampleIndex(sample: number): number {
    return (this.#block(sample).number?.[sample & MASK] ?? 0) - 1;
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

  /** All samples from one on, block by block, for those who go through all of them. */
  *stretches(from = 0): Generator<Stretch> {
    for (let at = from; at < this.length; ) {
      const block = this.#block(at);
      const first = at & MASK;
      const count = Math.min(BLOCK_ROWS - first, this.length - at);
      yield { block, first, count, sample: at };
      at += count;
    }
  }

  /** The block of the sample that comes next. */
  #blockFor(file: number, offset: number, line: number): SampleBlock {
    if ((this.length & MASK) === 0) this.#blocks.push(new SampleBlock(offset, line));
    if (file !== this.#files[this.#files.length - 1]) {
      this.#stretches.push(this.length);
      this.#files.push(file);
    }
    return this.#blocks[this.length >> SHIFT] as SampleBlock;
  }

  #block(sample: number): SampleBlock {
    const block = this.#blocks[sample >> SHIFT];
    if (block === undefined || sample >= this.length) throw new RangeError(`SampleColumns: there is no sample ${sample}`);
    return block;
  }
}
