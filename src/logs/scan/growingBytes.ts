/** Bytes of one record that is cut over several chunks. */
export class GrowingBytes {
  bytes = new Uint8Array(1 << 16);
  length = 0;

  /** @returns false when there is no memory for so many; they are not taken then */
  append(chunk: Uint8Array, start: number, end: number): boolean {
    const needed = this.length + end - start;
    if (needed > this.bytes.length) {
      const grown = allocate(Math.max(needed, this.bytes.length * 2)) ?? allocate(needed);
      if (grown === null) return false;
      grown.set(this.bytes.subarray(0, this.length));
      this.bytes = grown;
    }
    this.bytes.set(start === 0 && end === chunk.length ? chunk : chunk.subarray(start, end), this.length);
    this.length = needed;
    return true;
  }

  /** Forgets the bytes; a buffer that one giant record made is given back. */
  clear(): void {
    this.length = 0;
    if (this.bytes.length > 1 << 24) this.bytes = new Uint8Array(1 << 16);
  }
}

/** null where the platform refuses so large a buffer. */
function allocate(bytes: number): Uint8Array<ArrayBuffer> | null {
  try {
    return new Uint8Array(bytes);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
