import * as vscode from 'vscode';
import type { FlagStores } from './flagStores';
import type { TextLogs } from './textLogs';

/** Marks, in the ruler beside the scroll bar, all lines of flagged prompts, and of prompts that pull against the rest. */
export class LineMarks implements vscode.Disposable {
  readonly #flagged = ruler('editorOverviewRuler.infoForeground', vscode.OverviewRulerLane.Right);
  readonly #negative = ruler('charts.red', vscode.OverviewRulerLane.Left);

  constructor(
    private readonly logs: TextLogs,
    private readonly stores: FlagStores,
  ) {}

  show(editor: vscode.TextEditor): void {
    const { document } = editor;
    const log = this.logs.of(document);
    const flagged = new Set(this.stores.forLog(document.uri).flags.map(({ prompt_id: id }) => id));
    const ranges = (isMarked: (id: string, interference: string) => boolean): vscode.Range[] =>
      (log?.prompts ?? []).flatMap(({ prompt, lines }) => (isMarked(prompt.id, prompt.interference) ? lines.map((line) => new vscode.Range(line, 0, line, 0)) : []));
    editor.setDecorations(this.#flagged, ranges((id) => flagged.has(id)));
    editor.setDecorations(this.#negative, ranges((_, interference) => interference === 'negative'));
  }

  dispose(): void {
    this.#flagged.dispose();
    this.#negative.dispose();
  }
}

function ruler(color: string, overviewRulerLane: vscode.OverviewRulerLane): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({ overviewRulerColor: new vscode.ThemeColor(color), overviewRulerLane });
}
