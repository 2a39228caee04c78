import assert from 'node:assert/strict';
import { FocusMemory } from '../../../webview/keys/focusMemory';

describe('FocusMemory', () => {
  it('gives the keyboard back to what had it last, when the editor gives the focus to the page as a whole', () => {
    const memory = new FocusMemory<string>();
    memory.onFocus('filter');
    memory.onFocus('note');
    assert.equal(memory.onReturn(null), 'note');
    assert.equal(memory.onReturn(null), 'note', 'as often as it is taken away');
  });

  it('leaves it where it is', () => {
    const memory = new FocusMemory<string>();
    memory.onFocus('note');
    assert.equal(memory.onReturn('table'), null);
  });

  it('gives nothing where nothing had it', () => {
    assert.equal(new FocusMemory<string>().onReturn(null), null);
  });

  it('lets a click decide by itself, and only the click', () => {
    const memory = new FocusMemory<string>();
    memory.onFocus('note');
    memory.onPointer(true);
    assert.equal(memory.onReturn(null), null);
    memory.onPointer(false);
    assert.equal(memory.onReturn(null), 'note');
  });
});
