const MAGIC = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

/** A Zstandard frame that holds bytes as they are, written as RFC 8878 says. @param windowLog its window is two to so many bytes */
export function zstdFrame(content: Uint8Array, windowLog = 20): Uint8Array {
  const blocks: Uint8Array[] = [];
  const BLOCK_BYTES = 1 << 16;
  for (let at = 0; at === 0 || at < content.length; at += BLOCK_BYTES) {
    const block = content.subarray(at, at + BLOCK_BYTES);
    const header = (block.length << 3) | (at + BLOCK_BYTES >= content.length ? 1 : 0);
    blocks.push(Uint8Array.of(header & 255, (header >> 8) & 255, header >> 16), block);
  }
  return Buffer.concat([MAGIC, Uint8Array.of(0, (windowLog - 10) << 3), ...blocks]);
}

/** One byte, as often as wanted, in blocks of 128 KB that take four bytes each. */
export function repeatedFrame(byte: number, blocks: number): Uint8Array {
  const size = 128 << 10;
  const frame = Buffer.alloc(6 + 4 * blocks);
  MAGIC.copy(frame);
  frame[5] = (20 - 10) << 3;
  for (let block = 0; block < blocks; block++) {
    frame.writeUIntLE((size << 3) | 2 | (block === blocks - 1 ? 1 : 0), 6 + 4 * block, 3);
    frame[9 + 4 * block] = byte;
  }
  return frame;
}

/** A frame that is to be passed over. */
export function skippableFrame(bytes: number): Uint8Array {
  const frame = Buffer.alloc(8 + bytes, 0xff);
  frame.writeUInt32LE(0x184d2a53, 0);
  frame.writeUInt32LE(bytes, 4);
  return frame;
}
