import { exactWeight } from '../counts/exactWeight';
import { meanOverPrompts } from '../counts/meanOverPrompts';
import type { GradientColumns } from '../promptColumns';
import { conflictKs } from './conflictKs';

export interface GivenAgreements {
  /** a(x) as the log gives it, NaN where it does not, [P]. */
  readonly agreement: Float64Array;
  readonly n: Int32Array;
  readonly c: Int32Array;
  /** As in PromptColumns. */
  readonly exactRate: Float64Array | null;
  /** Values of k that must be on the curve if they are in range. */
  readonly asked?: readonly number[];
}

/** The smallest largest k on offer where nothing in the data limits it. */
const leastKLimit = 64;

/**
 * The gradient columns from agreement scores computed elsewhere: the inner product is mean(w_k(p) a) over the prompts that
 * have both an agreement and a pass rate, a plug-in; its standard error sd(w a)/√N. Of the prompt population, the cosine
 * and the scores' own errors such a log says nothing: NaN.
 * @returns null when no prompt has an agreement and a pass rate
 */
export function givenAgreementColumns(given: GivenAgreements): GradientColumns | null {
  const { n, c, exactRate, asked } = given;
  const rates = Float64Array.from(n, (count, prompt) =>
    exactRate !== null && !Number.isNaN(exactRate[prompt]) ? exactRate[prompt] : count > 0 ? c[prompt] / count : NaN,
  );
  const included = Uint8Array.from(rates, (rate, prompt) => (Number.isNaN(rate) || !Number.isFinite(given.agreement[prompt]) ? 0 : 1));
  if (!included.includes(1)) return null;
  const agreement = given.agreement.map((value, prompt) => (included[prompt] ? value : NaN));
  const ks = conflictKs(Math.max(leastKLimit, n.reduce((most, count) => Math.max(most, count), 0)), asked);
  const unknown = new Float64Array(ks.length).fill(NaN);
  const innerProduct = new Float64Array(ks.length);
  const se = new Float64Array(ks.length);
  for (let i = 0; i < ks.length; i++) {
    const pulls = agreement.map((value, prompt) => (included[prompt] ? exactWeight(rates[prompt], ks[i]) * value : NaN));
    const mean = meanOverPrompts(pulls);
    innerProduct[i] = mean.mean;
    se[i] = mean.se;
  }
  return {
    source: 'agreement',
    estimator: 'plug-in',
    dimension: null,
    projection: null,
    included,
    agreement,
    agreementSe: new Float64Array(n.length).fill(NaN),
    pairs: null,
    curve: {
      k: ks,
      innerProduct,
      se,
      populationInnerProduct: unknown,
      populationSe: unknown.slice(),
      cosine: unknown.slice(),
      plugIn: innerProduct.slice(),
    },
  };
}
