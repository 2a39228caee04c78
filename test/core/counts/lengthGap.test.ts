import assert from 'node:assert/strict';
import { lengthGap } from '../../../src/core/counts/lengthGap';
import { closeTo } from '../closeTo';

describe('lengthGap', () => {
  it('compares within prompts, where pooling would say the opposite', () => {
    // Correct responses are 10 shorter in each prompt, but the prompt that is mostly solved has long ones.
    const { mean, count, se } = lengthGap({ correct: Float64Array.of(190, 90, NaN, 20), wrong: Float64Array.of(200, 100, 100, NaN) });
    assert.equal(count, 2);
    closeTo(mean, -10, 1e-13);
    closeTo(se, 0, 0, 1e-12);
  });

  it('knows nothing when every prompt has one verdict', () => {
    const { count, mean } = lengthGap({ correct: Float64Array.of(5), wrong: Float64Array.of(NaN) });
    assert.equal(count, 0);
    assert.ok(Number.isNaN(mean));
  });
});
