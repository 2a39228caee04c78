import * as vscode from 'vscode';
import type { HostDeed, ShownNumbers } from '../protocol/hostDeed';
import type { SavedChart, SummaryOptions } from '../protocol/exporting';
import { askDocument } from './askDocument';
import { compareWith } from './compareWith';
import { exportWeights } from './exportWeights';
import { showHistory } from './flagHistory';
import type { FlagStore } from './flagStore';
import type { FlagStores } from './flagStores';
import type { RunDocument } from './runDocument';
import { showProblems } from './showProblems';
import { textLanguage } from './textLanguage';
import { undoIn } from './undoFlags';

/** What of this extension is said in a summary. */
const EXTENSION = 'passk.passk-inspector';

/** Carries out what somebody wants of the report that only the host can do. */
export async function carryOut(document: RunDocument, stores: FlagStores, deed: HostDeed): Promise<void> {
  const store = stores.forLog(document.uri);
  switch (deed.type) {
    case 'exportWeights':
      return exportWeights(document, deed);
    case 'copySummary':
      return copySummary(document, deed.as, deed.numbers);
    case 'saveReport':
      return saveReport(document, store, deed.numbers, deed.charts);
    case 'showFlagHistory':
      return showHistory(store, deed.id);
    case 'showProblems':
      return showProblems(document);
    case 'undoFlags':
      return undoIn(stores, store);
    case 'compareWith':
      return compareWith(document.uri, deed.runs);
  }
}

async function copySummary(document: RunDocument, as: 'markdown' | 'latex', numbers: ShownNumbers): Promise<void> {
  const { answer } = await askDocument(document, { type: 'export', question: { kind: 'summary', as, options: summaryOptions(document, numbers) } });
  if (answer.kind !== 'summary') return;
  await vscode.env.clipboard.writeText(answer.text);
  vscode.window.setStatusBarMessage(as === 'markdown' ? vscode.l10n.t('$(clippy) Summary copied as Markdown') : vscode.l10n.t('$(clippy) Summary copied as LaTeX'), 4000);
}

async function saveReport(document: RunDocument, store: FlagStore, numbers: ShownNumbers, charts: readonly SavedChart[]): Promise<void> {
  const options = summaryOptions(document, numbers);
  const folder = vscode.workspace.getWorkspaceFolder(document.uri)?.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${options.title.replace(/[^\p{L}\p{N}._-]+/gu, '_')}.report.html`;
  const target = await vscode.window.showSaveDialog({ title: vscode.l10n.t('Save Report'), ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }), filters: { HTML: ['html'] } });
  if (target === undefined) return;
  const flags = store.flags.map(({ prompt_id: id, flag }) => [id, flag] as const);
  await askDocument(document, { type: 'export', question: { kind: 'savedReport', path: target.fsPath, options, charts, flags } });
  const open = vscode.l10n.t('Open in Browser');
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('Report saved: one file that needs neither this extension nor a network.'), open);
  if (chosen === open) await vscode.env.openExternal(target);
}

function summaryOptions(document: RunDocument, numbers: ShownNumbers): SummaryOptions {
  const version = (vscode.extensions.getExtension(EXTENSION)?.packageJSON as { version?: string } | undefined)?.version ?? 'unknown';
  return { title: document.run?.title ?? '', version, language: textLanguage(), ...numbers };
}
