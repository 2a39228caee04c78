import { checkDraws } from '../counts/checkCounts';
import { meanOverPrompts } from '../counts/meanOverPrompts';
import { passAtK } from '../counts/passAtK';
import { weightColumn } from '../counts/weightColumn';
import { conflictKs } from '../interference/conflictKs';
import { meanEstimate } from '../meanEstimate';
import { numberOrNull } from '../numberOrNull';
import type { MeanEstimate } from '../reportShape';
import { bucketedMovement } from './bucketedMovement';
import type { CheckpointColumns, HalvedCounts } from './checkpointColumns';
import type { BucketMovement, Comparison, LinearMovement, Movement, MovementPattern, MovementSign, PromptMovement } from './comparisonShape';
import { linearityGap } from './linearityGap';
import { pairedDifference } from './pairedDifference';
import { pairedGroups, type PairedGroups } from './pairedGroups';
import { pairedSweep } from './pairedSweep';
import { pairPrompts, type PairedPrompts } from './pairPrompts';
import { promptMovements, type CountedMovement } from './promptMovements';
import { signFlipTest } from './signFlipTest';
import { weightedMovement } from './weightedMovement';
import { t } from '../../texts/t';

const bucketEdges = [0, 0.1, 0.25, 0.5, 0.75, 0.9];
const fewPrompts = 50;

/**
 * What moved between two checkpoints of the same prompts, with paired errors: counts only, so no cause is named and nothing
 * is said of gradients. Called on every move of the k slider: what does not depend on k is worked out once for the two, so
 * they must not change afterwards. Source: MATH.md 3 and 5.
 * @throws RangeError if k is not a whole number >= 1
 */
export function compareCheckpoints(before: CheckpointColumns, after: CheckpointColumns, k: number): Comparison {
  checkDraws('compareCheckpoints', k);
  const { paired, groups, movements, byK, buckets } = pairBasis(before, after);
  const passAt1 = movement(groups, 1);
  const passAtKMovement = movement(groups, k);
  return {
    schema: 'passk/compare@1',
    label: 'Observed pass@1/pass@k movement between two checkpoints (not a gradient measurement)',
    k,
    before: before.source,
    after: after.source,
    prompts: { paired: paired.id.length, onlyBefore: paired.onlyBefore, onlyAfter: paired.onlyAfter, withoutSamples: paired.withoutSamples, otherText: paired.otherText },
    passAt1,
    passAtK: passAtKMovement,
    verdict: sentence(passAt1, passAtKMovement),
    pattern: patternOf(passAt1.sign, passAtKMovement.sign),
    linear: linearMovement(groups, k),
    byK: byK.some((row) => row.k === k) ? byK : [...byK, ...sweep(groups, [k])].sort((a, b) => a.k - b.k),
    buckets,
    churn: {
      solved: movements.filter(({ before: { c }, sign }) => c === 0 && sign === 'rose').map(({ id }) => id),
      lost: movements.filter(({ after: { c }, sign }) => c === 0 && sign === 'fell').map(({ id }) => id),
    },
    promptTable: promptRows(before, after, paired, movements, k),
  };
}

/** All of a comparison that does not depend on k. */
interface PairBasis {
  readonly paired: PairedPrompts;
  readonly groups: PairedGroups;
  readonly movements: readonly CountedMovement[];
  readonly byK: Comparison['byK'];
  readonly buckets: readonly BucketMovement[];
}

const bases = new WeakMap<CheckpointColumns, WeakMap<CheckpointColumns, PairBasis>>();

function pairBasis(before: CheckpointColumns, after: CheckpointColumns): PairBasis {
  const known = bases.get(before) ?? new WeakMap<CheckpointColumns, PairBasis>();
  bases.set(before, known);
  let basis = known.get(after);
  if (basis === undefined) {
    const paired = pairPrompts(before, after);
    const groups = pairedGroups(paired.counts);
    const { n: n0 } = groups.counts.before;
    const most = n0.reduce((best, n, group) => Math.max(best, Math.min(n, groups.counts.after.n[group])), 0);
    basis = {
      paired,
      groups,
      movements: promptMovements(paired.id, groups),
      byK: sweep(groups, conflictKs(most)),
      buckets: bucketMovements(before.halves, paired),
    };
    known.set(after, basis);
  }
  return basis;
}

function sweep(groups: PairedGroups, ks: ArrayLike<number>): Comparison['byK'] {
  return pairedSweep(groups, ks).map(({ k, observed, firstOrder }) => ({ k, observed: meanEstimate(observed), firstOrder: meanEstimate(firstOrder) }));
}

