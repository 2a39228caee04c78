import { open } from 'node:fs/promises';
import { GradientRows } from '../logs/gradients/gradientRows';
import type { Sidecar } from './sidecar';

const CHUNK_BYTES = 4 << 20;

/** Streams the rows of a sidecar; the values are valid until the next row. */
export async function sidecarRows(
  { path, bytes, layout }: Sidecar,
  onRow: (row: number, values: Float64Array) => void,
  { signal, onRead }: { signal?: AbortSignal; onRead?: (bytes: number) => void },
): Promise<void> {
  const rows = new GradientRows(layout, onRow);
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, bytes));
    for (let at = 0; at < bytes; ) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, bytes - at), layout.offset + at);
      if (bytesRead === 0) return;
      rows.push(buffer.subarray(0, bytesRead));
      onRead?.(bytesRead);
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
}
