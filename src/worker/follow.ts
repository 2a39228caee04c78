import { stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { LogFile } from './logFiles';
import type { OpenRun } from './openRun';
import { fileEnds, isSameSoFar, readOn, type FileEnds } from './readOn';

export interface Followed {
  /** The run as it has been read; null: it could not be. */
  readonly run: OpenRun | null;
  /** The files as they were before it was read. */
  readonly found: readonly LogFile[];
  /** The files as they are now; throws where there are none. */
  readonly files: () => Promise<readonly LogFile[]>;
  /** The file of gradients beside a log; null: there is none. */
  readonly sidecar: (path: string) => Promise<string | null>;
  /** The bytes of a file are not the log's. */
  readonly isPacked: (path: string) => boolean;
  /** Reads everything anew. continues: what was read before is still there, as it was. */
  readonly reopen: (continues: boolean) => Promise<OpenRun | null>;
  /** The run shows more than before. */
  readonly grown: (run: OpenRun) => void;
  /** Nothing was added for a while. */
  readonly rested: (run: OpenRun) => void;
  /** What was added could not be shown. */
  readonly failed: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** A look at the files, at the longest; less often where looking takes its time, as in a folder of many shards. */
const LOOK_MS = 400;
const LOOK_REST = 20;
/** Showing what is new takes at most this share of the time. */
const SHOW_REST = 4;
/** Less than the head by which a format is recognised is read anew as a whole: the format may show only now, and it takes a millisecond. */
const SMALL_BYTES = 1 << 18;
/** What changes at every look for so long is read as it is. */
const LONGEST_UNREST_MS = 10_000;
const RESTED_MS = 5_000;

/** Follows logs until the signal: what is added is read and shown; what was cut, replaced or rotated is read anew. */
export async function follow(followed: Followed): Promise<void> {
  const { signal } = followed;
  let log = await LiveLog.of(followed, followed.run, followed.found);
  let rest = LOOK_MS;
  let changed: number | null = null;
  while (await slept(rest, signal)) {
    const before = performance.now();
    const change = await log.look();
    rest = Math.max(LOOK_MS, LOOK_REST * (performance.now() - before));
    if (change === 'nothing') {
      if (changed !== null && log.run !== null && performance.now() - changed > RESTED_MS) {
        changed = null;
        followed.rested(log.run);
      }
      continue;
    }
    const started = performance.now();
    if (change === 'other') log = await LiveLog.of(followed, await followed.reopen(await log.isSameSoFar()), log.files);
    else await log.show().catch(followed.failed);
    changed = performance.now();
    rest = Math.max(rest, SHOW_REST * (performance.now() - started));
  }
}

/** Logs as they were last seen. */
class LiveLog {
  readonly #ends = new Map<string, FileEnds>();
  /** The files as they were read … */
  #read = '';
  /** … and as they were last looked at. */
  #seen = '';
  #sidecars = '';
  #seenSince = performance.now();
  /** As last looked at. */
  files: readonly LogFile[] = [];

  private constructor(private readonly followed: Followed, readonly run: OpenRun | null) {}

  /** @param found the files before they were read */
  static async of(followed: Followed, run: OpenRun | null, found: readonly LogFile[]): Promise<LiveLog> {
    const log = new LiveLog(followed, run);
    const files = run?.logs.files ?? found;
    for (const file of run === null ? [] : files) await log.#remember(file);
    log.#sidecars = await log.#besideOf(files);
    log.#read = log.#seen = stateOf(files);
    return log;
  }

  /** nothing: all is as it was, or not ready to be read. more: samples were read, or gradients are there. other: this is another log. */
  async look(): Promise<'nothing' | 'more' | 'other'> {
    const files = (this.files = await this.#files());
    const state = stateOf(files);
    if (state === this.#read) this.#seenSince = performance.now();
    const isReady = state === this.#seen || this.#isPlain(files) || performance.now() - this.#seenSince > LONGEST_UNREST_MS;
    this.#seen = state;
    if (state === this.#read) return this.run === null ? 'nothing' : this.#lookBeside(files);
    const grown = this.run === null ? null : await this.#readOn(this.run, files);
    if (grown === null) return isReady ? 'other' : 'nothing';
    this.#read = state;
    return grown ? 'more' : 'nothing';
  }

  /** Whether the files are those that were read, and begin as they did. */
  async isSameSoFar(): Promise<boolean> {
    const before = this.run?.logs.files ?? [];
    if (before.length === 0 || before.length !== this.files.length) return false;
    const isSame = async (file: LogFile, place: number): Promise<boolean> => {
      const [now, ends] = [this.files[place], this.#ends.get(file.path)];
      return now.path === file.path && now.inode === file.inode && now.bytes >= file.bytes && ends !== undefined && isSameSoFar(file, ends);
    };
    return (await Promise.all(before.map((file, place) => isSame(file, place).catch(() => false)))).every(Boolean);
  }

  /** Works out anew what is shown. */
  async show(): Promise<void> {
    if (this.run === null) return;
    await this.run.refresh();
    this.followed.grown(this.run);
  }

  /** @returns whether samples were added; null: nothing was read, since everything must be read anew */
  async #readOn(run: OpenRun, files: readonly LogFile[]): Promise<boolean | null> {
    const { logs } = run;
    const before = logs.table.sampleCount + logs.table.promptCount;
    const malformed = () => logs.readers.reduce((sum, reader) => sum + reader.malformedCount, 0);
    const malformedBefore = malformed();
    const known = new Map(logs.files.map((file, place) => [file.path, place]));
    const isSmall = logs.files.reduce((sum, { bytes }) => sum + bytes, 0) < SMALL_BYTES;
    // One log alone may name its prompts otherwise than beside others.
    if (isSmall || files.filter(({ path }) => known.has(path)).length < known.size || (known.size === 1 && files.length > 1)) return null;
    // Opened when it was small, or from the index: read anew once, so that its vectors are added up while it is read.
    if (logs.table.gradientCount > 0 && logs.gathered === null) return null;
    for (const file of files) {
      const place = known.get(file.path);
      if (place === undefined) continue;
      const old = logs.files[place];
      if (old.bytes === file.bytes && old.modified === file.modified && old.inode === file.inode) continue;
      const reader = logs.readers[place];
      // The vectors of a file's samples are found by the place of its first.
      if (place + 1 < logs.files.length && (logs.table.gradientCount > 0 || /[^[\],nul]/.test(this.#sidecars))) return null;
      const ends = this.#ends.get(file.path);
      if (!ends || !reader.isLines || this.followed.isPacked(file.path) || file.inode !== old.inode || file.bytes < old.bytes) return null;
      const bytes = await readOn(reader, old, ends, file.bytes).catch(() => null); // whatever it was, the file is read anew
      if (bytes === null) return null;
      logs.files[place] = { ...file, bytes };
      await this.#remember(logs.files[place]);
    }
    for (const file of files) {
      if (known.has(file.path) || file.bytes === 0) continue;
      await run.add(file);
      await this.#remember(logs.files[logs.files.length - 1]);
    }
    return logs.table.sampleCount + logs.table.promptCount > before || malformed() !== malformedBefore;
  }

  async #lookBeside(files: readonly LogFile[]): Promise<'nothing' | 'more'> {
    const beside = await this.#besideOf(files);
    if (beside === this.#sidecars) return 'nothing';
    this.#sidecars = beside;
    return 'more';
  }

  #isPlain(files: readonly LogFile[]): boolean {
    return files.length > 0 && files.every(({ path, bytes }) => bytes > 0 && !this.followed.isPacked(path));
  }

  /** None where there are none, be it for now. */
  async #files(): Promise<readonly LogFile[]> {
    return this.followed.files().catch(() => []);
  }

  async #remember(file: LogFile): Promise<void> {
    if (this.followed.isPacked(file.path)) return;
    const ends = await fileEnds(file).catch(() => null);
    if (ends !== null) this.#ends.set(file.path, ends);
  }

  async #besideOf(files: readonly LogFile[]): Promise<string> {
    const found = await Promise.all(files.map(async ({ path }) => {
      const sidecar = await this.followed.sidecar(path);
      const info = sidecar === null ? null : await stat(sidecar).catch(() => null);
      return info && [sidecar, info.size, info.mtimeMs];
    }));
    return JSON.stringify(found);
  }
}

function stateOf(files: readonly LogFile[]): string {
  return JSON.stringify(files.map(({ path, bytes, modified, inode }) => [path, bytes, modified, inode]));
}

/** @returns false when the signal came */
function slept(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return setTimeout(milliseconds, true, { signal }).catch(() => false);
}
