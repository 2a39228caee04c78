import assert from 'node:assert/strict';
import type { CheckpointColumns, HalvedCounts } from '../../../src/core/compare/checkpointColumns';
import { compareCheckpoints } from '../../../src/core/compare/compareCheckpoints';
import type { Comparison } from '../../../src/core/compare/comparisonShape';
import type { PromptColumns } from '../../../src/core/promptColumns';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { goldenLog } from '../goldenLog';
import { sharedDataExists } from '../sharedData';
import { tinyLog } from '../tinyTransformer';

const source = { files: [], samples: 0, malformedCount: 0, malformed: [], errored: 0, duplicates: 0 };

function columns(n: ArrayLike<number>, c: ArrayLike<number>, id = Array.from(n, (_, x) => `p${x}`)): PromptColumns {
  return { id, n: Int32Array.from(n), c: Int32Array.from(c), errored: new Int32Array(n.length), exactRate: null, gradients: null };
}

/** Half of each prompt's samples with half of the correct ones, which is what an even draw would give. */
function evenHalves({ n, c }: PromptColumns): HalvedCounts {
  const half = { n: n.map((value) => value >> 1), c: c.map((value) => value >> 1) };
  return { choosing: half, measuring: half };
}

function checkpoint(prompts: PromptColumns, textMark = new Float64Array(prompts.id.length)): CheckpointColumns {
  return { name: 'x', step: null, source, columns: prompts, halves: evenHalves(prompts), textMark };
}

function compared(before: PromptColumns, after: PromptColumns, k: number): Comparison {
  return compareCheckpoints(checkpoint(before), checkpoint(after), k);
}

