/** Bytes in chunks of one size, each in a buffer that is spoiled once the next is asked for, as whoever reads a file may reuse it. */
export function* spoiledChunks(bytes: Uint8Array, chunkBytes: number): Generator<Uint8Array> {
  const buffer = new Uint8Array(chunkBytes);
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const chunk = bytes.subarray(at, at + chunkBytes);
    buffer.set(chunk);
    yield buffer.subarray(0, chunk.length);
    // A bracket that never closes would not go unseen.
    buffer.fill(0x7b);
  }
}
