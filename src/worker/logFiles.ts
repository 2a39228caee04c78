import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { globFiles, isGlob } from './globFiles';
import { InputError } from './inputError';
import { t } from '../texts/t';

const LOG_NAME = /\.((jsonl|ndjson)(\.(gz|zst))?|eval|parquet)$/i;
/** Some harnesses write one document a sample, or a run: taken where a folder has no other logs, as such names are mostly settings and summaries. */
const DOCUMENT_NAME = /\.json(\.(gz|zst))?$/i;
const FOLDERS_NOT_SEARCHED = new Set(['node_modules', '.git', '.passk']);
/** Made when it is first needed, as that takes 3 ms and one log needs no order. */
let collator: Intl.Collator | null = null;

export interface LogFile {
  readonly path: string;
  /** Once it has been read, the bytes of it that were. */
  readonly bytes: number;
  /** When it last changed, in milliseconds, and which file it is: another, where it was replaced. */
  readonly modified: number;
  readonly inode: number;
}

/**
 * The log files that paths stand for: a file is itself, a folder is its logs (those at its top, else those further down; .json files where there
 * are no others), a pattern (globFiles) is what it names. Shards come in numeric order: rank2 before rank10.
 * @throws InputError when a path does not exist or holds no log
 */
export async function logFiles(paths: readonly string[]): Promise<LogFile[]> {
  const found: string[] = [];
  for (const path of paths) found.push(...(await expand(path)));
  const unique = [...new Set(found)];
  return Promise.all(unique.map(async (path) => {
    // One that is gone meanwhile, or a link to nowhere, is for the reading to name: the others are read.
    const info = await stat(path).catch(() => null);
    return { path, bytes: info?.size ?? 0, modified: info?.mtimeMs ?? 0, inode: info?.ino ?? 0 };
  }));
}

async function expand(path: string): Promise<string[]> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (!(info instanceof Error)) {
    if (!info.isDirectory()) return [path];
    const logs = await logsOf(path);
    if (logs.length === 0) {
      throw new InputError(t`No evaluation log in the folder ${path}: looked for names ending in .jsonl or .ndjson (plain or with .gz or .zst), .eval, .parquet, or else .json.`);
    }
    return logs;
  }
  if (info.code === 'ENOENT' && isGlob(path)) return matches(path);
  throw new InputError(info.code === 'ENOENT' ? t`No such file or folder: ${path}` : t`Cannot read ${path}: ${info.message}`);
}

async function logsOf(folder: string): Promise<string[]> {
  const logs = await logsIn(folder, LOG_NAME);
  return logs.length > 0 ? logs : logsIn(folder, DOCUMENT_NAME);
}

async function logsIn(folder: string, name: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const logs = entries.filter((entry) => !entry.isDirectory() && name.test(entry.name)).map((entry) => join(folder, entry.name));
  if (logs.length > 0) return logs.sort(byNumber);
  const folders = entries.filter((entry) => entry.isDirectory() && !FOLDERS_NOT_SEARCHED.has(entry.name)).map((entry) => join(folder, entry.name));
  const below: string[] = [];
  for (const child of folders.sort(byNumber)) below.push(...(await logsIn(child, name)));
  return below;
}

/** A folder that a pattern names is its logs, if it has any. */
async function matches(pattern: string): Promise<string[]> {
  const found: string[] = [];
  for (const path of (await globFiles(pattern)).sort(byNumber)) {
    if ((await stat(path).catch(() => null))?.isDirectory() === true) found.push(...(await logsOf(path)));
    else found.push(path);
  }
  if (found.length === 0) throw new InputError(t`No file matches ${pattern}`);
  return found;
}

function byNumber(one: string, other: string): number {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(one, other);
}