describe('compareCheckpoints', () => {
  // Ten prompts that fell from 8 of 10 to 6 or 7, two hard ones that rose.
  const before = columns(new Array(12).fill(10), [8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 0, 0]);
  const after = columns(new Array(12).fill(10), [6, 7, 6, 7, 6, 7, 6, 7, 6, 7, 0, 1]);

  it('gives the mean change, its error by hand, and the sign', () => {
    const { passAt1, verdict } = compared(before, after, 5);
    const changes = [-0.2, -0.1, -0.2, -0.1, -0.2, -0.1, -0.2, -0.1, -0.2, -0.1, 0, 0.1];
    const mean = changes.reduce((sum, value) => sum + value, 0) / 12;
    const se = Math.sqrt(changes.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 11 / 12);
    closeTo(passAt1.estimate ?? NaN, mean, 1e-12);
    closeTo(passAt1.se ?? NaN, se, 1e-12);
    closeTo((passAt1.ci ?? [NaN])[0], mean - 2.200985160082949 * se, 1e-9);
    closeTo((passAt1.before ?? NaN) + mean, passAt1.after ?? NaN, 1e-12);
    assert.equal(passAt1.sign, 'fell');
    assert.match(verdict, /^Pass@1 fell and pass@5 did not clearly move\.$/);
  });

  it('is not certain of a few prompts that all moved alike', () => {
    const { passAt1, verdict } = compared(columns([10, 10, 10], [8, 8, 8]), columns([10, 10, 10], [5, 5, 5]), 2);
    assert.deepEqual([passAt1.se, passAt1.signFlipP, passAt1.sign], [0, 0.25, 'unclear']);
    assert.match(verdict, /^Neither pass@1 nor pass@2 clearly moved\.$/);
  });

  it('turns its signs when before and after change places', () => {
    const there = compared(before, after, 1);
    const back = compared(after, before, 1);
    closeTo(there.passAt1.estimate ?? NaN, -(back.passAt1.estimate ?? NaN), 1e-15);
    assert.equal(back.passAt1.sign, 'rose');
    assert.equal(back.passAt1.signFlipP, there.passAt1.signFlipP);
  });

  it('says unknown, not 0, for a k that the samples do not reach', () => {
    const { passAtK, linear, byK } = compared(before, after, 11);
    assert.deepEqual([passAtK.estimate, passAtK.ci, passAtK.sign, linear.estimate, linear.holds, passAtK.prompts], [null, null, 'unclear', null, null, 0]);
    assert.deepEqual(byK.map(({ k }) => k), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('shares the movement of pass@1 out over the buckets', () => {
    const { buckets, passAt1 } = compared(before, after, 5);
    closeTo(buckets.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0), passAt1.estimate ?? NaN, 1e-12);
    assert.deepEqual(buckets.map(({ movement }) => movement.prompts), [2, 0, 0, 0, 0, 10, 0]);
  });

  it('names the prompts that were solved or lost, and only those, where that is no chance', () => {
    const { churn } = compared(columns([20, 20, 20, 20, 20], [0, 20, 12, 1, 0]), columns([20, 20, 20, 20, 20], [15, 0, 1, 0, 1]), 2);
    assert.deepEqual(churn, { solved: ['p0'], lost: ['p1'] });
  });

  it('says what the two signs together look like', () => {
    const hundred = (c: number, hard: number) => columns(new Array(100).fill(10), Array.from({ length: 100 }, (_, x) => (x < 50 ? c + (x % 2) : hard + (x % 2))));
    const patterns = [[8, 0, 5, 1], [5, 1, 8, 0], [5, 1, 7, 3], [7, 3, 5, 1], [7, 1, 7, 1]].map(([easy, hard, easyAfter, hardAfter]) => compared(hundred(easy, hard), hundred(easyAfter, hardAfter), 8).pattern);
    assert.deepEqual(patterns, ['traded', 'sharpened', 'both rose', 'both fell', 'unclear']);
  });

  it('gives every prompt its weight and agreement on either side, in whatever order each log has them', () => {
    const nothing = new Float64Array(0);
    const withAgreement = (prompts: PromptColumns, agreement: number[]): PromptColumns => ({
      ...prompts,
      gradients: {
        source: 'agreement', estimator: 'plug-in', dimension: null, projection: null, included: new Uint8Array(2).fill(1), agreement: Float64Array.from(agreement), agreementSe: new Float64Array(2).fill(NaN), pairs: null,
        curve: { k: new Int32Array(0), innerProduct: nothing, se: nothing, populationInnerProduct: nothing, populationSe: nothing, cosine: nothing, plugIn: nothing },
      },
    });
    const [a, b] = compared(withAgreement(columns([4, 4], [1, 2], ['a', 'b']), [-1, 2]), withAgreement(columns([4, 4], [4, 3], ['b', 'a']), [5, NaN]), 2).promptTable;
    // w_2 = 2 (n - c)/n
    assert.deepEqual([a.weight, a.agreement], [{ before: 1.5, after: 0.5 }, { before: -1, after: null }]);
    assert.deepEqual([b.weight, b.agreement], [{ before: 1, after: 0 }, { before: 2, after: 5 }]);
  });

  it('names a prompt whose text changed under its id', () => {
    const [one, other] = [checkpoint(before, new Float64Array(12).fill(7)), checkpoint(after, Float64Array.from({ length: 12 }, (_, x) => (x === 3 ? 8 : 7)))];
    assert.deepEqual(compareCheckpoints(one, other, 1).prompts.otherText, ['p3']);
  });

  it('uses no word of gradients in its verdict or label', () => {
    const { label, verdict } = compared(before, after, 5);
    assert.doesNotMatch(verdict, /agree|conflict|gradient/i);
    assert.equal(label, 'Observed pass@1/pass@k movement between two checkpoints (not a gradient measurement)');
  });

  if (sharedDataExists) {
    it('equals the golden movements', () => {
      const [earlier, later] = [goldenLog('before'), goldenLog('after')];
      const expected = golden().golden_log_expected;
      const found = compared(columns(earlier.n, earlier.c), columns(later.n, later.c), 8);
      for (const [movement, [estimate, se]] of [
        [found.passAt1, expected['paired_delta_pass@1']],
        [found.passAtK, expected['paired_delta_pass@8']],
        [found.linear, expected['D_8_unbiased_linear']],
      ] as const) {
        closeTo(movement.estimate ?? NaN, estimate, 1e-11);
        closeTo(movement.se ?? NaN, se, 1e-11);
      }
      closeTo(found.passAt1.before ?? NaN, expected['pass@1_before'][0], 1e-11);
      found.promptTable.forEach(({ p, adjustedP, ci }, x) => {
        closeTo(p, expected.fisher_p[x], 1e-10);
        closeTo(adjustedP, expected.bh_adjusted[x], 1e-10);
        closeTo(ci[0], expected.newcombe[x][0], 1e-10);
      });
    });

    it('sees that pass@8 training of a real network lowered pass@1 and raised pass@8', () => {
      const [earlier, later] = [tinyLog('step000'), tinyLog('step030')];
      const found = compared(columns(earlier.n, earlier.c, earlier.id), columns(later.n, later.c, later.id), 8);
      assert.equal(found.verdict, 'Pass@1 fell while pass@8 rose.');
      assert.equal(found.passAt1.signFlipP, null);
    });
  }
});
