import * as vscode from 'vscode';
import type { FlagStores } from './flagStores';
import { flagText, promptText } from './promptText';
import type { TextLogs } from './textLogs';

/** Each lens takes room in the editor, all of them at once; beyond this the hover alone speaks of a line's prompt. */
const MOST_LENSES = 2000;

/** Above the first line of each prompt: what it came to, and its flag. */
export class LineLenses implements vscode.CodeLensProvider {
  constructor(
    private readonly logs: TextLogs,
    private readonly stores: FlagStores,
    readonly onDidChangeCodeLenses: vscode.Event<void>,
  ) {}

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const log = this.logs.of(document);
    if (log === null || log.prompts.length > MOST_LENSES) return [];
    const { flags } = this.stores.forLog(document.uri);
    const flagOf = new Map(flags.map(({ prompt_id: id, flag }) => [id, flag]));
    return log.prompts.flatMap(({ prompt, lines }) => {
      const range = new vscode.Range(lines[0]!, 0, lines[0]!, 0);
      const given = [document.uri, prompt.id];
      const flag = flagOf.get(prompt.id);
      const numbers = { title: promptText(prompt), tooltip: vscode.l10n.t('Open this prompt in Pass@k Inspector'), command: 'passk.openLinePrompt', arguments: given };
      const flagging = flag === undefined
        ? { title: vscode.l10n.t('Flag…'), command: 'passk.flagLinePrompt', arguments: given }
        : { title: vscode.l10n.t('$(flag) {0}', flagText(flag)), tooltip: vscode.l10n.t('Remove this flag'), command: 'passk.unflagLinePrompt', arguments: given };
      return [new vscode.CodeLens(range, numbers), new vscode.CodeLens(range, flagging)];
    });
  }
}
