import assert from 'node:assert/strict';
import { SpelledTexts } from '../../src/logs/spelledTexts';
import { TextFinder } from '../../src/worker/textFinder';
import { textPatterns } from '../../src/worker/textPatterns';
import { seededRandom } from '../bench/seededRandom';

const FIELDS = { prompt: 'id', verdict: 'correct', response: 'response' };
const BLOCK_BYTES = 4096;

/** Where a text of plain ASCII first lies in [from..to), by comparing it with every place. */
function naive(bytes: string, text: string, from: number, to: number): number {
  for (let at = from; at + text.length <= to; at++) if (bytes.slice(at, at + text.length) === text) return at;
  return -1;
}

function scanned(): SpelledTexts {
  const texts = SpelledTexts.of('generic', FIELDS);
  assert.ok(texts?.wasm);
  return texts;
}

describe('TextFinder', () => {
  it('finds what comparing with every place finds, between any two places, in either case and as written', () => {
    const random = seededRandom(11);
    const pick = (letters: string, length: number) => Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
    const spelled = scanned();
    let found = 0;
    for (let round = 0; round < 6000; round++) {
      const written = pick('abAB k', Math.floor(random() * 120));
      const text = pick('abAB k', 1 + Math.floor(random() * (round % 10 === 0 ? 40 : 4)));
      const caseSensitive = random() < 0.5;
      const fold = (value: string) => (caseSensitive ? value : value.toLowerCase());
      for (const of of [null, spelled]) {
        const finder = new TextFinder(textPatterns(text, caseSensitive), of, BLOCK_BYTES);
        // In a buffer of its own half of the time, what a former block left behind its end.
        const isHeld = finder.buffers !== null && random() < 0.5;
        const bytes = isHeld ? finder.buffers[round & 1].subarray(0, written.length) : Buffer.alloc(written.length);
        if (isHeld) finder.buffers[round & 1].fill(text);
        bytes.set(Buffer.from(written));
        finder.turnTo(bytes);
        const from = Math.floor(random() * written.length);
        const to = from + Math.floor(random() * (written.length + 1 - from));
        const expected = naive(fold(written), fold(text), from, to);
        assert.equal(finder.next(from, to), expected, `${JSON.stringify(text)} in ${JSON.stringify(written.slice(from, to))}`);
        if (expected >= 0) found++;
      }
    }
    assert.ok(found > 1000, `${found} found`);
  });

  it('finds where a text is spelled first, though its plain part is everywhere', () => {
    for (const before of [0, 3, 5000]) {
      const filler = 'so quoted it is. ';
      for (const [text, spelling] of [['"QUOTED"', '\\"quoted\\"'], ['\\quoted', '\\u005Cquoted'], ['quoted é', 'Quoted \\u00E9'], ['é', 'É'], ['😀 quoted\n', '\\ud83D\\uDE00 quoted\\u000a']] as const) {
        const bytes = Buffer.from(filler.repeat(before) + spelling + filler + spelling);
        const expected = filler.length * before;
        const [found, second] = [null, scanned()].map((of) => {
          const finder = new TextFinder(textPatterns(text, false), of, BLOCK_BYTES);
          finder.turnTo(bytes);
          const cut = Buffer.byteLength(spelling) + expected - 1;
          return [finder.next(0, bytes.length), finder.next(expected + 1, bytes.length), finder.next(0, cut)];
        });
        assert.deepEqual(found, [expected, expected + Buffer.byteLength(spelling) + filler.length, -1], `${text} behind ${before}`);
        assert.deepEqual(second, found);
      }
    }
  });

  it('leaves a block as it is, whatever its records are', () => {
    const finder = new TextFinder(textPatterns('x', true), scanned(), BLOCK_BYTES);
    const first = '{"response":"xyz"},', written = Buffer.from(`${first}{"response":"x"}\n`);
    assert.ok(finder.buffers);
    const bytes = finder.buffers[0].subarray(0, written.length);
    bytes.set(written);
    finder.turnTo(bytes);
    // An element of a list is no line.
    assert.equal(finder.findTexts(0, first.length), false);
    assert.deepEqual(Buffer.from(bytes), written);
    assert.equal(finder.findTexts(first.length, bytes.length), true);
    assert.deepEqual(Buffer.from(bytes), written);
  });
});
