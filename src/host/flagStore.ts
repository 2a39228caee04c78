import { dirname } from 'node:path';
import * as vscode from 'vscode';
import type { FlagEvent, FlagState } from '../flags/flagEvent';
import { FlagFile } from '../flags/flagFile';
import { flagStates, type FlagLog } from '../flags/flagLog';
import { staleKey } from '../flags/staleKey';
import type { FlagHome } from './flagHome';
import { reasonOf } from './notice';

/** Why flags went to the extension's own storage. */
export type SpareReason = 'no folder' | 'not trusted' | 'not writable';

/** The flags of one home: reads them, follows edits from outside, adds events. */
export class FlagStore implements vscode.Disposable {
  readonly #folderFile: FlagFile | null;
  readonly #spareFile: FlagFile;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #watchers: readonly vscode.FileSystemWatcher[];
  #reading: Promise<void> | null = null;
  #readAgain = false;
  #events: readonly FlagEvent[] = [];
  #flags: readonly FlagState[] = [];
  /** Per run that was held against the flags, sentences by prompt and by the time of the flag. */
  readonly #stale = new Map<string, ReadonlyMap<string, string>>();
  #trouble: string | null = null;
  #seen = '';

  readonly onDidChange = this.#changed.event;

  constructor(readonly home: FlagHome) {
    this.#folderFile = home.folder === null ? null : FlagFile.inFolder(home.folder);
    this.#spareFile = new FlagFile(home.spare);
    const watched: [string, string][] = [[dirname(home.spare), 'flags.jsonl']];
    // The folder too: of one that is made or deleted with the file in it, the watcher reports the folder alone.
    if (home.folder !== null) watched.push([home.folder, '{.passk,.passk/flags.jsonl}']);
    this.#watchers = watched.map(([folder, pattern]) => this.#watch(folder, pattern));
    void this.refresh();
  }

  /** The flags as they stand. */
  get flags(): readonly FlagState[] {
    return this.#flags;
  }

  /** Every event that was ever written, in order. */
  get events(): readonly FlagEvent[] {
    return this.#events;
  }

  /**
   * Says of which flags a run has it that they may no longer hold.
   * @param sentences by staleKey
   */
  setStale(run: string, sentences: ReadonlyMap<string, string>): void {
    this.#stale.set(run, sentences);
    this.#take(this.#events, this.#trouble);
  }

  /** What of the folder's file could not be read, as a sentence; null when all was. */
  get trouble(): string | null {
    return this.#trouble;
  }

  /** The file the flags belong in. */
  get path(): string {
    return (this.#folderFile ?? this.#spareFile).path;
  }

  /** The file the flags are in: the storage's where the folder's could not be written. */
  async filledPath(): Promise<string> {
    const filled = this.#folderFile !== null && (await this.#folderFile.read()).events.length > 0;
    return filled ? this.path : this.#spareFile.path;
  }

  /**
   * Adds events. They go to the folder, or, where that cannot be, to the extension's own storage.
   * @returns why the storage was used; null when the folder has them
   * @throws the file system's error when even the storage cannot be written
   */
  async add(events: readonly FlagEvent[]): Promise<SpareReason | null> {
    const spare = await this.#addToFolder(events);
    if (spare !== null) await this.#spareFile.append(events);
    await this.refresh();
    return spare;
  }

  /** Reads the files anew; resolves when what they now say is in `flags`. */
  refresh(): Promise<void> {
    if (this.#reading === null) this.#reading = this.#readAll();
    else this.#readAgain = true;
    return this.#reading;
  }

  dispose(): void {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#changed.dispose();
  }

  async #addToFolder(events: readonly FlagEvent[]): Promise<SpareReason | null> {
    if (this.#folderFile === null) return 'no folder';
    // A folder that is not trusted is only read: its .passk may be a link to anywhere.
    if (!vscode.workspace.isTrusted) return 'not trusted';
    try {
      await this.#folderFile.append(events);
      return null;
    } catch (error) {
      if (error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code))) return 'not writable';
      throw error;
    }
  }

  async #readAll(): Promise<void> {
    do {
      this.#readAgain = false;
      try {
        const [inFolder, spare] = await Promise.all([this.#folderFile?.read(), this.#spareFile.read()]);
        const events = [...(inFolder?.events ?? [])];
        if (spare.events.length > 0) {
          events.push(...spare.events);
          events.sort((one, other) => Number(one.at > other.at) - Number(one.at < other.at)); // two files have no common order but time
        }
        this.#take(events, skippedSentence(this.path, inFolder?.skipped ?? []));
      } catch (error) {
        this.#take(this.#events, vscode.l10n.t('The flags in {0} could not be read: {1}', this.path, reasonOf(error)));
      }
    } while (this.#readAgain);
    this.#reading = null; // at once: whoever asks from here on needs another read
  }

  #take(events: readonly FlagEvent[], trouble: string | null): void {
    this.#events = events;
    const flags = flagStates(events).map((flag) => this.#withStale(flag));
    const seen = JSON.stringify([flags, trouble]);
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.#flags = flags;
    this.#trouble = trouble;
    this.#changed.fire();
  }

  #withStale(flag: FlagState): FlagState {
    const sentences = [...this.#stale.values()].flatMap((of) => of.get(staleKey(flag)) ?? []);
    return sentences.length === 0 ? flag : { ...flag, stale: sentences.join(' ') };
  }

  #watch(folder: string, pattern: string): vscode.FileSystemWatcher {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.file(folder), pattern));
    const refresh = (): void => void this.refresh();
    watcher.onDidCreate(refresh);
    watcher.onDidChange(refresh);
    watcher.onDidDelete(refresh);
    return watcher;
  }
}

function skippedSentence(path: string, skipped: FlagLog['skipped']): string | null {
  const first = skipped[0];
  if (first === undefined) return null;
  return skipped.length === 1
    ? vscode.l10n.t('Line {0} of {1} was skipped: {2}.', first.line, path, first.reason)
    : vscode.l10n.t('{0} lines of {1} were skipped, the first is line {2}: {3}.', skipped.length, path, first.line, first.reason);
}
