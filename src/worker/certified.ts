import { weightColumn } from '../core/counts/weightColumn';
import { certifiedConflict } from '../core/interference/certifiedConflict';
import { conflictThreshold } from '../core/interference/conflictThreshold';
import type { GradientPopulation } from '../core/interference/gradientPopulation';
import { stepSizeBound } from '../core/interference/stepSizeBound';
import type { PromptColumns } from '../core/promptColumns';
import { reportBasis } from '../core/reportBasis';
import type { AnalysisResult } from '../protocol/analysis';
import { InputError } from './inputError';
import { t } from '../texts/t';

const LABEL = t`The sufficient conditions of the paper (cor. 4.4, prop. 4.5 and 4.6): very loose, and silent where they certify nothing. The step takes F = G², which no log holds.`;

/** What the paper's sufficient conditions say of a run. @throws InputError where the log holds no lengths of score vectors */
export function certified(columns: PromptColumns, population: GradientPopulation | null, k: number): Extract<AnalysisResult, { kind: 'certified' }> {
  if (!population || !columns.gradients) throw new InputError(t`The sufficient condition needs the lengths of score vectors, and this log gives gradients of prompts.`);
  const { sums, n, included } = population;
  const squares = Array.from(n, (count, row) => (included[row] ? (sums.squaresCorrect(row) + sums.squaresWrong(row)) / count : 0));
  const squaredScore = squares.reduce((most, square) => Math.max(most, square), 0);
  const { agreement } = columns.gradients;
  const found = certifiedConflict(weightColumn(columns, k), agreement, squaredScore);
  const { rate } = reportBasis(columns);
  const known = Array.from(agreement.keys()).filter((row) => !Number.isNaN(agreement[row]));
  const against = known.filter((row) => agreement[row] <= -found.margin);
  const others = known.filter((row) => !(agreement[row] <= -found.margin));
  const edge = (rows: readonly number[], pick: (a: number, b: number) => number, start: number) => rows.reduce((best, row) => pick(best, rate[row]), start);
  return {
    kind: 'certified',
    certified: found,
    squaredScore,
    threshold: conflictThreshold(against.length / known.length, found.margin, edge(against, Math.max, 0), edge(others, Math.min, 1), squaredScore),
    step: stepSizeBound(k, found.bound, squaredScore, squaredScore),
    label: LABEL,
  };
}

/** The same in a sentence beside a picture. */
export function certainty({ certified: { bound }, step }: Extract<AnalysisResult, { kind: 'certified' }>): string {
  if (!(bound > 0)) return t`The paper's sufficient condition, which is very loose, certifies no conflict at this k.`;
  return t`The paper's sufficient condition, which is very loose, certifies a conflict at this k: a plain step on pass@k below ${step.largest.toPrecision(2)} surely lowers pass@1.`;
}
