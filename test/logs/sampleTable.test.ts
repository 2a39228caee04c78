import assert from 'node:assert/strict';
import { emptyDraft } from '../../src/logs/emptyDraft';
import type { PromptFacts, SampleDraft } from '../../src/logs/recordSink';
import { SampleTable } from '../../src/logs/sampleTable';

function draft(promptId: string, change: Partial<SampleDraft> = {}): SampleDraft {
  return { ...emptyDraft(), promptId, verdict: 'correct', ...change };
}

function facts(promptId: string, change: Partial<PromptFacts> = {}): PromptFacts {
  return { promptId, run: '', n: null, c: null, passRate: null, agreement: null, promptGrad: null, summary: null, ...change };
}

describe('SampleTable', () => {
  it('counts n, c and errored by policy, and leaves duplicates out', () => {
    const table = new SampleTable();
    table.sample(draft('a', { sampleIndex: 3 }));
    table.sample(draft('b', { verdict: 'errored' }));
    table.sample(draft('a', { sampleIndex: 1, verdict: 'wrong' }));
    table.sample(draft('a', { sampleIndex: 3, verdict: 'wrong' }));
    table.sample(draft('a'));
    table.sample(draft('a'));
    const drop = table.promptColumns('', 'drop').columns;
    assert.deepEqual([drop.id, [...drop.n], [...drop.c], [...drop.errored], drop.exactRate], [['a', 'b'], [4, 0], [3, 0], [0, 1], null]);
    assert.deepEqual([...table.promptColumns('', 'wrong').columns.n], [4, 1]);
    assert.deepEqual([table.duplicates, table.errored, table.sampleCount], [1, 1, 6]);
    assert.deepEqual(table.duplicatesOf(table.promptColumns('', 'drop').prompts), Int32Array.of(1, 0));
    assert.deepEqual([0, 1, 2, 3, 4, 5].map((sample) => table.isCounted(sample)), [true, true, true, false, true, true]);
    assert.deepEqual([...table.samplesOf('', 0)], [0, 2, 4, 5]);
  });

  it('counts what came since it was asked before as if it had been there at first, duplicates or not', () => {
    const growing = new SampleTable();
    for (let at = 0; at < 600; at++) {
      const prompt = `p${(at * 31) % 40}`;
      // From 400 on, some numbers come again.
      growing.sample(draft(prompt, { run: at % 7 === 0 ? 'x' : 'y', sampleIndex: at % 5 === 0 ? -1 : at < 400 ? at : at - (at % 3) * 160, verdict: (['correct', 'wrong', 'errored'] as const)[at % 3]! }));
      if (at % 29 !== 0 && at !== 599) continue;
      const whole = new SampleTable();
      for (let back = 0; back <= at; back++) {
        whole.sample(draft(growing.promptId(growing.promptOf(back)), {
          run: growing.runOf(growing.promptOf(back)), sampleIndex: growing.sampleIndexOf(back), verdict: growing.verdictOf(back),
        }));
      }
      for (const run of growing.runs()) assert.deepEqual(growing.promptColumns(run, 'wrong'), whole.promptColumns(run, 'wrong'), `${at} ${run}`);
      assert.equal(growing.duplicates, whole.duplicates);
      // Sorting tells the same as counting along.
      for (const run of growing.runs()) {
        const { columns } = growing.promptColumns(run, 'wrong');
        assert.deepEqual(Array.from(columns.n, (_, row) => growing.samplesOf(run, row).length), [...columns.n]);
        const { prompts } = growing.promptColumns(run, 'wrong');
        const [all, left] = [0, 0].map(() => new Int32Array(prompts.length)) as [Int32Array, Int32Array];
        for (let sample = 0; sample <= at; sample++) {
          const row = prompts.indexOf(growing.promptOf(sample));
          if (row >= 0) (growing.isCounted(sample) ? all : left)[row]!++;
        }
        assert.deepEqual([growing.duplicatesOf(prompts) ?? new Int32Array(prompts.length), [...all]], [left, [...columns.n]]);
      }
    }
    assert.ok(growing.duplicates > 0);
    const twice = new SampleTable();
    for (let time = 0; time < 2; time++) twice.sample(draft('a', { sampleIndex: 0 }));
    assert.deepEqual([twice.duplicates, ...twice.promptColumns('', 'drop').columns.n], [1, 1]);
  });

  it('tells the samples of a prompt where the log has them by prompt, mixed, and with numbers that come twice', () => {
    const orders: readonly (readonly [prompt: string, number: number])[][] = [
      [['a', 0], ['a', 1], ['b', 0], ['c', 0], ['c', 1]], [['a', 0], ['b', 0], ['a', 1], ['c', 0]], [['a', 0], ['a', 0], ['b', 1], ['b', 0], ['b', 1], ['c', 0]], [['a', 0], ['b', 0], ['a', 0]],
    ];
    for (const order of orders) {
      const table = new SampleTable();
      for (const [prompt, sampleIndex] of order) table.sample(draft(prompt, { sampleIndex }));
      const ids = [...new Set(order.map(([prompt]) => prompt))];
      const first = order.map(([prompt, number], at) => order.findIndex(([p, n]) => p === prompt && n === number) === at);
      const expected = ids.map((id) => order.flatMap(([prompt], at) => (prompt === id && first[at] ? [at] : [])));
      assert.deepEqual(ids.map((_, row) => [...table.samplesOf('', row)]), expected, JSON.stringify(order));
      assert.deepEqual([...table.promptColumns('', 'drop').columns.n], expected.map(({ length }) => length));
    }
  });

  it('keeps runs apart and maps rows to table prompts and back', () => {
    const table = new SampleTable();
    for (const [run, prompt] of [['x', 'a'], ['y', 'b'], ['y', 'a'], ['x', 'a'], ['x', 'b']] as const) table.sample(draft(prompt, { run }));
    assert.deepEqual(table.runs(), ['x', 'y']);
    const { columns, prompts, rows } = table.promptColumns('y', 'drop');
    assert.deepEqual([columns.id, [...columns.n], [...prompts], [...rows]], [['b', 'a'], [1, 1], [1, 2], [-1, 0, 1, -1]]);
    assert.deepEqual([...table.samplesOf('x', 0)], [0, 3]);
    assert.deepEqual([table.runOf(2), table.promptId(2)], ['y', 'a']);
    assert.throws(() => table.promptColumns('z', 'drop'), RangeError);
    assert.throws(() => table.samplesOf('x', 2), RangeError);
  });

  it('remembers where each sample lies, beyond one block of columns', () => {
    const table = new SampleTable();
    const count = 150_000;
    for (let at = 0; at < count; at++) {
      table.recordAt(at < 100_000 ? 0 : 1, at * 2 ** 20, at + 1);
      table.sample(draft(`p${at % 1000}`, { element: at % 3, sampleIndex: at % 2 === 0 ? at : -1, verdict: at % 5 === 0 ? 'correct' : 'wrong', score: at === 70_000 ? 0.25 : NaN }));
    }
    for (const at of [0, 65_535, 65_536, 99_999, 100_000, 149_999]) {
      assert.deepEqual(
        [table.fileOf(at), table.offsetOf(at), table.lineOf(at), table.elementOf(at), table.sampleIndexOf(at), table.verdictOf(at), table.promptId(table.promptOf(at))],
        [at < 100_000 ? 0 : 1, at * 2 ** 20, at + 1, at % 3, at % 2 === 0 ? at : -1, at % 5 === 0 ? 'correct' : 'wrong', `p${at % 1000}`]);
    }
    assert.deepEqual([table.scoreOf(70_000), table.scoreOf(69_999), table.scoreOf(0)], [0.25, NaN, NaN]);
    assert.deepEqual([table.firstSampleOf(0), table.firstSampleOf(1), table.firstSampleOf(2)], [0, 100_000, count]);
    assert.equal(table.duplicates, 0);
  });

  it('keeps -1 for the samples without a number, before and after those with one', () => {
    const table = new SampleTable();
    for (const sampleIndex of [-1, 0, -1, 5, -1]) table.sample(draft('a', { sampleIndex }));
    assert.deepEqual([0, 1, 2, 3, 4].map((sample) => table.sampleIndexOf(sample)), [-1, 0, -1, 5, -1]);
    assert.throws(() => table.verdictOf(5), RangeError);
  });

  it('gives back the scores that were given, 0 and 1 too', () => {
    const table = new SampleTable();
    const scores = [0, 1, 0.5, -0, NaN, 1, 0];
    const verdicts = ['wrong', 'correct', 'correct', 'wrong', 'wrong', 'wrong', 'errored'] as const;
    scores.forEach((score, at) => table.sample(draft('a', { score, verdict: verdicts[at] ?? 'wrong' })));
    assert.deepEqual(scores.map((_, sample) => table.scoreOf(sample)), [0, 1, 0.5, 0, NaN, 1, 0]);
  });

  it('notes an id that comes with another prompt text in the same run, three times and then by number', () => {
    const table = new SampleTable();
    const marks = [['x', 7], ['x', 7], ['y', 8], ['x', 0], ['x', 9], ['y', 8], ['x', 10], ['x', 11], ['x', 12]] as const;
    marks.forEach(([run, promptMark], at) => {
      table.recordAt(0, 0, at + 1);
      table.sample(draft('a', { run, promptMark }));
    });
    assert.deepEqual(table.notes.map((note) => note.slice(0, 38)), ['Line 5: the prompt "a" has another tex', 'Line 7: the prompt "a" has another tex', 'Line 8: the prompt "a" has another tex', '1 more sample has another prompt text ']);
    assert.equal(table.sampleCount, 9);
  });

  it('takes ids that name members of objects', () => {
    const table = new SampleTable();
    for (const id of ['__proto__', 'constructor', '__proto__', 'hasOwnProperty']) table.sample(draft(id, { run: id }));
    assert.deepEqual(table.runs(), ['__proto__', 'constructor', 'hasOwnProperty']);
    assert.deepEqual([...table.promptColumns('__proto__', 'drop').columns.n], [2]);
  });

  it('adds up counts and summaries of a prompt that comes twice', () => {
    const table = new SampleTable();
    const summary = (...values: [number, number, number, number]) =>
      ({ sumCorrect: Float64Array.of(values[0], 1), sumWrong: Float64Array.of(values[1], 2), squaresCorrect: values[2], squaresWrong: values[3] });
    table.promptFacts(facts('a', { n: 4, c: 1, summary: summary(1, 2, 3, 4) }));
    table.promptFacts(facts('b', { n: 8, c: 8 }));
    table.promptFacts(facts('a', { n: 2, c: 2, summary: summary(10, 20, 30, 40) }));
    const { columns } = table.promptColumns('', 'drop');
    assert.deepEqual([[...columns.n], [...columns.c], columns.exactRate], [[6, 8], [3, 8], null]);
    assert.deepEqual(table.gradientFacts('').summaries, [summary(11, 22, 33, 44), null].map((expected) => expected && { ...expected, sumCorrect: Float64Array.of(11, 2), sumWrong: Float64Array.of(22, 4) }));
    assert.equal(table.duplicates, 0);
  });

  it('refuses a summary of another length, with NaN, or mixed with plain counts, and says so with its line', () => {
    const table = new SampleTable();
    const summary = { sumCorrect: Float64Array.of(1, 2), sumWrong: Float64Array.of(3, 4), squaresCorrect: 5, squaresWrong: 25 };
    const bad = [{ ...summary, sumWrong: Float64Array.of(1) }, { ...summary, sumCorrect: Float64Array.of(NaN, 1) }, { ...summary, squaresWrong: NaN }, null];
    table.recordAt(0, 0, 1);
    table.promptFacts(facts('z', { passRate: 0.5, summary }));
    table.promptFacts(facts('a', { n: 2, c: 1, summary }));
    bad.forEach((change, at) => {
      table.recordAt(0, 0, at + 2);
      table.promptFacts(facts('a', { n: 2, c: 1, summary: change }));
    });
    assert.deepEqual([...table.promptColumns('', 'drop').columns.n], [0, 2]);
    assert.deepEqual(table.notes.map((note) => note.slice(0, 20)), ['Line 1: S_correct an', 'Line 2: S_wrong has ', 'Line 3: S_correct ho', 'Line 4: Q_correct an', 'Line 5: some records']);
  });

  it('keeps the first exact rate, agreement and gradient, and counts the others', () => {
    const table = new SampleTable();
    table.promptFacts(facts('a', { passRate: 0.25, promptGrad: Float64Array.of(1, 2), agreement: -1 }));
    table.promptFacts(facts('a', { passRate: 0.75, promptGrad: Float64Array.of(3, 4), agreement: 1 }));
    table.promptFacts(facts('b', { n: 4, c: 2, agreement: 2 }));
    const { columns } = table.promptColumns('', 'drop');
    assert.deepEqual([[...columns.exactRate ?? []], [...columns.n]], [[0.25, NaN], [0, 4]]);
    const given = table.gradientFacts('');
    assert.deepEqual([given.promptGrad, [...given.agreement ?? []], given.summaries], [[Float64Array.of(1, 2), null], [-1, 2], null]);
    assert.equal(table.duplicates, 1);
    assert.deepEqual(table.duplicatesOf(Int32Array.of(1, 0)), Int32Array.of(0, 1));
    assert.equal(table.duplicatesOf(Int32Array.of(1)), null);
    assert.equal(new SampleTable(table.save()).duplicates, 1);
  });

  it('counts samples rather than believing counts beside them', () => {
    const table = new SampleTable();
    table.promptFacts(facts('a', { n: 100, c: 100 }));
    table.sample(draft('a', { verdict: 'wrong' }));
    const { columns } = table.promptColumns('', 'drop');
    assert.deepEqual([[...columns.n], [...columns.c]], [[1], [0]]);
  });

  it('gives a summary for a prompt with samples only where both count the same', () => {
    const summary = { sumCorrect: Float64Array.of(1), sumWrong: Float64Array.of(0), squaresCorrect: 1, squaresWrong: 0 };
    for (const [n, given] of [[1, [summary]], [2, null]] as const) {
      const table = new SampleTable();
      table.sample(draft('a'));
      table.promptFacts(facts('a', { n, c: 1, summary }));
      assert.deepEqual(table.gradientFacts('').summaries, given);
    }
  });

  it('can be asked while it is still being filled', () => {
    const table = new SampleTable();
    table.sample(draft('a', { sampleIndex: 0 }));
    assert.deepEqual([...table.promptColumns('', 'drop').columns.n], [1]);
    table.sample(draft('a', { sampleIndex: 0 }));
    table.sample(draft('b'));
    assert.deepEqual([...table.promptColumns('', 'drop').columns.n], [1, 1]);
    table.promptFacts(facts('c', { n: 3, c: 1 }));
    assert.deepEqual([[...table.promptColumns('', 'drop').columns.n], table.duplicates], [[1, 1, 3], 1]);
  });

  it('keeps answers, lengths in one unit, and categories', () => {
    const table = new SampleTable();
    assert.deepEqual([table.answerCount, table.lengthCount, table.lengthUnit], [0, 0, null]);
    table.sample(draft('a', { answer: 2 ** 53 - 1, length: 7, lengthUnit: 'tokens', category: 'algebra' }));
    table.sample(draft('b', { length: 40, lengthUnit: 'bytes' }));
    table.sample(draft('a', { answer: 0, length: 2_000_000, lengthUnit: 'tokens', category: 'geometry' }));
    assert.deepEqual([0, 1, 2].map((sample) => table.answerOf(sample)), [2 ** 53 - 1, NaN, 0]);
    assert.deepEqual([[0, 1, 2].map((sample) => table.lengthOf(sample)), table.lengthUnit], [[7, NaN, 2_000_000], 'tokens']);
    assert.deepEqual([table.categoryOf(0), table.categoryOf(1), table.answerCount, table.lengthCount], ['algebra', null, 2, 2]);
    assert.deepEqual(table.notes, ['The length of the response counts bytes here and tokens elsewhere, which do not compare: it is left out. (1 sample)']);
  });

  it('remembers places more than 4 GB apart in one block, in any order, and files that come again', () => {
    const table = new SampleTable();
    const places = [[0, 5e9], [0, 5e9 + 2 ** 32 - 1], [0, 5e9 + 2 ** 32], [1, 0], [0, 9e12], [1, 17]] as const;
    for (const [file, offset] of places) {
      table.recordAt(file, offset, 1);
      table.sample(draft('a'));
    }
    assert.deepEqual(places.map((_, at) => [table.fileOf(at), table.offsetOf(at)]), places);
    assert.deepEqual([table.firstSampleOf(0), table.firstSampleOf(1)], [0, 3]);
  });

  it('takes no more samples than it may, and says how many it left out', () => {
    const table = new SampleTable(undefined, 2);
    for (const id of ['a', 'b', 'c', 'd']) table.sample(draft(id));
    assert.deepEqual([table.sampleCount, table.promptColumns('', 'drop').columns.id], [2, ['a', 'b']]);
    assert.deepEqual(table.notes, ['Only the first 2 samples are read; the others are left out. (2 samples)']);
  });
});
