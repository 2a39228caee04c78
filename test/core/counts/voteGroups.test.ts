import assert from 'node:assert/strict';
import { majorityAtK } from '../../../src/core/counts/majorityAtK';
import { majorityCost, majorityOfGroups, voteGroups } from '../../../src/core/counts/voteGroups';

describe('voteGroups', () => {
  const alike = { correct: 3, wrong: [2, 1], blank: 1 };
  const groups = voteGroups([alike, { correct: 3, wrong: [2, 1], blank: 0 }, { ...alike }, { correct: 3, wrong: [2], blank: 1 }]);

  it('gathers prompts that vote alike, and no others', () => {
    assert.deepEqual(Array.from(groups.size), [2, 1, 1]);
    assert.deepEqual(groups.votes[0], alike);
  });

  it('counts the majority of each group once', () => {
    assert.deepEqual(Array.from(majorityOfGroups(groups, 3)), [majorityAtK(3, [2, 1], 3, 1), majorityAtK(3, [2, 1], 3), majorityAtK(3, [2], 3, 1)]);
    assert.ok(Number.isNaN(majorityOfGroups(groups, 8)[0]));
  });

  it('holds a large k for dearer than a small one, and what cannot win for free', () => {
    assert.ok(majorityCost(groups, 4) > 3 * majorityCost(groups, 2));
    assert.ok(majorityCost(voteGroups([{ correct: 0, wrong: [500], blank: 0 }]), 300) <= 1);
  });
});
