import { answerSummary } from './answerSummary';
import { categorySummary } from './categorySummary';
import { conflictSummary } from './conflictSummary';
import { checkDraws } from './counts/checkCounts';
import { lengthSummary } from './lengthSummary';
import { onceFor } from './onceFor';
import { passAtKRows } from './passAtKRows';
import { promptCounts } from './promptCounts';
import type { PromptColumns } from './promptColumns';
import { promptTable } from './promptTable';
import { reportBasis } from './reportBasis';
import type { Report, ReportSource } from './reportShape';
import { weightSummary } from './weightSummary';

const countsOf = onceFor((columns: PromptColumns) => promptCounts(columns, reportBasis(columns)));
const lengthsOf = onceFor(lengthSummary);
const answersOf = onceFor(answerSummary);

export interface ReportOptions {
  /** The k of weights, conflict and table. */
  readonly k: number;
  /** More k for the pass@k rows. */
  readonly ks?: readonly number[];
  /** A prompt is hard if its pass rate is below this. */
  readonly hardBelow: number;
  /** A prompt is easy if its pass rate is above this. */
  readonly easyAbove: number;
}

/**
 * The report of DESIGN.md 4. Called on every move of the k slider: what does not depend on k is worked out once for the
 * columns, so they must not change afterwards.
 * @param flags per prompt id, the flag in force
 * @throws RangeError if a k is not a whole number >= 1
 */
export function report(
  source: ReportSource,
  columns: PromptColumns,
  options: ReportOptions,
  flags?: ReadonlyMap<string, string>,
): Report {
  const asked = [options.k, ...(options.ks ?? [])];
  for (const k of asked) checkDraws('report', k);
  const basis = reportBasis(columns);
  const { gradients, categories, lengths, answers } = columns;
  return {
    schema: 'passk/report@1',
    source,
    prompts: countsOf(columns),
    passAtK: passAtKRows(basis, asked),
    weights: weightSummary(basis, options.k),
    gradients: {
      source: gradients?.source ?? 'none',
      dimension: gradients?.dimension ?? null,
      projection: gradients?.projection ?? null,
    },
    conflict:
      gradients === null || basis.conflict === null ? null : conflictSummary(gradients, basis.conflict, basis, options),
    ...(categories && { categories: categorySummary(columns, categories, basis, options.k) }),
    ...(lengths && { lengths: lengthsOf(lengths) }),
    ...(answers && { answers: answersOf(answers) }),
    promptTable: promptTable(columns, basis, options, flags),
  };
}
