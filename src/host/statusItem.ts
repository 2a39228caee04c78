import * as vscode from 'vscode';
import { headlineText } from './headlineText';
import type { RunEditorProvider } from './runEditorProvider';

/** pass@1 and pass@k of the run in the active editor, as the worker counted them, in the status bar. */
export class StatusItem implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('passk.run', vscode.StatusBarAlignment.Right, 100);
  readonly #listener: vscode.Disposable;

  constructor(private readonly editors: RunEditorProvider) {
    this.#item.name = vscode.l10n.t('Pass@k of the Run');
    this.#listener = editors.onDidChange(() => this.#show());
    this.#show();
  }

  dispose(): void {
    this.#listener.dispose();
    this.#item.dispose();
  }

  #show(): void {
    const run = this.editors.active?.document.run;
    if (run === null || run === undefined) {
      this.#item.hide();
      return;
    }
    this.#item.text = headlineText(run.headline);
    this.#item.tooltip = run.partial ? vscode.l10n.t('{0}: still reading', run.title) : run.title;
    this.#item.show();
  }
}
