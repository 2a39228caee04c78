/** Bytes of one record that is cut over several chunks. */
export class GrowingBytes {
  bytes = new Uint8Array(1 << 16);
  length = 0;

  append(chunk: Uint8Array, start: number, end: number): void {
    const needed = this.length + end - start;
    if (needed > this.bytes.length) {
      const grown = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      grown.set(this.bytes.subarray(0, this.length));
      this.bytes = grown;
    }
    this.bytes.set(start === 0 && end === chunk.length ? chunk : chunk.subarray(start, end), this.length);
    this.length = needed;
  }

  /** Forgets the bytes; a buffer that one giant record made is given back. */
  clear(): void {
    this.length = 0;
    if (this.bytes.length > 1 << 24) this.bytes = new Uint8Array(1 << 16);
  }
}
