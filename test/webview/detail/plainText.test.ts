import assert from 'node:assert/strict';
import { pieceEnd } from '../../../webview/detail/plainText';

function pieces(text: string): string[] {
  const found: string[] = [];
  for (let from = 0; from < text.length; ) {
    const to = pieceEnd(text, from);
    assert.ok(to > from && to - from <= 16_384);
    found.push(text.slice(from, to));
    from = to;
  }
  return found;
}

describe('the pieces of a long text', () => {
  it('are the text, and part at line ends', () => {
    const text = Array.from({ length: 20_000 }, (_, line) => `line ${line}: ${'x'.repeat(line % 90)}`).join('\n');
    const found = pieces(text);
    assert.equal(found.join(''), text);
    assert.deepEqual(found.slice(0, -1).filter((piece) => !piece.endsWith('\n')), []);
  });

  it('part between characters where there is no line end', () => {
    const text = `a${'🧮'.repeat(40_000)}`;
    const found = pieces(text);
    assert.equal(found.join(''), text);
    assert.deepEqual(found.filter((piece) => /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(piece)), []);
  });
});
