/** As KEPT_HEAD in assembly/kept.ts. */
const HEAD_BYTES = 16;
const CHUNK_BYTES = 1 << 20;

/** Vectors in a quarter of their room (assembly/kept.ts), for the second pass, with the slot of each. */
export class KeptRows {
  readonly rowBytes: number;
  readonly #rowsPerChunk: number;
  readonly #chunks: Uint8Array[] = [];
  readonly #slots: Int32Array[] = [];
  #count = 0;

  constructor(dimension: number) {
    this.rowBytes = HEAD_BYTES + 2 * ((dimension + 7) & ~7);
    this.#rowsPerChunk = Math.max(1, Math.floor(CHUNK_BYTES / this.rowBytes));
  }

  get count(): number {
    return this.#count;
  }

  get bytes(): number {
    return this.#chunks.length * this.#rowsPerChunk * this.rowBytes;
  }

  push(slot: number, row: Uint8Array): void {
    const at = this.#count % this.#rowsPerChunk;
    if (at === 0) {
      this.#chunks.push(new Uint8Array(this.#rowsPerChunk * this.rowBytes));
      this.#slots.push(new Int32Array(this.#rowsPerChunk));
    }
    (this.#chunks.at(-1) as Uint8Array).set(row, at * this.rowBytes);
    (this.#slots.at(-1) as Int32Array)[at] = slot;
    this.#count++;
  }

  /** Copies rows from one on, as many as there are and as there is room for. @returns how many */
  read(first: number, room: Uint8Array, slots: Int32Array): number {
    const most = Math.min(this.#count - first, Math.floor(room.length / this.rowBytes), slots.length);
    for (let row = 0; row < most; row++) {
      const chunk = Math.floor((first + row) / this.#rowsPerChunk);
      const at = (first + row) % this.#rowsPerChunk;
      room.set((this.#chunks[chunk] as Uint8Array).subarray(at * this.rowBytes, (at + 1) * this.rowBytes), row * this.rowBytes);
      slots[row] = (this.#slots[chunk] as Int32Array)[at] as number;
    }
    return most;
  }
}
