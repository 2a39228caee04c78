import { sep } from 'node:path';
import * as vscode from 'vscode';
import { annotatedBytes, onSettingsChange } from './settings';
import type { SurfaceContext } from './surfaceContext';
import { readTextLog, type TextLog } from './textLog';

/** After the last change to a document, so that nothing is read while somebody types. */
const SETTLE_MS = 300;

interface Known {
  readonly version: number;
  /** null while it is being read, and when it is no log. */
  readonly log: TextLog | null;
  readonly reading: AbortController;
}

/**
 * The logs that are open as text, each read once for each of its saved versions, in a thread of its own that ends with its
 * answer. A document with changes that are not saved has no log: its lines are no longer those that were read.
 */
export class TextLogs implements vscode.Disposable {
  readonly #known = new Map<string, Known>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #listeners: readonly vscode.Disposable[];

  /** Fires when there is more or less to say of a document. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly context: SurfaceContext) {
    const lookAtAll = (): void => {
      for (const { document } of vscode.window.visibleTextEditors) this.#lookSoon(document);
    };
    this.#listeners = [
      vscode.window.onDidChangeVisibleTextEditors(lookAtAll),
      vscode.workspace.onDidSaveTextDocument((document) => this.#lookSoon(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#changedBy(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      onSettingsChange(() => {
        for (const document of vscode.workspace.textDocuments) this.#forget(document);
        lookAtAll();
      }),
    ];
    lookAtAll();
  }

  /** What the lines of a document say; null while that is not known. */
  of(document: vscode.TextDocument): TextLog | null {
    const known = this.#known.get(document.uri.toString());
    return known?.version === document.version ? known.log : null;
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const { reading } of this.#known.values()) reading.abort();
    this.#changed.dispose();
  }

  #changedBy(document: vscode.TextDocument): void {
    this.#forget(document);
    this.#lookSoon(document);
  }

  #forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const known = this.#known.get(key);
    if (known === undefined) return;
    known.reading.abort();
    this.#known.delete(key);
    this.#changed.fire(document);
  }

  #lookSoon(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (document.languageId !== 'jsonl' || document.uri.scheme !== 'file' || document.fileName.includes(`${sep}.passk${sep}`)) return;
    clearTimeout(this.#timers.get(key));
    this.#timers.set(key, setTimeout(() => {
      this.#timers.delete(key);
      void this.#look(document);
    }, SETTLE_MS));
  }

  async #look(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const { version } = document;
    if (document.isDirty || document.isClosed || this.#known.get(key)?.version === version) return;
    const reading = new AbortController();
    this.#known.set(key, { version, log: null, reading });
    try {
      const { size } = await vscode.workspace.fs.stat(document.uri);
      const log = size > 0 && size <= annotatedBytes(document.uri) ? await readTextLog(this.context, document.uri, reading.signal) : null;
      if (this.#known.get(key)?.reading !== reading || document.version !== version) return;
      this.#known.set(key, { version, log, reading });
      this.#changed.fire(document);
    } catch {
      // It is gone, it is no log, or it is no longer wanted: then the text editor is what it is without the extension.
    }
  }
}
