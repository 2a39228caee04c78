import type { RunSnapshot } from '../protocol/messages';
import { rateText } from './numberText';

/** A run in a few words, for the status bar: "pass@1 0.412 · pass@8 0.730". */
export function headlineText({ passAt1, passAtK, k }: RunSnapshot['headline']): string {
  return `pass@1 ${rateText(passAt1)} · pass@${k} ${rateText(passAtK)}`;
}
