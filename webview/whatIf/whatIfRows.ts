import { remedyMeaning } from '../../src/core/mitigation/remedyMeaning';
import type { Interval } from '../../src/core/reportShape';
import type { AnalysisResult, Remedy } from '../../src/protocol/analysis';
import type { WeightChoice } from '../../src/protocol/exporting';
import { formatCount } from '../numbers/formatCount';
import { formatNumber } from '../numbers/formatNumber';

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

const names: Readonly<Record<Mitigation['remedies'][number]['method'], string>> = {
  surgery: 'Add pass@1 (gradient surgery)',
  projection: 'Shift by agreement',
  cap: 'Cap the weights',
  drop: 'Drop the fewest prompts',
  temper: 'Temper the weights',
};

/** All that can be tried, the weights as they are on top. */
export function whatIfRows({ k, raw, without, remedies }: Mitigation, droppedWords: string): WhatIfRow[] {
  const gain = raw.predicted.passAtK;
  const row = (part: Pick<WhatIfRow, 'id' | 'name' | 'meaning' | 'weights' | 'drops'>, remedy: Remedy): WhatIfRow => ({
    ...part,
    passAt1: known(remedy.predicted.passAt1),
    checked: checkOf(remedy),
    gainKept: gain > 0 ? known(remedy.predicted.passAtK / gain) : null,
    zero: remedy.weights.reduce((count, weight) => count + (weight === 0 ? 1 : 0), 0),
  });
  return [
    row({ id: 'raw', name: `Pass@${k} as it is`, meaning: 'the weights of pass@k', weights: 'pass@k', drops: false }, raw),
    ...(without === null ? [] : [row({ id: 'without', name: 'Leave prompts out', meaning: droppedWords, weights: 'pass@k', drops: true }, without)]),
    ...remedies.map((remedy) => row({ id: remedy.method, name: names[remedy.method], meaning: remedyMeaning(remedy.method, remedy.parameter, formatNumber), weights: remedy.method, drops: false }, remedy)),
  ];
}

/** What is said aloud of a row, and beside its picture. */
export function rowSentence({ name, passAt1, checked, gainKept }: WhatIfRow): string {
  const risk = passAt1 === null ? 'its effect on pass@1 is unknown' : passAt1 < -1e-12 ? `a step would lower pass@1 (${formatNumber(passAt1)})` : `a step would not lower pass@1 (${formatNumber(passAt1)})`;
  const kept = gainKept === null ? 'the gain of pass@k is unknown' : `${formatNumber(100 * gainKept)}% of the gain of pass@k is kept`;
  return `${name}: ${risk}; ${kept}. ${checked === null ? 'Not checked on other samples.' : `The other half of the samples: ${checked.says}.`}`;
}

/** "12 flagged prompts", for the row of what is left out. */
export function droppedWords(count: number, what: string): string {
  return count === 0 ? `no prompt: ${what} names none` : `${formatCount(count, 'prompt')} of weight 0: ${what}`;
}

function checkOf({ check }: Remedy): WhatIfRow['checked'] {
  if (check === null || Number.isNaN(check.passAt1.rate)) return null;
  const says = { conflict: 'it still lowers pass@1', 'no conflict': 'it does not lower pass@1', inconclusive: 'it cannot be told' }[check.verdict];
  return { rate: check.passAt1.rate, ci: check.passAt1.ci, says };
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
