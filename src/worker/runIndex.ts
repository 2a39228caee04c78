import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { SavedReader } from '../logs/savedReader';
import type { SavedTable } from '../logs/savedTable';
import type { LogFile } from './logFiles';
import type { RunGradients } from './runGradients';

/** What a log gave when it was read, to be had again without reading it. */
export interface IndexedRun {
  readonly readers: readonly SavedReader[];
  readonly table: SavedTable;
  /** The run that was shown, and its gradients. */
  readonly run: string;
  readonly gradients: RunGradients;
}

export interface IndexKey {
  readonly folder: string;
  /** All that decides what is read: paths, options, the code that reads. */
  readonly decides: unknown;
  /** The code, by its files: another version does not trust an index. */
  readonly code: readonly string[];
}

const MAGIC = Buffer.from('passk-2\n');
const DIGEST_BYTES = 32;
const SUFFIX = '.passk-index';
/** Blocks at either end of a file that stand for it. */
const BLOCK_BYTES = 64 << 10;
/** All indexes together; the oldest give way. */
const MOST_BYTES = 512 << 20;
/** One index. */
const LARGEST_BYTES = 256 << 20;

/** Files as they were, each by size, time and a digest of its ends. Also of files that are not there. */
type Evidence = readonly (readonly [path: string, bytes: number, modified: number, digest: string] | readonly [path: string])[];

interface Kept extends Omit<IndexedRun, 'gradients'> {
  readonly evidence: Evidence;
  readonly gradients: Uint8Array;
}

/**
 * What was kept of logs that have not changed since. Nothing that is kept is trusted: what is broken, of another version, or of
 * other files is as if it were not there.
 * @param files the logs as they are now
 * @param beside files whose being there matters too: of gradients
 */
export async function readIndex(key: IndexKey, files: readonly LogFile[], beside: readonly string[]): Promise<IndexedRun | null> {
  try {
    const path = await pathOf(key);
    const bytes = await readFile(path);
    const body = bytes.subarray(MAGIC.length + DIGEST_BYTES);
    if (!bytes.subarray(0, MAGIC.length).equals(MAGIC) || !digestOf(body).equals(bytes.subarray(MAGIC.length, MAGIC.length + DIGEST_BYTES))) return null;
    const { evidence, readers, table, run, gradients } = deserialize(body) as Kept;
    if (JSON.stringify(evidence) !== JSON.stringify(await evidenceOf(files, beside))) return null;
    const now = new Date();
    await utimes(path, now, now);
    // Columns that cross to another thread take the whole of their buffer with them: those of the gradients get one of their own.
    return { readers, table, run, gradients: deserialize(gradients.slice()) as RunGradients };
  } catch {
    return null; // none, or none that can be read: the log is
  }
}

/**
 * Keeps what a log gave. Whoever reads meanwhile sees the old index or the new one.
 * @param files the logs as they were before they were read; nothing is kept of those that are others now
 * @throws what the file system says
 */
export async function writeIndex(key: IndexKey, files: readonly LogFile[], beside: readonly string[], indexed: IndexedRun): Promise<void> {
  const evidence = await evidenceOf(files, beside);
  if (evidence.slice(0, files.length).some(([, bytes, modified], place) => bytes !== files[place].bytes || modified !== files[place].modified)) return;
  const { readers, table, run, gradients } = indexed;
  const body = serialize({ evidence, readers, table, run, gradients: serialize(gradients) } satisfies Kept);
  if (body.length > LARGEST_BYTES) return;
  await mkdir(key.folder, { recursive: true });
  const path = await pathOf(key);
  const partial = `${path}.${process.pid}-${Math.random().toString(36).slice(2)}`;
  try {
    await writeFile(partial, Buffer.concat([MAGIC, digestOf(body), body]));
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await tidy(key.folder);
}

async function pathOf({ folder, decides, code }: IndexKey): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([decides, process.versions.v8]));
  for (const file of code) hash.update(await readFile(file).catch(() => 'not built apart'));
  return join(folder, `${hash.digest('hex').slice(0, 32)}${SUFFIX}`);
}

async function evidenceOf(files: readonly LogFile[], beside: readonly string[]): Promise<Evidence> {
  return Promise.all([...files.map(({ path }) => path), ...beside].map(async (path) => {
    const file = await open(path).catch(() => null);
    if (file === null) return [path] as const;
    try {
      const { size, mtimeMs } = await file.stat();
      const head = await file.read(Buffer.alloc(Math.min(BLOCK_BYTES, size)), 0, Math.min(BLOCK_BYTES, size), 0);
      const tail = await file.read(Buffer.alloc(Math.min(BLOCK_BYTES, size)), 0, Math.min(BLOCK_BYTES, size), Math.max(0, size - BLOCK_BYTES));
      return [path, size, mtimeMs, digestOf(head.buffer, tail.buffer).toString('hex')] as const;
    } finally {
      await file.close();
    }
  }));
}

function digestOf(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** The oldest indexes, and what was left half-written an hour ago, go. */
async function tidy(folder: string): Promise<void> {
  const names = await readdir(folder);
  const found = await Promise.all(names.filter((name) => name.includes(SUFFIX)).map(async (name) => {
    const path = join(folder, name);
    const info = await stat(path).catch(() => null);
    return info && { path, bytes: info.size, used: info.mtimeMs, isPartial: !name.endsWith(SUFFIX) };
  }));
  let all = 0;
  for (const file of found.filter((each) => each !== null).sort((a, b) => b.used - a.used)) {
    all += file.bytes;
    if (file.isPartial ? file.used < Date.now() - 3_600_000 : all > MOST_BYTES) await rm(file.path, { force: true });
  }
}
