import { clusteredMean } from './compare/clusteredMean';
import { categoryMeans } from './counts/categoryMeans';
import { exactPassAtK } from './counts/exactPassAtK';
import type { PromptMean } from './counts/meanOverPrompts';
import { normalQuantile975 } from './counts/normalQuantile975';
import { normalTail } from './counts/normalTail';
import { passAtK } from './counts/passAtK';
import { weightColumn } from './counts/weightColumn';
import { benjaminiHochberg } from './interference/benjaminiHochberg';
import { meanEstimate } from './meanEstimate';
import { numberOrNull } from './numberOrNull';
import type { CategoryColumn, PromptColumns } from './promptColumns';
import type { ReportBasis } from './reportBasis';
import type { CategorySummary, Interference } from './reportShape';

const falseDiscoveryRate = 0.1;

/**
 * The prompts by the log's own categories: pass@1, pass@k, weight and agreement of each, with the error over its prompts; the
 * sign of a category's agreement by Benjamini and Hochberg over the categories. Largest first. Source: MATH.md 8.
 */
export function categorySummary(columns: PromptColumns, { names, of }: CategoryColumn, basis: ReportBasis, k: number): CategorySummary {
  const count = names.length;
  const by = (values: ArrayLike<number>): PromptMean[] => categoryMeans(values, of, count);
  const passedAt1 = passColumn(columns, basis, 1);
  const passedAtK = passColumn(columns, basis, k);
  const weights = weightColumn(columns, k);
  const [at1, atK, weight] = [by(passedAt1), by(passedAtK), by(weights)];
  const agreement = by(columns.gradients?.agreement ?? new Float64Array(of.length).fill(NaN));
  const allWeight = weights.reduce((sum, value) => sum + (value || 0), 0);
  const tally = (rate: number) => categorySizes(of, count, (x) => basis.rate[x] === rate);
  const sizes = categorySizes(of, count, () => true);
  const [unsolved, saturated] = [tally(0), tally(1)];
  const signs = agreementSigns(agreement);
  const rows = names.map((category, at) => ({
    category,
    prompts: sizes[at],
    unsolved: unsolved[at],
    saturated: saturated[at],
    passAt1: meanEstimate(at1[at]),
    passAtK: meanEstimate(atK[at]),
    weightShare: weight[at].count === 0 ? null : numberOrNull((weight[at].mean * weight[at].count) / allWeight),
    agreement: meanEstimate(agreement[at]),
    interference: signs[at],
  }));
  const clustered = (values: Float64Array) => meanEstimate(clusteredMean(values.map((value, x) => (of[x] < 0 ? NaN : value)), of));
  return {
    k,
    rows: rows.filter(({ prompts }) => prompts > 0).sort((a, b) => b.prompts - a.prompts || (a.category < b.category ? -1 : 1)),
    without: of.reduce((sum, category) => sum + (category < 0 ? 1 : 0), 0),
    clustered: { passAt1: clustered(passedAt1), passAtK: clustered(passedAtK) },
  };
}

function passColumn({ exactRate }: PromptColumns, { groups }: ReportBasis, k: number): Float64Array {
  const counted = Array.from(groups.n, (n, group) => (n === 0 ? NaN : passAtK(n, groups.c[group], k)));
  return Float64Array.from(groups.of, (group, x) => (group < 0 ? exactPassAtK(exactRate?.[x] ?? NaN, k) : counted[group]));
}

function categorySizes(of: Int32Array, count: number, isOne: (x: number) => boolean): Int32Array {
  const sizes = new Int32Array(count);
  of.forEach((category, x) => {
    if (category >= 0 && isOne(x)) sizes[category]++;
  });
  return sizes;
}

/** With few prompts the interval is Student's; its length then says how many errors 1.96 of them are. */
function agreementSigns(means: readonly PromptMean[]): Interference[] {
  const p = Float64Array.from(means, ({ mean, ci }) => {
    const reach = ci[1] - mean;
    return reach > 0 ? 2 * normalTail((normalQuantile975 * Math.abs(mean)) / reach) : NaN;
  });
  const adjusted = benjaminiHochberg(p);
  return means.map(({ count, mean }, at) => {
    if (count === 0) return 'unknown';
    return !(adjusted[at] <= falseDiscoveryRate) ? 'unclear' : mean < 0 ? 'negative' : 'positive';
  });
}
