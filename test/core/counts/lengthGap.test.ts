import { lengthGap } from '../../../src/core/counts/lengthGap';
import assert from 'node:assert/strict';
import { closeTo } from '../closeTo';

describe('lengthGap', () => {
  it('compares within prompts, where pooling would say the opposite', () => {
    // Correct responses are 10 shorter in each prompt, but the prompt that is mostly solved has long ones.
    const { mean, count, se } = lengthGap({
      correctLength: [9 * 190, 1 * 90, 0, 40],
      correctCount: [9, 1, 0, 2],
      wrongLength: [1 * 200, 9 * 100, 500, 0],
      wrongCount: [1, 9, 5, 0],
    });
    assert.equal(count, 2);
    closeTo(mean, -10, 1e-13);
    closeTo(se, 0, 0, 1e-12);
  });

  it('knows nothing when every prompt has one verdict', () => {
    const { count, mean } = lengthGap({ correctLength: [5], correctCount: [1], wrongLength: [0], wrongCount: [0] });
    assert.equal(count, 0);
    assert.ok(Number.isNaN(mean));
  });
});
