import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { recognisedFormats } from '../logs/knownFormats';
import { headLayout } from '../logs/scan/headLayout';
import { isPacked } from './fileChunks';

const HEAD_BYTES = 1 << 16;

/**
 * Whether files look like evaluation logs, by their first bytes alone: some format knows the records in them. A record longer
 * than these bytes cannot be judged, nor can a packed file: both are taken for logs, by their names.
 *
 * @returns in the order of the paths; false for a file that cannot be read
 */
export async function sniffLogs(paths: readonly string[]): Promise<boolean[]> {
  const found: boolean[] = [];
  for (const path of paths) found.push(isPacked(path) || (await looksLikeLog(path)));
  return found;
}

async function looksLikeLog(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (file === null) return false;
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = buffer.subarray(0, bytesRead);
    if (bytesRead === HEAD_BYTES && !head.includes(0x0a)) return true;
    const layout = headLayout(head, bytesRead < HEAD_BYTES);
    return layout.records.length > 0 && recognisedFormats(layout, basename(path)).length > 0;
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
