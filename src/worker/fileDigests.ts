import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';

export interface FileDigest {
  /** Without its folder: a path tells where somebody works, and nothing of what the file holds. */
  readonly name: string;
  /** Of the file as it lies on the disk, in hex. */
  readonly sha256: string;
}

/** @throws the file system's error; the signal's reason when aborted */
export async function fileDigests(paths: readonly string[], signal: AbortSignal): Promise<FileDigest[]> {
  const digests: FileDigest[] = [];
  for (const path of paths) {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) hash.update(chunk as Uint8Array);
    digests.push({ name: basename(path), sha256: hash.digest('hex') });
  }
  return digests;
}
