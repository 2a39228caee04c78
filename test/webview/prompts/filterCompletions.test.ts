import assert from 'node:assert/strict';
import { parseFilter } from '../../../src/core/filter/parseFilter';
import { filterCompletions } from '../../../webview/prompts/filterCompletions';

const vocabulary = new Map([['flag', ['any', 'none', 'hard']], ['category', ['algebra', 'number theory']]]);
const texts = (before: string, after = '', asked = false): string[] => filterCompletions(before + after, before.length, vocabulary, asked).completions.map(({ text }) => text);

describe('filterCompletions', () => {
  const cases: readonly (readonly [before: string, completions: string[]])[] = [
    ['st', ['state:']],
    ['state:', ['state:unsolved', 'state:mixed', 'state:saturated']],
    ['state:un', ['state:unsolved']],
    ['state:unsolved', []],
    ['-gr', ['-group:']],
    ['group:hard inter', ['interference:']],
    ['category:', ['category:algebra', 'category:"number theory"']],
    ['category:"numb', ['category:"number theory"']],
    ['flag:h', ['flag:hard']],
    ['wei', ['weight>', 'weighted>']],
    ['weighted', ['weighted>', 'weighted<', 'weighted>=', 'weighted<=', 'weighted=']],
    ['q<', ['q<0', 'q<0.1', 'q<1', 'q<median', 'q<p90']],
    ['agreement=', ['agreement=0', 'agreement=0.1', 'agreement=1', 'agreement=median', 'agreement=p90', 'agreement=unknown']],
    ['weight>1', []],
    ['', []],
    ['state:mixed ', []],
    ['text:', []],
    ['cho', ['chosen:']],
    ['-chosen:', ['-chosen:yes', '-chosen:no']],
    ['dup', ['duplicates>']],
    ['zzz', []],
    ['nothing:', []],
  ];
  for (const [before, expected] of cases) it(`${JSON.stringify(before)} could become ${expected.join(', ') || 'nothing'}`, () => assert.deepEqual(texts(before), expected));

  it('puts a completion in place of the whole word at the caret', () => {
    const { from, to, completions } = filterCompletions('n>1 sta:x c=0', 7, vocabulary, false);
    assert.deepEqual(['n>1 sta:x c=0'.slice(from, to), completions], ['sta:x', []]);
    assert.deepEqual(filterCompletions('n>1 sta c=0', 6, vocabulary, false).completions.map(({ text }) => text), ['state:']);
  });

  it('has every term when it is asked for', () => {
    const all = texts('', '', true);
    assert.ok(all.includes('text:') && all.includes('state:') && all.includes('p>'), all.join(' '));
  });

  it('offers nothing that the filter cannot read, once it has its value', () => {
    for (const begun of ['state:', 'group:', 'interference:', 'flag:', 'category:', 'chosen:', 'q<', 'p<=', 'weight=']) {
      assert.ok(texts(begun).length > 0, begun);
      for (const text of texts(begun)) assert.ok(parseFilter(text, [], null, new Set()).ok, text);
    }
    for (const name of texts('', '', true)) assert.ok(parseFilter(name.endsWith('>') ? `${name}1` : `${name}${name === 'text:' || name === 'category:' || name === 'flag:' ? 'x' : texts(name)[0]?.slice(name.length)}`, [], () => true, new Set()).ok, name);
  });
});
