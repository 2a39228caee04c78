import * as vscode from 'vscode';
import type { RunSnapshot } from '../protocol/messages';

/** A run in a few words, for the status bar: "pass@1 41.2% · pass@8 73.0%". */
export function headlineText({ passAt1, passAtK, k }: RunSnapshot['headline']): string {
  return `pass@1 ${percent(passAt1)} · pass@${k} ${percent(passAtK)}`;
}

function percent(rate: number | null): string {
  return rate === null ? vscode.l10n.t('unknown') : `${(100 * rate).toFixed(1)}%`;
}
