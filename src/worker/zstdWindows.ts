import { t } from '../texts/t';

/** What the zstd program itself unpacks unless it is told otherwise (--long). */
const MOST_WINDOW = 128 << 20;
const MAGIC = 0xfd2fb528, SKIPPABLE = 0x184d2a50;

/**
 * Watches the frames of Zstandard data go by and refuses one that asks for more memory than is given: a header of ten bytes may ask for
 * gigabytes. Frames are made of a header, blocks that say their length, and a checksum; nothing else of them is looked at.
 */
export class ZstdWindows {
  /** Bytes of what is being read: a header or a block's three bytes. */
  readonly #part: number[] = [];
  #passOver = 0;
  #inFrame = false;
  #hasChecksum = false;
  #isLastBlock = false;

  /** Why the frame that comes next is not unpacked; null while all is well. */
  refusal: string | null = null;

  /** @returns how many of the bytes may be unpacked: all, or those before the frame that is refused */
  pass(bytes: Uint8Array): number {
    let frame = 0;
    for (let at = 0; at < bytes.length && this.refusal === null; ) {
      if (this.#passOver > 0) {
        const passed = Math.min(this.#passOver, bytes.length - at);
        this.#passOver -= passed;
        at += passed;
        continue;
      }
      if (this.#isLastBlock) this.#endFrame();
      else {
        if (this.#part.length === 0) frame = at;
        this.#part.push(bytes[at++] as number);
        if (this.#inFrame) this.#block();
        else this.#header();
      }
    }
    return this.refusal === null ? bytes.length : frame;
  }

  #endFrame(): void {
    this.#isLastBlock = false;
    this.#inFrame = false;
    this.#passOver = this.#hasChecksum ? 4 : 0;
  }

  #block(): void {
    if (this.#part.length < 3) return;
    const header = this.#number(0, 3);
    this.#part.length = 0;
    const isRepeated = ((header >> 1) & 3) === 1;
    this.#isLastBlock = (header & 1) === 1;
    this.#passOver = isRepeated ? 1 : header >> 3;
    if (this.#passOver === 0 && this.#isLastBlock) this.#endFrame();
  }

  #header(): void {
    const part = this.#part;
    if (part.length < 5) return;
    const magic = this.#number(0, 4);
    if ((magic & ~15) >>> 0 === SKIPPABLE) {
      if (part.length < 8) return;
      this.#passOver = this.#number(4, 4);
      part.length = 0;
      return;
    }
    // What is no frame is for the unpacker to complain about.
    if (magic !== MAGIC) {
      this.#passOver = Infinity;
      return;
    }
    const flags = part[4] as number;
    const isSingle = (flags & 32) !== 0;
    const dictionary = [0, 1, 2, 4][flags & 3] as number;
    const sizeBytes = flags >> 6 === 0 ? (isSingle ? 1 : 0) : 1 << (flags >> 6);
    const start = 5 + (isSingle ? 0 : 1) + dictionary;
    if (part.length < start + sizeBytes) return;
    const descriptor = part[5] as number;
    const window = isSingle ? this.#number(start, sizeBytes) : 2 ** (10 + (descriptor >> 3)) * (1 + (descriptor & 7) / 8);
    if (window > MOST_WINDOW) {
      this.refusal = t`it asks for ${Math.ceil(window / (1 << 20))} MB of memory to be unpacked, more than the ${MOST_WINDOW >> 20} MB that are given; unpack it with "zstd -d --long=31"`;
      return;
    }
    part.length = 0;
    this.#inFrame = true;
    this.#hasChecksum = (flags & 4) !== 0;
  }

  /** Little-endian. */
  #number(start: number, bytes: number): number {
    let value = 0;
    for (let at = bytes - 1; at >= 0; at--) value = value * 256 + (this.#part[start + at] as number);
    return value;
  }
}
