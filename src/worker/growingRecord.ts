import { recordEnd } from '../logs/scan/recordEnd';

/** Bytes of a record as they come. Whether it is whole is asked each time it has doubled, so that asking costs little. */
export class GrowingRecord {
  readonly #parts: Uint8Array[] = [];
  #length = 0;
  #askAt = 1;

  /** @returns true when the record is whole */
  add(part: Uint8Array): boolean {
    // Not slice(): that of a Buffer is the same memory, which the next read overwrites.
    this.#parts.push(Uint8Array.from(part));
    this.#length += part.length;
    if (this.#length < this.#askAt) return false;
    this.#askAt = 2 * this.#length;
    return this.isWhole();
  }

  isWhole(): boolean {
    return recordEnd(this.bytes()) >= 0;
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#parts);
  }
}
