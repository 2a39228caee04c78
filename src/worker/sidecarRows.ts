import { open } from 'node:fs/promises';
import { GradientRows } from '../logs/gradients/gradientRows';
import type { CountedVectors } from './countedVectors';
import { t } from '../texts/t';
import type { Sidecar } from './sidecar';

/** Sidecars of score vectors, to be read as a whole. */
export interface SidecarRows {
  /** Row i of a file is sample firstSample + i. */
  readonly files: readonly { readonly sidecar: Sidecar; readonly firstSample: number }[];
  readonly samples: number;
  /** slotOf a sample where it counts, else UNCOUNTED. */
  readonly slotOf: (sample: number) => number;
  /** The same vectors one by one. */
  readonly each: CountedVectors;
  readonly threads: number;
  /** The bundle that other threads run; absent: there are none. */
  readonly threadScript?: string;
  readonly signal?: AbortSignal;
  readonly onRead?: (bytes: number) => void;
  /** Grows by what was left out. */
  readonly notes: string[];
}

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

/** Says once what was left out of a sidecar. @param first the first of the rows, -1 where there are none */
export function refusedRows({ path, layout }: Sidecar, refused: number, first: number, notes: string[]): void {
  const note = t`${path}: ${refused} of ${layout.rows} rows hold NaN or Infinity (the first is row ${first}) and are left out.`;
  if (refused > 0 && !notes.includes(note)) notes.push(note);
}
