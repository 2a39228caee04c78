import assert from 'node:assert/strict';
import { freshState, readSavedState } from '../../../webview/state/savedState';

describe('readSavedState', () => {
  it('gives back exactly what was saved', () => {
    const saved = {
      ...freshState, k: 12, hardBelow: 0.2, easyAbove: 0.7, sort: [{ column: 'weight', descending: true }, { column: 'id', descending: false }], filter: 'state:unsolved', promptId: '__proto__',
      sample: 41, beside: true, differences: true, listing: { verdict: 'wrong', answer: '42', order: 'length', descending: true }, chosen: ['a', '__proto__'], asTable: ['weights'], wide: ['scatter'], compared: [2, 0], comparing: true, sights: { scatter: { x: [0, 0.5], y: [-2, 1] } }, choices: { kernel: 'clustered' }, unfolded: ['why'], scroll: { page: 120.5, below: 30, table: 4400, prompt: 7 },
    };
    assert.deepEqual(readSavedState(JSON.parse(JSON.stringify(saved))), saved);
  });

  for (const nothing of [undefined, null, 7, 'text', [], {}]) {
    it(`starts fresh from ${JSON.stringify(nothing)}`, () => assert.deepEqual(readSavedState(nothing), freshState));
  }

  it('takes what fits and leaves what does not', () => {
    const spoilt = {
      k: 2.5, hardBelow: -1, easyAbove: 'high', sort: [{ column: 'colour', descending: true }, 'id', { column: 'weight' }, { column: 'weight', descending: true }], filter: 3, promptId: 4, sample: '1', beside: 'yes',
      differences: 1, listing: { verdict: 'right', answer: 4, order: 'size', descending: 1 }, chosen: 'all',
      asTable: ['weights', 5], wide: 'all', compared: [1, 1], comparing: 1, sights: { scatter: 3, weights: { x: [1, 0], y: [0, 1] }, passAtK: { x: [0, '1e999'], y: [0, 1] } }, choices: { kernel: 3 }, unfolded: [null], scroll: { page: -3, below: 'x', table: 'x', prompt: Infinity },
    };
    assert.deepEqual(readSavedState(spoilt), { ...freshState, sort: [{ column: 'weight', descending: false }], asTable: ['weights'] });
  });
});
