import * as vscode from 'vscode';
import type { PromptRow } from '../core/reportShape';
import type { FlagState } from '../flags/flagEvent';
import type { FlagStores } from './flagStores';
import { numberText, rateText } from './numberText';
import { flagText, idText } from './promptText';
import type { TextLogs } from './textLogs';

const COMMANDS = ['passk.openLinePrompt', 'passk.flagLinePrompt', 'passk.unflagLinePrompt'];

/** Over any line of a log: its prompt, with all numbers. */
export class LineHover implements vscode.HoverProvider {
  constructor(
    private readonly logs: TextLogs,
    private readonly stores: FlagStores,
  ) {}

  provideHover(document: vscode.TextDocument, { line }: vscode.Position): vscode.Hover | null {
    const log = this.logs.of(document);
    const prompt = log?.promptAt(line) ?? null;
    if (log === null || prompt === null) return null;
    const flag = this.stores.forLog(document.uri).flags.find(({ prompt_id: id }) => id === prompt.id);
    return new vscode.Hover(hoverText(document.uri, prompt, log.k, flag));
  }
}

/** Ids and notes come from files: they are text, never Markdown. */
function hoverText(uri: vscode.Uri, prompt: PromptRow, k: number, flag: FlagState | undefined): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  text.isTrusted = { enabledCommands: COMMANDS };
  const paragraph = (sentence: string): void => {
    text.appendMarkdown('\n\n');
    text.appendText(sentence);
  };
  text.appendText(idText(prompt.id));
  const { n, c, passRate, ci, passAtK, weight, agreement, agreementSe } = prompt;
  const interval = ci === null ? '' : ` (${rateText(ci[0])}–${rateText(ci[1])})`;
  paragraph(n === null || c === null ? vscode.l10n.t('Pass rate {0}', rateText(passRate)) : vscode.l10n.t('{0} of {1} samples correct: pass rate {2}{3}', c, n, rateText(passRate), interval));
  paragraph(vscode.l10n.t('pass@{0} {1}, weight at this k {2}', k, rateText(passAtK), numberText(weight)));
  paragraph(vscode.l10n.t('Agreement {0}{1}', numberText(agreement), agreement === null || agreementSe === null ? '' : ` ± ${numberText(agreementSe)}`));
  if (flag !== undefined) paragraph(flag.note === '' ? vscode.l10n.t('Flagged: {0}', flagText(flag.flag)) : vscode.l10n.t('Flagged: {0}. {1}', flagText(flag.flag), flag.note));
  const link = (title: string, command: string): string => `[${title}](command:${command}?${encoded([uri, prompt.id])})`;
  const act = flag === undefined ? link(vscode.l10n.t('Flag…'), 'passk.flagLinePrompt') : link(vscode.l10n.t('Remove the flag'), 'passk.unflagLinePrompt');
  text.appendMarkdown(`\n\n${link(vscode.l10n.t('Open in Pass@k Inspector'), 'passk.openLinePrompt')} · ${act}`);
  return text;
}

/** A bracket in an id would end the link. */
function encoded(given: readonly unknown[]): string {
  return encodeURIComponent(JSON.stringify(given)).replace(/[!'()*~_]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
}
