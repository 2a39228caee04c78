import assert from 'node:assert/strict';
import { countGroups } from '../../../src/core/counts/countGroups';
import { simultaneousPassAtK } from '../../../src/core/counts/simultaneousPassAtK';
import { closeTo } from '../closeTo';

describe('simultaneousPassAtK', () => {
  const groups = (n: number[], c: number[]) => countGroups(Int32Array.from(n), Int32Array.from(c));
  const varied = groups(new Array<number>(40).fill(16), Array.from({ length: 40 }, (_, x) => (x * 7) % 17));

  it('is the pointwise 1.96 for one k, and more, but less than Bonferroni asks, for several', () => {
    const one = simultaneousPassAtK(varied, [4]);
    closeTo(one, 1.96, 0.04);
    const five = simultaneousPassAtK(varied, [1, 2, 4, 8, 16]);
    assert.ok(five > one + 0.05 && five < 2.576, `${five}`);
  });

  it('adds nothing for a k that is there twice', () => {
    closeTo(simultaneousPassAtK(varied, [4, 4]), simultaneousPassAtK(varied, [4]), 1e-12);
  });

  it('is unknown where a prompt has fewer samples, without prompts and without k', () => {
    assert.ok(Number.isNaN(simultaneousPassAtK(groups([16, 3], [1, 2]), [1, 4])));
    assert.ok(Number.isNaN(simultaneousPassAtK(groups([], []), [1])));
    assert.ok(Number.isNaN(simultaneousPassAtK(varied, [])));
  });
});
