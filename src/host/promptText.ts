import * as vscode from 'vscode';
import type { PromptRow } from '../core/reportShape';
import { numberText, rateText } from './numberText';

/** An id may be as long as its author likes. */
const LONGEST_ID = 80;

/** An id on one line of bounded length. */
export function idText(id: string): string {
  const line = id.replace(/\s+/g, ' ').trim();
  if (line === '') return vscode.l10n.t('(empty id)');
  return line.length <= LONGEST_ID ? line : `${line.slice(0, LONGEST_ID - 1)}…`;
}

/** A prompt's numbers in a few words: "3 of 32 correct · weight 4.21 · agreement −0.120". */
export function promptText({ n, c, passRate, weight, agreement }: PromptRow): string {
  const counts = n === null || c === null ? vscode.l10n.t('pass rate {0}', rateText(passRate)) : vscode.l10n.t('{0} of {1} correct', c, n);
  return [counts, vscode.l10n.t('weight {0}', numberText(weight)), vscode.l10n.t('agreement {0}', numberText(agreement))].join(' · ');
}

/** The kind of a flag for people: "negative interference". */
export function flagText(flag: string): string {
  switch (flag) {
    case 'negative-interference':
      return vscode.l10n.t('negative interference');
    case 'hard':
      return vscode.l10n.t('hard');
    case 'bad-verifier':
      return vscode.l10n.t('bad verifier');
    case 'bad-prompt':
      return vscode.l10n.t('bad prompt');
    case 'review':
      return vscode.l10n.t('to review');
    default:
      return flag;
  }
}
