import assert from 'node:assert/strict';
import { chosenAfter } from '../../../webview/prompts/chosenAfter';

const ids = ['a', 'b', 'c', 'd', 'e'];
const after = (chosen: readonly string[], choice: Parameters<typeof chosenAfter>[0]): readonly string[] | null => chosenAfter(choice, new Set(chosen), (row) => ids[row], ids.length);

describe('chosenAfter', () => {
  it('chooses one more, and takes it back', () => {
    assert.deepEqual(after(['a'], { how: 'toggle', row: 2 }), ['a', 'c']);
    assert.deepEqual(after(['a', 'c'], { how: 'toggle', row: 0 }), ['c']);
  });

  it('chooses a stretch, up or down, in place of what was chosen', () => {
    assert.deepEqual(after(['e'], { how: 'range', from: 1, to: 3 }), ['b', 'c', 'd']);
    assert.deepEqual(after([], { how: 'range', from: 3, to: 1 }), ['b', 'c', 'd']);
    assert.deepEqual(after([], { how: 'range', from: 3, to: 9 }), ['d', 'e'], 'a filter may have shortened the table');
  });

  it('chooses all and none, and says when there was none', () => {
    assert.deepEqual(after([], { how: 'all' }), ids);
    assert.deepEqual(after(['a'], { how: 'none' }), []);
    assert.equal(after([], { how: 'none' }), null);
  });

  it('keeps what is chosen out of the table when one is added', () => assert.deepEqual(after(['hidden'], { how: 'toggle', row: 0 }), ['hidden', 'a']));
});
