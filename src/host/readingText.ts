import * as vscode from 'vscode';
import type { Reading } from '../protocol/messages';
import { countText, rateText } from './numberText';

/** A reading as an item to choose: its format, what it gives, and which field it reads as what. */
export function readingItem(reading: Reading, current: boolean): vscode.QuickPickItem {
  return {
    label: current ? `$(check) ${reading.title}` : reading.title,
    description: reading.format === reading.title ? '' : reading.format,
    detail: readingText(reading),
  };
}

/** "120 prompts · 960 samples · pass@1 0.531 · verdict ← acc, prompt ← doc_id", or why there is nothing. */
export function readingText({ problem, prompts, samples, passAt1, fields }: Reading): string {
  if (problem !== null) return problem;
  const read = (['verdict', 'prompt', 'promptText', 'sample', 'c', 'n', 'passRate'] as const).flatMap((role) => (fields[role] === undefined ? [] : [`${role} ← ${fields[role]}`]));
  return [
    vscode.l10n.t('{0} prompts', countText(prompts)),
    vscode.l10n.t('{0} samples', countText(samples)),
    `pass@1 ${rateText(passAt1)}`,
    ...(read.length > 0 ? [read.join(', ')] : []),
  ].join(' · ');
}
