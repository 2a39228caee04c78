import * as vscode from 'vscode';

/** Why a line of a log is left out. @param more lines that could not be read either and are not listed; said with the last that is */
export function leftOutText(reason: string, more: number): string {
  const rest = more > 0 ? ` ${vscode.l10n.t('({0} more lines could not be read.)', more)}` : '';
  return vscode.l10n.t('This line is left out: {0}', reason) + rest;
}
