import assert from 'node:assert/strict';
import { parseFilter } from '../../../src/core/filter/parseFilter';
import { exampleReport } from '../../webview/exampleReport';

const rows = exampleReport(2).promptTable;

function passing(filter: string): string[] {
  const parsed = parseFilter(filter, rows);
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.message);
  return rows.filter(parsed.matches).map((row) => row.id);
}

describe('parseFilter', () => {
  const cases: readonly [string, string[]][] = [
    ['', ['unsolved', 'hard', 'middle', 'easy', 'saturated']],
    ['state:unsolved', ['unsolved']],
    ['STATE:Mixed', ['hard', 'middle', 'easy']],
    ['group:hard', ['unsolved', 'hard']],
    ['interference:unknown', ['unsolved', 'saturated']],
    ['flag:any', ['hard']],
    ['flag:none', ['unsolved', 'middle', 'easy', 'saturated']],
    ['flag:rev', ['hard']],
    ['weight>1', ['unsolved', 'hard']],
    ['weight>=1', ['unsolved', 'hard', 'middle']],
    ['agreement<0', ['hard']],
    ['agreement<−1', ['hard']],
    ['agreement=unknown', ['unsolved', 'saturated']],
    ['p<0.05', ['unsolved']],
    ['p<=0.05', ['unsolved', 'hard']],
    ['c=0', ['unsolved']],
    ['wa<0', ['hard']],
    ['pass@k>0.5', ['middle', 'easy', 'saturated']],
    ['group:hard agreement<0', ['hard']],
    ['-group:hard', ['middle', 'easy', 'saturated']],
    ['-flag:any group:hard', ['unsolved']],
    ['SA', ['saturated']],
    ['"d"', ['unsolved', 'hard', 'middle', 'saturated']],
    ['"agreement<0"', []],
    ['-e', ['hard']],
    // Weights 2, 1.9, 1, 0.1, 0: their median is 1, their mean 1, the upper quarter begins at 1.9.
    ['weight>median', ['unsolved', 'hard']],
    ['weight>=median', ['unsolved', 'hard', 'middle']],
    ['weight>MEAN', ['unsolved', 'hard']],
    ['weight>=p75', ['unsolved', 'hard']],
    ['weight>p75', ['unsolved']],
    ['-weight>median', ['middle', 'easy', 'saturated']],
    // Agreements -2, 3 and 1 lie 4, 6 and 4 standard errors from 0; unknown ones pass nothing.
    ['q<0.001', ['hard', 'middle', 'easy']],
    ['q<1e-8', ['middle']],
    ['q=unknown', ['unsolved', 'saturated']],
    ['interference:negative weight>median', ['hard']],
  ];
  for (const [filter, ids] of cases) it(`${filter === '' ? 'nothing' : filter} passes ${ids.join(', ') || 'none'}`, () => assert.deepEqual(passing(filter), ids));

  it('takes a rate that is off the edge by rounding for the edge', () => {
    const [atMost, below] = [parseFilter('p<=0.3'), parseFilter('p<0.3')];
    assert.ok(atMost.ok && below.ok);
    const row = { ...rows[0], passRate: 0.1 + 0.2 };
    assert.notEqual(row.passRate, 0.3);
    assert.equal(atMost.matches(row), true);
    assert.equal(below.matches({ ...rows[0], passRate: 1 - 0.7 }), false);
  });

  const refusals: readonly [string, RegExp][] = [
    ['state:solved', /“state:solved” is not a state; use unsolved, mixed or saturated\./],
    ['stat:unsolved', /begins with “stat:”, which is not a term; use state, group, interference, flag, category, chosen or text/],
    ['wieght>1', /compares “wieght”, which is not a number of a prompt/],
    ['weight>', /needs a number after “>”, such as weight>0\.1/],
    ['weight>many', /needs a number/],
    ['weight<unknown', /needs a number/],
  ];
  for (const [filter, message] of refusals) {
    it(`says what is wrong with ${filter}`, () => {
      const parsed = parseFilter(`group:hard ${filter}`);
      assert.ok(!parsed.ok);
      assert.match(parsed.message, message);
      assert.ok(!parsed.message.includes('\n'));
      assert.deepEqual(rows.filter(parsed.matches).map((row) => row.id), ['unsolved', 'hard'], 'the other terms hold');
    });
  }

  it('says whether it must be read anew when the rows change', () => {
    for (const filter of ['weight>median', 'q<=0.1', 'group:hard -a<p10']) assert.equal(parseFilter(filter, rows).relative, true, filter);
    for (const filter of ['weight>1', '"weight>median"', 'median', 'weight:median', '']) assert.equal(parseFilter(filter, rows).relative, false, filter);
  });

  it('lets nothing pass a bound relative to no rows', () => {
    assert.deepEqual(rows.filter(parseFilter('weight>=median').matches), []);
  });

  it('takes a category by its name, or by a part of one that no category is called by', () => {
    const categories = ['Algebra', 'Intermediate Algebra', 'Number Theory', null, undefined];
    const sorted = rows.map((row, at) => ({ ...row, ...(categories[at] !== undefined && { category: categories[at] }) }));
    const ids = (filter: string): string[] => sorted.filter(parseFilter(filter, sorted).matches).map((row) => row.id);
    assert.deepEqual(ids('category:algebra'), ['unsolved']);
    assert.deepEqual(ids('category:alg'), ['unsolved', 'hard']);
    assert.deepEqual(ids('category:"number theory"'), ['middle']);
    assert.deepEqual(ids('-category:"e'), ['easy', 'saturated'], 'an open quotation mark is one being typed');
    assert.equal(parseFilter('category:', sorted).ok, false);
  });

  it('asks who can look into texts, each text once', () => {
    const held = (text: string, row: { readonly id: string }): boolean => row.id.includes(text === 'right triangle' ? 'sat' : 'e');
    const filter = parseFilter('text:"right triangle" -text:x text:x TEXT:x', rows, held);
    assert.deepEqual(filter.texts, ['right triangle', 'x']);
    assert.deepEqual(rows.filter(parseFilter('text:x', rows, held).matches).map((row) => row.id), ['unsolved', 'middle', 'easy', 'saturated']);
    assert.deepEqual(rows.filter(parseFilter('text:"right triangle" n>0', rows, held).matches).map((row) => row.id), ['saturated']);
  });

  it('says where a text cannot be looked for, and that one is missing', () => {
    const rule = parseFilter('weight>1 text:triangle', rows);
    assert.ok(!rule.ok);
    assert.match(rule.message, /“text:triangle” looks into prompts and responses, which only the table/);
    assert.deepEqual(rule.texts, []);
    const empty = parseFilter('text:', rows, () => true);
    assert.ok(!empty.ok);
    assert.match(empty.message, /needs a text after “:”/);
  });

  it('asks which prompts are chosen, and says where nobody chooses', () => {
    const chosen = new Set(['hard', 'easy']);
    const ids = (text: string): string[] => rows.filter(parseFilter(text, rows, null, chosen).matches).map((row) => row.id);
    assert.deepEqual(ids('chosen:yes'), ['hard', 'easy']);
    assert.deepEqual(ids('Chosen:YES -group:easy'), ['hard']);
    assert.deepEqual(ids('chosen:no'), rows.map((row) => row.id).filter((id) => !chosen.has(id)));
    assert.deepEqual(ids('-chosen:no'), ['hard', 'easy']);
    assert.deepEqual([parseFilter('chosen:yes', rows, null, chosen).byChoice, parseFilter('"chosen:yes"', rows, null, chosen).byChoice], [true, false]);
    const rule = parseFilter('chosen:yes', rows);
    assert.ok(!rule.ok);
    assert.match(rule.message, /“chosen:yes” asks for the prompts that are chosen, which only the table/);
    const wrong = parseFilter('chosen:maybe', rows, null, chosen);
    assert.ok(!wrong.ok);
    assert.match(wrong.message, /neither chosen:yes nor chosen:no/);
  });

  it('compares how many samples came twice, none where the log has no such', () => {
    const twice = rows.map((row, at) => (at === 1 ? { ...row, duplicates: 2 } : row));
    assert.deepEqual(twice.filter(parseFilter('duplicates>0', twice).matches), [twice[1]]);
    assert.deepEqual(passing('duplicates>0'), []);
  });

  it('looks for an id with a colon, since only words are terms', () => {
    assert.deepEqual(passing('gsm8k:12'), []);
    assert.deepEqual(passing('"state:unsolved"'), []);
  });
});
