import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InputError } from './inputError';

const LOG_NAME = /\.((jsonl|ndjson)(\.(gz|zst))?|eval|parquet)$/i;
const FOLDERS_NOT_SEARCHED = new Set(['node_modules', '.git', '.passk']);
const numeric = new Intl.Collator('en', { numeric: true });

export interface LogFile {
  readonly path: string;
  /** Once it has been read, the bytes of it that were. */
  readonly bytes: number;
  /** When it last changed, in milliseconds, and which file it is: another, where it was replaced. */
  readonly modified: number;
  readonly inode: number;
}

/**
 * The log files that paths stand for: a file is itself, a folder is its logs (those at its top, else those further down),
 * a name with `*` or `?` is what matches it in its folder. Shards come in numeric order: rank2 before rank10.
 * @throws InputError when a path does not exist or holds no log
 */
export async function logFiles(paths: readonly string[]): Promise<LogFile[]> {
  const found: string[] = [];
  for (const path of paths) found.push(...(await expand(path)));
  const unique = [...new Set(found)];
  return Promise.all(unique.map(async (path) => {
    const { size, mtimeMs, ino } = await stat(path);
    return { path, bytes: size, modified: mtimeMs, inode: ino };
  }));
}

async function expand(path: string): Promise<string[]> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (!(info instanceof Error)) {
    if (!info.isDirectory()) return [path];
    const logs = await logsIn(path);
    if (logs.length === 0) {
      throw new InputError(`No evaluation log in the folder ${path}: looked for names ending in .jsonl or .ndjson (plain or with .gz or .zst), .eval or .parquet.`);
    }
    return logs;
  }
  if (info.code === 'ENOENT' && /[*?]/.test(basename(path))) return matches(path);
  throw new InputError(info.code === 'ENOENT' ? `No such file or folder: ${path}` : `Cannot read ${path}: ${info.message}`);
}

async function logsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const logs = entries.filter((entry) => !entry.isDirectory() && LOG_NAME.test(entry.name)).map((entry) => join(folder, entry.name));
  if (logs.length > 0) return logs.sort(numeric.compare);
  const folders = entries.filter((entry) => entry.isDirectory() && !FOLDERS_NOT_SEARCHED.has(entry.name)).map((entry) => join(folder, entry.name));
  const below: string[] = [];
  for (const child of folders.sort(numeric.compare)) below.push(...(await logsIn(child)));
  return below;
}

async function matches(pattern: string): Promise<string[]> {
  const folder = dirname(pattern);
  const name = basename(pattern).replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.');
  const entries = await readdir(folder).catch(() => []);
  const hits = entries.filter((entry) => new RegExp(`^${name}$`).test(entry)).map((entry) => join(folder, entry));
  if (hits.length === 0) throw new InputError(`No file matches ${pattern}`);
  return hits.sort(numeric.compare);
}
