import type { Interval } from '../../src/core/reportShape';
import type { AnalysisResult, Remedy } from '../../src/protocol/analysis';
import type { WeightChoice } from '../../src/protocol/exporting';
import { formatCount } from '../numbers/formatCount';
import { formatNumber } from '../numbers/formatNumber';
import { formatShare } from '../numbers/formatShare';
import { t } from '../../src/texts/t';
import { remedyName, remedyWords } from './remedyWords';

export type Mitigation = Extract<AnalysisResult, { readonly kind: 'mitigation' }>;

/** One way to weight the prompts, and what one plain gradient step with it does, to first order. */
export interface WhatIfRow {
  readonly id: 'raw' | 'without' | Mitigation['remedies'][number]['method'];
  readonly name: string;
  /** What it does to the weights. */
  readonly meaning: string;
  readonly weights: WeightChoice;
  /** True where the chosen prompts are left out. */
  readonly drops: boolean;
  /** ΔJ1 a unit of step size: the inner product. null: unknown. */
  readonly passAt1: number | null;
  /** Its 95% interval by samples that did not choose the weights; null where nothing was checked. */
  readonly checked: { readonly rate: number; readonly ci: Interval; readonly says: string } | null;
  /** ΔJ_k of it over that of the weights as they are; null: unknown, or nothing to keep. */
  readonly gainKept: number | null;
  /** Prompts of weight 0. */
  readonly zero: number;
}

/** All that can be tried, the weights as they are on top. */
export function whatIfRows({ k, raw, without, remedies }: Mitigation, dropped: string): WhatIfRow[] {
  const gain = raw.predicted.passAtK;
  const row = (part: Pick<WhatIfRow, 'id' | 'name' | 'meaning' | 'weights' | 'drops'>, remedy: Remedy): WhatIfRow => ({
    ...part,
    passAt1: known(remedy.predicted.passAt1, Math.abs(raw.predicted.passAt1)),
    checked: checkOf(remedy),
    gainKept: gain > 0 ? known(remedy.predicted.passAtK / gain, 1) : null,
    zero: remedy.weights.reduce((count, weight) => count + (weight === 0 ? 1 : 0), 0),
  });
  return [
    row({ id: 'raw', name: t`Pass@${k} as it is`, meaning: t`the weights of pass@${k}`, weights: 'pass@k', drops: false }, raw),
    ...(without === null ? [] : [row({ id: 'without', name: t`Leave prompts out`, meaning: dropped, weights: 'pass@k', drops: true }, without)]),
    ...remedies.map((remedy) => row({ id: remedy.method, name: remedyName(remedy.method), meaning: remedyWords(remedy.method, remedy.parameter), weights: remedy.method, drops: false }, Number.isNaN(remedy.parameter) ? raw : remedy)),
  ];
}

/** What is said aloud of a row, and beside its picture. */
export function rowSentence({ name, passAt1, checked, gainKept }: WhatIfRow): string {
  const risk = passAt1 === null ? t`its effect on pass@1 is unknown` : passAt1 < 0 ? t`a step would lower pass@1 (${formatNumber(passAt1)})` : t`a step would not lower pass@1 (${formatNumber(passAt1)})`;
  const kept = gainKept === null ? t`the gain of pass@k is unknown` : t`${formatShare(gainKept)} of the gain of pass@k is kept`;
  const other = checked === null ? t`Not checked on other samples.` : t`By the other half of the samples ${checked.says}.`;
  return t`${name}: ${risk}; ${kept}. ${other}`;
}

/** What the row of what is left out says. @param rule null: the flagged prompts are */
export function droppedWords(count: number, rule: string | null): string {
  if (rule === null) return count === 0 ? t`no prompt is flagged` : t`${formatCount(count, 'prompt')} flagged, of weight 0`;
  return count === 0 ? t`no prompt passes ${rule}` : t`${formatCount(count, 'prompt')} of weight 0: ${rule}`;
}

function checkOf({ check }: Remedy): WhatIfRow['checked'] {
  if (check === null || Number.isNaN(check.passAt1.rate)) return null;
  const says = { conflict: t`it lowers pass@1`, 'no conflict': t`it does not lower pass@1`, inconclusive: t`it cannot be told` }[check.verdict];
  return { rate: check.passAt1.rate, ci: check.passAt1.ci, says };
}

/** What is left of a sum that cancels is 0, to as many digits as a double has. */
function known(value: number, scale: number): number | null {
  if (Number.isNaN(value)) return null;
  return Math.abs(value) <= 1e-9 * scale ? 0 : value;
}
