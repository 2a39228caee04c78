import { numberOrNull } from '../core/numberOrNull';
import type { AnalysisResult } from '../protocol/analysis';
import { digits, wrap } from './textFormat';

type Certified = Extract<AnalysisResult, { kind: 'certified' }>;

/** The paper's sufficient conditions, for people. */
export function boundsText({ certified, squaredScore, threshold, step, label }: Certified): string {
  const value = (number: number) => digits(numberOrNull(number));
  const condition = `Condition: the inner product is at most ${value(-certified.bound)} (margin ${value(certified.margin)}, G² ${value(squaredScore)}), which certifies ${certified.bound > 0 ? 'a conflict' : 'nothing'}`;
  const from = Number.isNaN(threshold) ? 'A k from which it must conflict: none is promised, since prompts of either sign overlap in pass rate' : `A k from which it must conflict: ${value(threshold)}`;
  const steps = Number.isNaN(step.largest) ? 'A step size that surely lowers pass@1: none is promised' : `A plain step below ${value(step.largest)} surely lowers pass@1`;
  return `${['', ...[label, condition, from, steps].flatMap(wrap)].join('\n')}\n`;
}

/** The same for JSON, where what is unknown is null. */
export function boundsRecord({ certified, squaredScore, threshold, step, label }: Certified): object {
  return {
    label,
    delta: numberOrNull(certified.bound),
    margin: numberOrNull(certified.margin),
    squaredScore: numberOrNull(squaredScore),
    certifies: certified.bound > 0,
    conflictFrom: numberOrNull(threshold),
    largestStep: numberOrNull(step.largest),
  };
}
