import { clusteredMean } from './compare/clusteredMean';
import { categoryMeans } from './counts/categoryMeans';
import { exactPassAtK } from './counts/exactPassAtK';
import { exactWeight } from './counts/exactWeight';
import { meanOverPrompts, type PromptMean } from './counts/meanOverPrompts';
import { normalQuantile975 } from './counts/normalQuantile975';
import { normalTail } from './counts/normalTail';
import { passAtK } from './counts/passAtK';
import { passAtKInterval } from './counts/passAtKInterval';
import { passAtKWeight } from './counts/passAtKWeight';
import { benjaminiHochberg } from './interference/benjaminiHochberg';
import { intervalOrNull } from './intervalOrNull';
import { meanEstimate } from './meanEstimate';
import { numberOrNull } from './numberOrNull';
import type { CategoryColumn, PromptColumns } from './promptColumns';
import type { ReportBasis } from './reportBasis';
import type { CategorySummary, Interference, MeanEstimate } from './reportShape';

const falseDiscoveryRate = 0.1;

/**
 * The prompts by the log's own categories: pass@1, pass@k, weight and agreement of each, with the error over its prompts; the
 * sign of a category's agreement by Benjamini and Hochberg over the categories. Largest first. Source: MATH.md 8.
 * What does not depend on k is worked out once for the columns.
 */
export function categorySummary(columns: PromptColumns, categories: CategoryColumn, { groups }: ReportBasis, k: number): CategorySummary {
  const kinds = kindsOf(columns, categories, groups.of);
  const { category, group, rate, size, agreement, signs } = kinds;
  const over = (counted: (n: number, c: number) => number, exact: (p: number) => number): Float64Array => {
    const values = Array.from(groups.n, (n, at) => (n === 0 ? NaN : counted(n, groups.c[at])));
    return Float64Array.from(group, (at, kind) => (at < 0 ? exact(rate[kind]) : values[at]));
  };
  const passedAt1 = over((n, c) => passAtK(n, c, 1), (p) => p);
  const passedAtK = over((n, c) => passAtK(n, c, k), (p) => exactPassAtK(p, k));
  const weights = over((n, c) => passAtKWeight(n, c, k), (p) => exactWeight(p, k));
  const allWeight = weights.reduce((sum, value, kind) => sum + (value || 0) * size[kind], 0);
  const rows = categories.names.map((name, at) => {
    const own = Array.from(category.keys()).filter((kind) => category[kind] === at);
    const times = own.map((kind) => size[kind]);
    const mean = (values: Float64Array) => meanOverPrompts(own.map((kind) => values[kind]), times);
    const count = (isOne: (kind: number) => boolean) => own.reduce((sum, kind) => sum + (isOne(kind) ? size[kind] : 0), 0);
    const weight = mean(weights);
    return {
      category: name,
      prompts: count(() => true),
      unsolved: count((kind) => passedAt1[kind] === 0),
      saturated: count((kind) => passedAt1[kind] === 1),
      passAt1: rateEstimate(mean(passedAt1)),
      passAtK: rateEstimate(mean(passedAtK)),
      weightShare: weight.count === 0 ? null : numberOrNull((weight.mean * weight.count) / allWeight),
      agreement: meanEstimate(agreement[at]),
      interference: signs[at],
    };
  });
  const clustered = (values: Float64Array) => {
    const known = values.map((value, kind) => (category[kind] < 0 ? NaN : value));
    return rateEstimate(clusteredMean(known, category, size), new Set(category.filter((_, kind) => !Number.isNaN(known[kind]))).size);
  };
  return {
    k,
    rows: rows.filter(({ prompts }) => prompts > 0).sort((a, b) => b.prompts - a.prompts || (a.category < b.category ? -1 : 1)),
    without: size.reduce((sum, count, kind) => sum + (category[kind] < 0 ? count : 0), 0),
    clustered: { passAt1: clustered(passedAt1), passAtK: clustered(passedAtK) },
  };
}

/** @param size prompts, or clusters of them, that the error comes from */
function rateEstimate(mean: PromptMean, size = mean.count): MeanEstimate {
  return { ...meanEstimate(mean), ci: intervalOrNull(passAtKInterval({ ...mean, count: size })) };
}

/** The distinct (category, n, c) among the prompts; an exact rate is one of its own. */
interface Kinds {
  /** -1 is none. */
  readonly category: Int32Array;
  /** Group of equal counts, -1 for an exact rate. */
  readonly group: Int32Array;
  readonly rate: Float64Array;
  /** Prompts of each kind. */
  readonly size: Int32Array;
  /** Of each category. */
  readonly agreement: readonly PromptMean[];
  readonly signs: readonly Interference[];
}

const kept = new WeakMap<PromptColumns, Kinds>();

function kindsOf(columns: PromptColumns, { names, of }: CategoryColumn, groupOf: Int32Array): Kinds {
  const before = kept.get(columns);
  if (before) return before;
  const places = new Map<string, number>();
  const category: number[] = [];
  const group: number[] = [];
  const rate: number[] = [];
  const size: number[] = [];
  of.forEach((own, x) => {
    const exact = groupOf[x] < 0 ? (columns.exactRate?.[x] ?? NaN) : NaN;
    const key = `${own} ${groupOf[x]} ${exact}`;
    let place = places.get(key);
    if (place === undefined) {
      place = size.length;
      places.set(key, place);
      category.push(own);
      group.push(groupOf[x]);
      rate.push(exact);
      size.push(0);
    }
    size[place]++;
  });
  const agreement = categoryMeans(columns.gradients?.agreement ?? new Float64Array(of.length).fill(NaN), of, names.length);
  const kinds = { category: Int32Array.from(category), group: Int32Array.from(group), rate: Float64Array.from(rate), size: Int32Array.from(size), agreement, signs: agreementSigns(agreement) };
  kept.set(columns, kinds);
  return kinds;
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