/** With weights and agreement of either side, so that a prompt can be followed from one to the other. */
function promptRows(before: CheckpointColumns, after: CheckpointColumns, { rowsBefore, rowsAfter }: PairedPrompts, movements: readonly CountedMovement[], k: number): PromptMovement[] {
  const weights = [weightColumn(before.columns, k), weightColumn(after.columns, k)];
  const agreements = [before.columns.gradients?.agreement, after.columns.gradients?.agreement];
  return movements.map((counted, x): PromptMovement => {
    const rows = [rowsBefore[x], rowsAfter[x]];
    const value = (columns: readonly (Float64Array | undefined)[], at: 0 | 1) => numberOrNull(columns[at]?.[rows[at]] ?? NaN);
    return {
      ...counted,
      weight: { before: value(weights, 0), after: value(weights, 1) },
      agreement: { before: value(agreements, 0), after: value(agreements, 1) },
    };
  });
}

function movement({ counts: { before, after }, size, of }: PairedGroups, k: number): Movement {
  const earlier = Float64Array.from(before.n, (n, group) => passAtK(n, before.c[group], k));
  const later = Float64Array.from(after.n, (n, group) => passAtK(n, after.c[group], k));
  const differences = later.map((value, group) => value - earlier[group]);
  const mean = meanEstimate(pairedDifference({ before, after }, k, size));
  // The difference is NaN where either has too few samples, and then neither counts.
  const both = (values: Float64Array): number | null => numberOrNull(meanOverPrompts(values.map((value, group) => value + 0 * differences[group]), size).mean);
  const signFlipP = mean.prompts < fewPrompts ? numberOrNull(signFlipTest(Array.from(of, (group) => differences[group]))) : null;
  // Few prompts that all moved alike have no spread, but are no proof.
  const certain = signFlipP === null || signFlipP <= 0.05;
  return { k, before: both(earlier), after: both(later), ...mean, signFlipP, sign: certain ? signOf(mean) : 'unclear' };
}

function linearMovement({ counts, size }: PairedGroups, k: number): LinearMovement {
  const gap = meanEstimate(linearityGap(counts, k, size));
  const holds = gap.estimate === null || gap.se === null ? null : Math.abs(gap.estimate) <= 2 * gap.se;
  return { k, ...meanEstimate(weightedMovement(counts, k, size)), gap, holds };
}

function bucketMovements({ choosing, measuring }: HalvedCounts, { counts, rowsBefore }: PairedPrompts): BucketMovement[] {
  const own = ({ n, c }: HalvedCounts['choosing']) => ({ n: rowsBefore.map((row) => n[row]), c: rowsBefore.map((row) => c[row]) });
  const means = bucketedMovement(own(choosing), { before: own(measuring), after: counts.after }, bucketEdges);
  const all = means.reduce((sum, { count }) => sum + count, 0);
  return means.map((mean, bucket) => ({
    above: bucket === 0 ? 0 : bucketEdges[bucket - 1],
    upTo: bucketEdges[bucket] ?? 1,
    movement: meanEstimate(mean),
    contribution: mean.count === 0 ? null : numberOrNull((mean.mean * mean.count) / all),
  }));
}

/** What the two signs together look like; not why. */
function patternOf(passAt1: MovementSign, passAtKSign: MovementSign): MovementPattern {
  if (passAt1 === 'unclear' || passAtKSign === 'unclear') return 'unclear';
  if (passAt1 === passAtKSign) return passAt1 === 'rose' ? 'both rose' : 'both fell';
  return passAt1 === 'fell' ? 'traded' : 'sharpened';
}

function signOf({ ci }: MeanEstimate): MovementSign {
  if (ci === null || (ci[0] <= 0 && ci[1] >= 0)) return 'unclear';
  return ci[1] < 0 ? 'fell' : 'rose';
}

function sentence(passAt1: Movement, passAtKMovement: Movement): string {
  const words = { rose: t`rose`, fell: t`fell`, unclear: t`did not clearly move` };
  if (passAtKMovement.k === 1) return t`Pass@1 ${words[passAt1.sign]}.`;
  if (passAt1.sign === 'unclear' && passAtKMovement.sign === 'unclear') return t`Neither pass@1 nor pass@${passAtKMovement.k} clearly moved.`;
  const isOpposed = passAt1.sign !== passAtKMovement.sign && passAt1.sign !== 'unclear' && passAtKMovement.sign !== 'unclear';
  const [first, second] = [words[passAt1.sign], words[passAtKMovement.sign]];
  return isOpposed ? t`Pass@1 ${first} while pass@${passAtKMovement.k} ${second}.` : t`Pass@1 ${first} and pass@${passAtKMovement.k} ${second}.`;
}
