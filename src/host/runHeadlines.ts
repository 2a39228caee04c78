import type * as vscode from 'vscode';
import type { RunSnapshot } from '../protocol/messages';
import type { SurfaceContext } from './surfaceContext';

/** What is known of runs that were opened in this window, also after they are closed. */
export class RunHeadlines implements vscode.Disposable {
  readonly #known = new Map<string, RunSnapshot['headline']>();
  readonly #listener: vscode.Disposable;

  /** @param changed called when a run is known, or known better */
  constructor(editors: SurfaceContext['editors'], changed: () => void) {
    const take = (): void => {
      let news = false;
      for (const { uri, run } of editors.documents) {
        if (run === null || run.partial || this.#known.get(uri.toString()) === run.headline) continue;
        this.#known.set(uri.toString(), run.headline);
        news = true;
      }
      if (news) changed();
    };
    this.#listener = editors.onDidChange(take);
    take();
  }

  /** null: not opened yet. */
  of(run: vscode.Uri): RunSnapshot['headline'] | null {
    return this.#known.get(run.toString()) ?? null;
  }

  dispose(): void {
    this.#listener.dispose();
  }
}
