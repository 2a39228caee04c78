/** Samples of a block. */
export const BLOCK_ROWS = 1 << 16;
/** The largest sample number that a byte holds beside "none". */
const MOST_IN_BYTE = 0xfe;

/** 65,536 samples as columns. Those that most logs leave empty, or that follow from the row, are made when they are first needed. */
export class SampleBlock {
  readonly prompt = new Int32Array(BLOCK_ROWS);
  readonly verdict = new Uint8Array(BLOCK_ROWS);
  /** From `base` on, four bytes each; in a block that reaches over more than 4 GB, from 0 on and eight. */
  offset: Uint32Array | Float64Array = new Uint32Array(BLOCK_ROWS);
  base: number;
  /** null: each row is on the line after the row before, from `firstLine` on. */
  line: Uint32Array | null = null;
  readonly firstLine: number;
  /** The sample's number and one, 0 where there is none; a byte each while all fit. */
  number: Uint8Array | Uint32Array | null = null;
  element: Int32Array | null = null;
  score: Float64Array | null = null;
  answer: Float64Array | null = null;
  length: Float32Array | null = null;

  /** @param offset of the first row @param line of the first row */
  constructor(offset: number, line: number) {
    this.base = offset;
    this.firstLine = line;
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

  setLine(row: number, line: number): void {
    if (this.line === null) {
      if (line === this.firstLine + row) return;
      this.line = new Uint32Array(BLOCK_ROWS);
      for (let before = 0; before < row; before++) this.line[before] = this.firstLine + before;
    }
    this.line[row] = line;
  }

  /** @param most no number will be larger until the next call */
  numbersUpTo(most: number): Uint8Array | Uint32Array {
    if (this.number === null) this.number = most > MOST_IN_BYTE ? new Uint32Array(BLOCK_ROWS) : new Uint8Array(BLOCK_ROWS);
    else if (most > MOST_IN_BYTE && this.number instanceof Uint8Array) this.number = Uint32Array.from(this.number);
    return this.number;
  }
}
