import { Decompress } from 'fzstd';
import { ZstdWindows } from './zstdWindows';

/** A block of four compressed bytes may unfold to 128 KB: a small push bounds what waits in `ready` to 32 MB. */
const STEP_BYTES = 1 << 10;

/**
 * Zstandard, streaming; several frames may follow each other.
 * @throws Error when the data is corrupt, cut off, or asks for too large a window
 */
export async function* unzstd(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const windows = new ZstdWindows();
  const decompress = new Decompress((chunk) => ready.push(chunk));
  let pushed = false;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += STEP_BYTES) {
      // A copy, as the unpacker keeps what it cannot use yet; slice() of a Buffer is none.
      const step = new Uint8Array(chunk.subarray(at, at + STEP_BYTES));
      const taken = windows.pass(step);
      decompress.push(step.subarray(0, taken));
      pushed = true;
      yield* ready.splice(0);
      if (windows.refusal !== null) throw new Error(windows.refusal);
    }
  }
  if (pushed) decompress.push(new Uint8Array(0), true);
  yield* ready.splice(0);
}
