import { checkedMitigation } from '../core/mitigation/checkedMitigation';
import { conflictParts } from '../core/mitigation/conflictParts';
import { largestSafeK } from '../core/mitigation/largestSafeK';
import { oneStep } from '../core/mitigation/oneStep';
import { mitigatedWeights, type ConflictParts, type MitigationMethod } from '../core/mitigation/mitigatedWeights';
import { withoutPrompts } from '../core/mitigation/withoutPrompts';
import { passAtKPull } from '../core/interference/passAtKPull';
import type { PromptColumns } from '../core/promptColumns';
import { reportBasis } from '../core/reportBasis';
import type { AnalysisResult, Remedy } from '../protocol/analysis';
import type { GradientInput } from './gradientInput';
import { InputError } from './inputError';
import { halvedPopulations, knownGradients } from './knownGradients';
import { givenPull } from './plane';
import { t } from '../texts/t';

type Mitigation = Extract<AnalysisResult, { kind: 'mitigation' }>;

/**
 * Weights for the trainer by each method, what a step with them would do, and what it does on samples that did not choose
 * them (MATH.md 6).
 * @param dropped prompts to leave out of the pass@k objective, as a what-if of its own; null asks nothing
 * @throws InputError when k is not on the curve, or the log has no gradients; the signal's reason when aborted
 */
export async function mitigation(input: GradientInput, columns: PromptColumns, k: number, methods: readonly MitigationMethod[], dropped: readonly number[] | null, signal: AbortSignal): Promise<Mitigation> {
  const { gradients } = columns;
  if (!gradients) throw new InputError(t`This log has no gradients, so what to do about a conflict is unknown.`);
  const parts = conflictParts(columns, k);
  if (!parts) throw new InputError(t`k = ${k} is not on the curve of this log: it takes more than ${k} samples of every prompt.`);
  const rows = Array.from(gradients.included.keys()).filter((row) => gradients.included[row]);
  const pull = await pullColumn(input, columns, rows, k, signal);
  const halves = await halvedPopulations(input, columns, signal);
  const of = (column: ArrayLike<number>) => rows.map((row) => column[row]);
  const remedy = (method: MitigationMethod | null, weights: Float64Array, without: readonly number[] = []): Remedy => ({
    weights,
    predicted: { passAt1: stepOnPassAt1(parts, without.length > 0 ? 'drop' : method, weights, rows), passAtK: pull ? oneStep(of(weights), of(parts.agreement), of(pull), 1).passAtK : NaN },
    check: halves && checkedMitigation(halves, method, k, without),
  });
  const raw = remedy(null, parts.weights);
  return {
    kind: 'mitigation',
    k,
    raw,
    remedies: methods.map((method) => {
      const { parameter, weights } = mitigatedWeights(parts, method);
      return { method, parameter, ...remedy(method, weights) };
    }),
    without: dropped && remedy(null, withoutPrompts(parts.weights, dropped), dropped),
    largestSafeK: largestSafeK(gradients.curve.k, gradients.curve.innerProduct),
    unchecked: raw.check ? null : halves ? t`Checking takes more than ${k} samples of every prompt in each half.` : t`Checking takes score vectors of single samples, to choose on one half of them and check on the other.`,
  };
}

/** b_k(x); null where the log gives agreement and no gradients. */
async function pullColumn(input: GradientInput, columns: PromptColumns, rows: readonly number[], k: number, signal: AbortSignal): Promise<Float64Array | null> {
  if (columns.gradients?.source === 'agreement') return null;
  const { population, gradients } = await knownGradients(input, columns, signal);
  return population ? passAtKPull(population, population.ks.indexOf(k)) : givenPull(gradients, reportBasis(columns).rate, rows, k).pull;
}

/** mean(w' a): what the method aims at. With w a without bias where the method keeps the weights, moves all alike, or drops some. */
function stepOnPassAt1({ weights: before, agreement, weightedAgreement }: ConflictParts, method: MitigationMethod | null, weights: Float64Array, rows: readonly number[]): number {
  const keeps = method === null || method === 'surgery' || method === 'drop';
  if (!keeps) return mean(rows, (row) => weights[row] * agreement[row]);
  return mean(rows, (row) => (method === 'drop' && weights[row] === 0 ? 0 : weightedAgreement[row] + (weights[row] - before[row]) * agreement[row]));
}

/** Unknown counts as 0, as in the inner product. */
function mean(rows: readonly number[], value: (row: number) => number): number {
  return rows.reduce((sum, row) => sum + (value(row) || 0), 0) / rows.length;
}
