import * as vscode from 'vscode';
import type { FlagEvent, FlagState } from '../flags/flagEvent';
import { flagHome, folderHome, runName, type ExtensionPlaces, type FlagHome } from './flagHome';
import { FlagStore, type SpareReason } from './flagStore';
import { notice } from './notice';

/** All flags that this window knows of: one store a home. */
export class FlagStores implements vscode.Disposable {
  readonly #stores = new Map<string, FlagStore>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #told = new Set<string>();
  readonly #folders: vscode.Disposable;

  /** Fires when any flag changed. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly places: ExtensionPlaces) {
    this.#openFolders();
    this.#folders = vscode.workspace.onDidChangeWorkspaceFolders(() => this.#openFolders());
  }

  get all(): readonly FlagStore[] {
    return [...this.#stores.values()];
  }

  /** The flags of a log. */
  forLog(log: vscode.Uri): FlagStore {
    return this.#open(flagHome(log, this.places));
  }

  /** A log's name as flags and links have it: from its workspace folder, so that it holds on other machines; else absolute. */
  nameOf(log: vscode.Uri): string {
    return runName(flagHome(log, this.places), log);
  }

  /** Adds events to a log's flags, and says once where they went when that is not the log's folder. */
  async add(log: vscode.Uri, events: readonly Omit<FlagEvent, 'run' | 'at'>[]): Promise<void> {
    const store = this.forLog(log);
    const run = runName(store.home, log);
    const at = new Date().toISOString();
    this.#tellSpare(await store.add(events.map((event) => ({ ...event, run, at }))));
  }

  /** Takes a prompt's flag off. */
  async remove(store: FlagStore, flag: FlagState): Promise<void> {
    // Without what is not an event's: why it may be stale, and what an undo that set it took back.
    const { prompt_id, run, k, weight, agreement } = flag;
    this.#tellSpare(await store.add([{ prompt_id, run, flag: null, note: '', k, weight, agreement, at: new Date().toISOString() }]));
  }

  /** Adds events as they are: those of an undo. */
  async append(store: FlagStore, events: readonly FlagEvent[]): Promise<void> {
    this.#tellSpare(await store.add(events));
  }

  dispose(): void {
    this.#folders.dispose();
    for (const store of this.#stores.values()) store.dispose();
    this.#changed.dispose();
  }

  #openFolders(): void {
    for (const folder of vscode.workspace.workspaceFolders ?? []) if (folder.uri.scheme === 'file') this.#open(folderHome(folder, this.places));
  }

  #open(home: FlagHome): FlagStore {
    let store = this.#stores.get(home.key);
    if (store === undefined) {
      const opened = new FlagStore(home);
      opened.onDidChange(() => {
        if (opened.trouble !== null) this.#tell(opened.trouble);
        this.#changed.fire();
      });
      this.#stores.set(home.key, opened);
      store = opened;
    }
    return store;
  }

  #tellSpare(reason: SpareReason | null): void {
    if (reason !== null) this.#tell(sentenceFor(reason));
  }

  #tell(sentence: string): void {
    if (this.#told.has(sentence)) return;
    this.#told.add(sentence);
    void notice(sentence);
  }
}

function sentenceFor(reason: SpareReason): string {
  switch (reason) {
    case 'no folder':
      return vscode.l10n.t('This log lies in no folder of the workspace, so its flags are kept in the extension’s own storage. Use Export Flags to take them elsewhere.');
    case 'not trusted':
      return vscode.l10n.t('This workspace is not trusted and is only read, so its flags are kept in the extension’s own storage. Use Export Flags to take them elsewhere.');
    case 'not writable':
      return vscode.l10n.t('This folder cannot be written, so its flags are kept in the extension’s own storage. Use Export Flags to take them elsewhere.');
  }
}
