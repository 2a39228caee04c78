import * as vscode from 'vscode';
import { TRAINERS, type TrainingFile, type WeightChoice, type WrittenFile } from '../protocol/exporting';
import { askDocument } from './askDocument';
import type { RunDocument } from './runDocument';

/** A shape of the file, to be picked. */
export interface Shape extends vscode.QuickPickItem {
  readonly to: TrainingFile['to'];
}

/** The trainers that choose a reward function, or name a column, by the source of a prompt. */
const TAKE_A_SOURCE: ReadonlySet<TrainingFile['to']> = new Set<TrainingFile['to']>(['verl', 'openrlhf', 'open-instruct']);

/** The data sets that a run can be written as, one a trainer. */
export function trainerShapes(): Shape[] {
  return TRAINERS.map(({ name, title }) => ({ label: vscode.l10n.t('Data set for {0}', title), description: shapeText(name), to: name }));
}

/** Asks for a shape and a place, and writes the weights of a run's prompts. dropped: ids of prompts of weight 0. */
export async function exportWeights(document: RunDocument, { k, weights, dropped }: { readonly k: number; readonly weights: WeightChoice; readonly dropped: readonly string[] }): Promise<void> {
  const all: Shape = { label: vscode.l10n.t('Weights of all prompts, JSON Lines'), description: '{"prompt_id","weight"}', to: 'weights' };
  const shape = await vscode.window.showQuickPick([all, ...trainerShapes()], { title: vscode.l10n.t('Export Weights'), matchOnDescription: true });
  if (shape !== undefined) await writeShape(document, { to: shape.to, k, weights, dropped });
}

/** Asks for what is missing and writes the file. */
export async function writeShape(document: RunDocument, file: Omit<TrainingFile, 'path' | 'dataSource'>): Promise<void> {
  const dataSource = TAKE_A_SOURCE.has(file.to)
    ? await vscode.window.showInputBox({ title: vscode.l10n.t('Name of the Data Source'), prompt: vscode.l10n.t('The trainer chooses the reward function by it.'), value: 'passk' })
    : 'passk';
  if (dataSource === undefined) return;
  const name = file.to === 'weights' ? 'weights.jsonl' : `train.${file.to}.jsonl`;
  const folder = vscode.workspace.getWorkspaceFolder(document.uri)?.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({ title: vscode.l10n.t('Export Weights'), ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }), filters: { 'JSON Lines': ['jsonl'] } });
  if (target === undefined) return;
  const { answer } = await askDocument(document, { type: 'export', question: { kind: 'trainingFile', file: { ...file, path: target.fsPath, dataSource } } });
  if (answer.kind !== 'trainingFile') return;
  const open = vscode.l10n.t('Open');
  if ((await vscode.window.showInformationMessage(writtenSentence(answer.written), open)) === open) {
    await vscode.commands.executeCommand('vscode.openWith', target, 'default');
  }
}

/** What was written and what was left out, in one sentence. */
export function writtenSentence({ rows, zero, unknown, textless }: WrittenFile): string {
  const left = [
    ...(zero > 0 ? [vscode.l10n.t('{0} of weight 0', zero)] : []),
    ...(unknown > 0 ? [vscode.l10n.t('{0} of unknown weight', unknown)] : []),
    ...(textless > 0 ? [vscode.l10n.t('{0} without a text', textless)] : []),
  ].join(', ');
  const written = rows === 1 ? vscode.l10n.t('1 prompt written') : vscode.l10n.t('{0} prompts written', rows);
  return left === '' ? `${written}.` : vscode.l10n.t('{0}; left out: {1}.', written, left);
}

function shapeText(to: TrainingFile['to']): string {
  switch (to) {
    case 'verl':
      return vscode.l10n.t('extra_info.reward_weight goes to the custom reward function');
    case 'trl':
      return vscode.l10n.t('reward_weight goes to the reward functions as a keyword argument');
    case 'openrlhf':
      return vscode.l10n.t('the label column carries answer and weight to reward_func');
    case 'prime-rl':
      return vscode.l10n.t('info.reward_weight goes to the rubric’s functions');
    case 'open-instruct':
      return vscode.l10n.t('prompts of weight 0 are left out; it reads no other weight');
    case 'weights':
      return '';
  }
}
