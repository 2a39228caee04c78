import assert from 'node:assert/strict';
import { TypeAhead } from '../../../webview/keys/typeAhead';

function typed(keys: readonly string[], { typing = false, wait = 10 } = {}): string | null {
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
    assert.equal(typed(['Control+f', 'a', 'Tab', 'b']), '');
    assert.equal(typed(['Control+f', 'a'], { wait: 4000 }), '');
  });

  it('knows when it went into a field, and leaves it there', () => {
    assert.equal(typed(['Control+f', 'a'], { typing: true }), null);
    assert.equal(typed(['Control+f'], { typing: true }), '');
    assert.equal(typed(['a', 'Control+f'], { typing: true }), '');
  });

  it('gives it once', () => {
    const ahead = new TypeAhead();
    ahead.onKey({ key: 'f', ctrlKey: true, metaKey: false, altKey: false }, false, 0);
    ahead.onKey({ key: 'a', ctrlKey: false, metaKey: false, altKey: false }, false, 1);
    assert.deepEqual([ahead.take(2), ahead.take(3)], ['a', '']);
  });
});
