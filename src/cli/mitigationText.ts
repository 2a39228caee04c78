import type { StepRate } from '../core/mitigation/stepRates';
import type { MitigationMethod } from '../core/mitigation/mitigatedWeights';
import type { Verdict } from '../core/reportShape';
import type { AnalysisResult } from '../protocol/analysis';
import { remedyMeaning } from './remedyMeaning';
import { digits, interval, wrap } from './textFormat';

type Mitigation = Extract<AnalysisResult, { kind: 'mitigation' }>;

export const METHODS: readonly MitigationMethod[] = ['surgery', 'projection', 'cap', 'drop', 'temper'];

/** What to do about a conflict, for people: at most 100 columns. */
export function mitigationText({ k, raw, remedies, largestSafeK, unchecked }: Mitigation): string {
  const lines = remedies.flatMap(({ method, parameter, predicted, check }) => [
    '',
    ...wrap(`Remedy "${method}" at k = ${k}: ${remedyMeaning(method, parameter, digits)}`),
    'One plain gradient step, first order, a unit of step size:',
    `${''.padEnd(44)}${'pass@1'.padStart(11)}${`pass@${k}`.padStart(13)}`,
    row('weights as they are, as predicted', raw.predicted),
    row('with the remedy, by the samples that chose it', predicted),
    ...(check ? [row('with the remedy, by the other half', { passAt1: check.passAt1.rate, passAtK: check.passAtK.rate }), ...checked(check.passAt1, check.verdict)] : []),
  ]);
  return `${[
    ...lines,
    ...(unchecked === null ? [] : wrap(`Not checked on other samples. ${unchecked}`)),
    ...wrap(Number.isNaN(largestSafeK) ? 'No k is free of conflict.' : `The largest k up to which the inner product is never below 0: ${largestSafeK}`),
  ].join('\n')}\n`;
}

function row(what: string, { passAt1, passAtK }: { readonly passAt1: number; readonly passAtK: number }): string {
  return `  ${what.padEnd(46)}${number(passAt1).padStart(7)}${number(passAtK).padStart(13)}`;
}

function checked({ ci }: StepRate, verdict: Verdict): string[] {
  const words = {
    conflict: 'the remedy still lowers pass@1',
    'no conflict': 'the remedy does not lower pass@1',
    inconclusive: 'whether the remedy still lowers pass@1 cannot be told',
  }[verdict];
  return wrap(`  The other half of the samples says of pass@1 ${interval(ci, digits)}: ${words}.`);
}

function number(value: number): string {
  return Number.isNaN(value) ? 'unknown' : Math.abs(value) < 1e-12 ? '0' : String(Number(value.toPrecision(3)));
}
