import assert from 'node:assert/strict';
import { SpelledTexts } from '../../src/logs/spelledTexts';
import { isSpelled } from '../../src/worker/isSpelled';
import { TextFinder } from '../../src/worker/textFinder';
import { textPatterns } from '../../src/worker/textPatterns';
import { seededRandom } from '../bench/seededRandom';

const LETTERS = ['n', 'u', '0', '6', 'e', '\\', '"', '/', '\n', 'é', 'É', '😀', ' ', 't', 'T', '<', '\u0001'];

/** JSON of a string as some program might write it: each letter plain, with its short escape, or as \u in either case. */
function written(text: string, random: () => number): string {
  const escape = (unit: string): string => {
    const digits = unit.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${random() < 0.5 ? digits : digits.toUpperCase()}`;
  };
  // Plain ASCII is spelled as itself by every known program.
  return Array.from(text, (letter) => (/[a-z0-9 T]/i.test(letter) ? letter : random() < 0.4 ? [...letter.split('')].map(escape).join('') : letter === '/' && random() < 0.5 ? '\\/' : JSON.stringify(letter).slice(1, -1))).join('');
}

describe('isSpelled', () => {
  it('says what the decoded string says, for every text in strings in every spelling', () => {
    const random = seededRandom(3);
    const some = (length: number): string => Array.from({ length }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('');
    const scanned = SpelledTexts.of('generic', { prompt: 'id', verdict: 'correct', response: 'response' });
    assert.ok(scanned?.wasm, 'it is looked for in the scanner\'s memory as well');
    const both: readonly (SpelledTexts | null)[] = [null, scanned];
    let found = 0;
    for (let round = 0; round < 30_000; round++) {
      const [text, spelled] = [some(1 + Math.floor(random() * 3)), written(some(Math.floor(random() * 12)), random)];
      const caseSensitive = random() < 0.5;
      const patterns = textPatterns(text, caseSensitive);
      // What surrounds the string does not count.
      const around = written(text, random);
      const bytes = Buffer.from(`${around}"${spelled}"${around}`);
      const [start, end] = [Buffer.byteLength(around) + 1, bytes.length - Buffer.byteLength(around) - 1];
      const expected = patterns.text.test(JSON.parse(`"${spelled}"`) as string);
      for (const spelledTexts of both) {
        const finder: TextFinder = new TextFinder(patterns, spelledTexts, 0);
        finder.turnTo(bytes);
        assert.equal(isSpelled(finder, start, end), expected, `${JSON.stringify(text)} in ${spelled}, ${spelledTexts === null ? 'as a string' : 'scanned'}`);
      }
      if (expected) found++;
    }
    assert.ok(found > 3000 && found < 27_000, `${found} found`);
  });
});
