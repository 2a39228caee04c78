const SHIFT = 16;
const BLOCK = 1 << SHIFT;
const MASK = BLOCK - 1;

interface Numbers {
  [index: number]: number;
}

/** A column that grows a block at a time, so that growing never copies and memory never doubles. */
export class GrowingColumn {
  length = 0;
  readonly #blocks: (Numbers | null)[] = [];
  readonly #makeBlock: (size: number) => Numbers;

  /** @param absent what an entry reads as in a block that was never written; undefined: every block is made */
  constructor(makeBlock: (size: number) => Numbers, private readonly absent?: number) {
    this.#makeBlock = makeBlock;
  }

  push(value: number): void {
    const at = this.length++;
    if ((at & MASK) === 0) this.#blocks.push(this.absent === undefined ? this.#makeBlock(BLOCK) : null);
    if (this.absent !== undefined && Object.is(value, this.absent)) {
      const block = this.#blocks[at >> SHIFT];
      if (block) block[at & MASK] = value;
      return;
    }
    this.set(at, value);
  }

  get(at: number): number {
    const block = this.#blocks[at >> SHIFT];
    return block ? (block[at & MASK] as number) : (this.absent ?? NaN);
  }

  set(at: number, value: number): void {
    let block = this.#blocks[at >> SHIFT];
    if (!block) {
      block = this.#makeBlock(BLOCK);
      if (this.absent !== undefined) for (let entry = 0; entry < BLOCK; entry++) block[entry] = this.absent;
      this.#blocks[at >> SHIFT] = block;
    }
    block[at & MASK] = value;
  }
}
