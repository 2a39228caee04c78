import { logQ } from '../core/counts/logQ';
import { exactWeight } from '../core/counts/exactWeight';
import { dotProduct } from '../core/interference/dotProduct';
import { gradientPlane } from '../core/interference/gradientPlane';
import type { GradientPopulation } from '../core/interference/gradientPopulation';
import { pairGroups } from '../core/interference/pairGroups';
import { passAtKPull } from '../core/interference/passAtKPull';
import type { PromptGradient } from '../core/interference/promptGradient';
import { squaredNorms } from '../core/interference/squaredNorms';
import type { PromptColumns } from '../core/promptColumns';
import { reportBasis } from '../core/reportBasis';
import type { AnalysisResult } from '../protocol/analysis';
import { InputError } from './inputError';
import { t } from '../texts/t';

const LABEL =
  t`First order from the inner products; second order from how pass@k bends in the pass rates alone, by estimates with their noise. How the pass rates themselves bend is in no log.`;

/** J1 and J_k in the plane of their gradients. @throws InputError when k is not on the curve */
export function plane(
  columns: PromptColumns,
  population: GradientPopulation | null,
  gradients: readonly (PromptGradient | null)[],
  k: number,
): Extract<AnalysisResult, { kind: 'plane' }> {
  const { curve, agreement, included, pairs } = columns.gradients ?? {};
  const at = curve?.k.indexOf(k) ?? -1;
  if (!curve || !agreement || !included || at < 0) throw new InputError(t`k = ${k} is not on the curve of this log: it takes more than ${k} samples of every prompt.`);
  const { rate } = reportBasis(columns);
  const rows = Array.from(included.keys()).filter((row) => included[row]);
  const of = (column: ArrayLike<number>) => rows.map((row) => column[row]);
  const squared1 = curve.innerProduct[curve.k.indexOf(1)];
  if (population && pairs) {
    const place = population.ks.indexOf(k);
    const { benchmark, population: drawn } = squaredNorms(population, pairGroups(population, pairs), place);
    const bending = (row: number) => (k < 2 ? 0 : k * (k - 1) * Math.exp(logQ(population.n[row], population.c[row], k - 2)));
    const products = { squared1, product: curve.innerProduct[at], squaredK: Number.isNaN(benchmark) ? drawn : benchmark };
    return { kind: 'plane', plane: gradientPlane(k, products, of(agreement), of(passAtKPull(population, place)), rows.map(bending)), label: LABEL };
  }
  const { squaredK, pull } = givenPull(gradients, rate, rows, k);
  const bendings = rows.map((row) => (k < 2 ? 0 : k * exactWeight(rate[row], k - 1)));
  return { kind: 'plane', plane: gradientPlane(k, { squared1, product: curve.innerProduct[at], squaredK }, of(agreement), of(pull), bendings), label: LABEL };
}

/** b_k(x) and |∇J_k|² from gradients of prompts as given. */
export function givenPull(gradients: readonly (PromptGradient | null)[], rate: Float64Array, rows: readonly number[], k: number): { squaredK: number; pull: Float64Array } {
  const dimension = gradients.find((gradient) => gradient !== null)?.vector.length ?? 0;
  const mean = new Float64Array(dimension);
  for (const row of rows) {
    const weight = exactWeight(rate[row], k);
    gradients[row]?.vector.forEach((value, j) => (mean[j] += (weight * value) / rows.length));
  }
  return {
    squaredK: dotProduct(mean, 0, mean, 0, dimension),
    pull: Float64Array.from(gradients, (gradient) => (gradient ? dotProduct(gradient.vector, 0, mean, 0, dimension) : NaN)),
  };
}
