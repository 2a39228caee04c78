import { checkDraws } from '../counts/checkCounts';
import { meanOverPrompts, type PromptMean } from '../counts/meanOverPrompts';
import { passAtK } from '../counts/passAtK';
import { intervalOrNull } from '../intervalOrNull';
import { numberOrNull } from '../numberOrNull';
import type { ReportSource } from '../reportShape';
import { bucketedMovement } from './bucketedMovement';
import type { BucketMovement, Comparison, LinearMovement, MeanEstimate, Movement, MovementSign } from './comparisonShape';
import { linearityGap } from './linearityGap';
import type { PairedCounts } from './pairedCounts';
import { pairedDifference } from './pairedDifference';
import type { PairedPrompts } from './pairPrompts';
import { promptMovements } from './promptMovements';
import { signFlipTest } from './signFlipTest';
import { weightedMovement } from './weightedMovement';

/** Counts of two halves of the earlier samples of the paired prompts; 0 where a log gives counts and no samples. */
export interface HalvedCounts {
  readonly choosing: { readonly n: Int32Array; readonly c: Int32Array };
  readonly measuring: { readonly n: Int32Array; readonly c: Int32Array };
}

const bucketEdges = [0, 0.1, 0.25, 0.5, 0.75, 0.9];
const fewPrompts = 50;

/**
 * What moved between two checkpoints of the same prompts, with paired errors: counts only, so no cause is named and nothing
 * is said of gradients. Source: MATH.md 3 and 5.
 * @param halves of the samples before
 * @throws RangeError if k is not a whole number >= 1
 */
export function comparison(
  before: ReportSource,
  after: ReportSource,
  { id, counts, onlyBefore, onlyAfter, withoutSamples }: PairedPrompts,
  halves: HalvedCounts,
  k: number,
): Comparison {
  checkDraws('comparison', k);
  const passAt1 = movement(counts, 1);
  const passAtKMovement = movement(counts, k);
  return {
    schema: 'passk/compare@1',
    label: 'Observed pass@1/pass@k movement between two checkpoints (not a gradient measurement)',
    k,
    before,
    after,
    prompts: { paired: id.length, onlyBefore, onlyAfter, withoutSamples },
    passAt1,
    passAtK: passAtKMovement,
    verdict: sentence(passAt1, passAtKMovement),
    linear: linearMovement(counts, k),
    byK: shownKs(counts, k).map((each) => ({
      k: each,
      observed: estimate(pairedDifference(counts, each)),
      firstOrder: estimate(weightedMovement(counts, each)),
    })),
    buckets: bucketMovements(halves, counts.after),
    promptTable: promptMovements(id, counts),
  };
}

function movement({ before, after }: PairedCounts, k: number): Movement {
  const earlier = Float64Array.from(before.n, (n, x) => passAtK(n, before.c[x], k));
  const later = Float64Array.from(after.n, (n, x) => passAtK(n, after.c[x], k));
  const differences = later.map((value, x) => value - earlier[x]);
  const mean = estimate(pairedDifference({ before, after }, k));
  // The difference is NaN where either has too few samples, and then neither counts.
  const paired = (values: Float64Array): number | null => numberOrNull(meanOverPrompts(values.map((value, x) => value + 0 * differences[x])).mean);
  const signFlipP = mean.prompts < fewPrompts ? numberOrNull(signFlipTest(differences)) : null;
  // Few prompts that all moved alike have no spread, but are no proof.
  const certain = signFlipP === null || signFlipP <= 0.05;
  return { k, before: paired(earlier), after: paired(later), ...mean, signFlipP, sign: certain ? signOf(mean) : 'unclear' };
}

function linearMovement(counts: PairedCounts, k: number): LinearMovement {
  const gap = estimate(linearityGap(counts, k));
  const holds = gap.estimate === null || gap.se === null ? null : Math.abs(gap.estimate) <= 2 * gap.se;
  return { k, ...estimate(weightedMovement(counts, k)), gap, holds };
}

/** 1, 2, 4, … as far as some prompt has so many samples in both, and the k asked for. */
function shownKs({ before, after }: PairedCounts, k: number): number[] {
  const most = before.n.reduce((best, n, x) => Math.max(best, Math.min(n, after.n[x])), 0);
  const ks = new Set([k]);
  for (let each = 1; each <= most; each *= 2) ks.add(each);
  return [...ks].sort((a, b) => a - b);
}

function bucketMovements({ choosing, measuring }: HalvedCounts, after: PairedCounts['after']): BucketMovement[] {
  const means = bucketedMovement(choosing, { before: measuring, after }, bucketEdges);
  const all = means.reduce((sum, { count }) => sum + count, 0);
  return means.map((mean, bucket) => ({
    above: bucket === 0 ? 0 : bucketEdges[bucket - 1],
    upTo: bucketEdges[bucket] ?? 1,
    movement: estimate(mean),
    contribution: mean.count === 0 ? null : numberOrNull((mean.mean * mean.count) / all),
  }));
}

function estimate({ count, mean, se, ci }: PromptMean): MeanEstimate {
  return { estimate: numberOrNull(mean), se: numberOrNull(se), ci: intervalOrNull(ci), prompts: count };
}

function signOf({ ci }: MeanEstimate): MovementSign {
  if (ci === null || (ci[0] <= 0 && ci[1] >= 0)) return 'unclear';
  return ci[1] < 0 ? 'fell' : 'rose';
}

function sentence(passAt1: Movement, passAtKMovement: Movement): string {
  const words = { rose: 'rose', fell: 'fell', unclear: 'did not clearly move' };
  if (passAtKMovement.k === 1) return `Pass@1 ${words[passAt1.sign]}.`;
  const joint = passAt1.sign === passAtKMovement.sign || passAt1.sign === 'unclear' || passAtKMovement.sign === 'unclear' ? 'and' : 'while';
  return `Pass@1 ${words[passAt1.sign]} ${joint} pass@${passAtKMovement.k} ${words[passAtKMovement.sign]}.`;
}
