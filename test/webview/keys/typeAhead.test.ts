import assert from 'node:assert/strict';
import { TypeAhead } from '../../../webview/keys/typeAhead';

function typed(keys: readonly string[], { typing = false, wait = 10 } = {}): string {
  const ahead = new TypeAhead();
  let now = 0;
  for (const key of keys) {
    now += wait;
    const plain = key.replace('Control+', '');
    ahead.onKey({ key: plain, ctrlKey: key.startsWith('Control+'), metaKey: false, altKey: false }, typing, now);
  }
  return ahead.take(now);
}

describe('TypeAhead', () => {
  it('keeps what is typed after a key of the editor', () => {
    assert.equal(typed(['Control', 'Control+f', 'Shift', 'p', '<', '0', ' ', 'x']), 'p<0 x');
    assert.equal(typed(['Control+f', 'a', 'b', 'Backspace', 'Backspace', 'Backspace', 'c']), 'c');
  });

  it('keeps nothing else', () => {
    assert.equal(typed(['a', 'b']), '');
    assert.equal(typed(['Control+f', 'a', 'Control+g', 'b']), 'b', 'a new key begins anew');
    assert.equal(typed(['Control+f', 'a', 'Tab', 'b']).includes('b'), false);
    assert.equal(typed(['Control+f', 'a'], { typing: true }), '');
    assert.equal(typed(['Control+f', 'a'], { wait: 4000 }), '');
  });

  it('gives it once', () => {
    const ahead = new TypeAhead();
    ahead.onKey({ key: 'f', ctrlKey: true, metaKey: false, altKey: false }, false, 0);
    ahead.onKey({ key: 'a', ctrlKey: false, metaKey: false, altKey: false }, false, 1);
    assert.deepEqual([ahead.take(2), ahead.take(3)], ['a', '']);
  });
});
