import assert from 'node:assert/strict';
import { interferenceFlags } from '../../../src/core/interference/interferenceFlags';
import type { GradientColumns } from '../../../src/core/promptColumns';

const empty = new Float64Array(0);
const curve = {
  k: new Int32Array(0),
  innerProduct: empty,
  se: empty,
  populationInnerProduct: empty,
  populationSe: empty,
  cosine: empty,
  plugIn: empty,
};

function flagsOf(agreement: number[], se: number[], more: Partial<GradientColumns> = {}): string[] {
  return interferenceFlags({
    source: 'score_grad',
    estimator: 'unbiased',
    dimension: 2,
    projection: null,
    included: new Uint8Array(agreement.length).fill(1),
    agreement: Float64Array.from(agreement),
    agreementSe: Float64Array.from(se),
    pairs: null,
    curve,
    ...more,
  });
}

describe('interferenceFlags', () => {
  it('takes the sign of what is many errors away from zero, and calls the rest unclear', () => {
    assert.deepEqual(flagsOf([-5, 5, -0.5, 0.5, NaN], [1, 1, 1, 1, NaN]), ['negative', 'positive', 'unclear', 'unclear', 'unknown']);
  });

  it('asks for more evidence the more prompts are looked at', () => {
    // p = 0.0455 for two errors: enough for one prompt at q = 0.10, not as one among a hundred.
    assert.deepEqual(flagsOf([-2], [1]), ['negative']);
    // p = 0.13 on both sides for one and a half.
    assert.deepEqual(flagsOf([-1.5], [1]), ['unclear']);
    assert.equal(flagsOf([-2, ...Array.from({ length: 99 }, () => 0.1)], new Array<number>(100).fill(1))[0], 'unclear');
  });

  it('is sure of exact values and of values given without an error, by their sign', () => {
    assert.deepEqual(flagsOf([-1e-9, 1e-9, 0], [0, 0, 0], { source: 'prompt_grad', estimator: 'exact' }), ['negative', 'positive', 'unclear']);
    assert.deepEqual(flagsOf([-1, 1, NaN], [NaN, NaN, NaN], { source: 'agreement', estimator: 'plug-in' }), ['negative', 'positive', 'unknown']);
  });

  it('is unclear for summaries, which hold no spread over samples', () => {
    assert.deepEqual(flagsOf([-9, 9, NaN], [NaN, NaN, NaN], { source: 'summary' }), ['unclear', 'unclear', 'unknown']);
  });

  it('is unclear for sampled gradients whose second pass did not come to its end', () => {
    assert.deepEqual(flagsOf([-9, 9], [NaN, NaN]), ['unclear', 'unclear']);
  });
});
