import assert from 'node:assert/strict';
import { wordDifferences } from '../../../../webview/detail/rich/wordDifferences';

const only = (pieces: readonly { readonly text: string; readonly only: boolean }[]): string[] => pieces.filter((piece) => piece.only).map(({ text }) => text);
const whole = (pieces: readonly { readonly text: string }[]): string => pieces.map(({ text }) => text).join('');

describe('wordDifferences', () => {
  it('marks on each side the words that the other has not', () => {
    const found = wordDifferences('the cat sat down', 'the dog sat');
    assert.ok(found);
    assert.equal(found.by, 'words');
    assert.deepEqual(only(found.left).map((text) => text.trim()), ['cat', 'down']);
    assert.deepEqual(only(found.right).map((text) => text.trim()), ['dog']);
  });

  it('leaves both texts whole, whatever they hold', () => {
    const texts = ['', 'a', 'a\n b\t\tc\n', '<b>&amp;</b> $x$', '🧮 👩‍🔬 a\u202eb', 'один два', '  ', 'x = 1\ny = 2\n'];
    for (const left of texts) {
      for (const right of texts) {
        const found = wordDifferences(left, right);
        assert.ok(found);
        assert.deepEqual([whole(found.left), whole(found.right)], [left, right]);
        if (left === right) assert.deepEqual([...only(found.left), ...only(found.right)], []);
      }
    }
  });

  it('gives up in time on texts that have nothing in common', () => {
    const words = (seed: number): string => Array.from({ length: 30_000 }, (_, at) => ((at * 7919 + seed) % 104729).toString(36)).join(' ');
    const begin = performance.now();
    const found = wordDifferences(words(1), words(50), 200);
    assert.ok(found === null || found.by === 'lines');
    assert.ok(performance.now() - begin < 5000);
  });
});
