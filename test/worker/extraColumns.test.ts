import assert from 'node:assert/strict';
import { openRun, type OpenOptions } from '../../src/worker/openRun';
import { lines } from './gradientLog';
import { temporaryFolder } from './temporaryFolder';

const OPTIONS: OpenOptions = { k: 2, hardBelow: 0.2, easyAbove: 0.6, errored: 'drop' };

describe('extraColumns', () => {
  const folder = temporaryFolder();
  /** Prompt, answer and verdict of each sample. */
  const samples: readonly (readonly [prompt: string, answer: string | null, correct: boolean, tokens: number])[] = [
    ['a', '4', true, 10], ['a', '4.0', true, 30], ['a', '5', false, 50], ['a', '5', false, 70],
    ['b', '1', false, 5], ['b', '1', false, 5], ['b', '2', true, 5], ['b', null, false, 5],
    ['c', null, false, 8],
  ];
  const kinds: Readonly<Record<string, string>> = { a: 'algebra', b: 'geometry', c: 'algebra' };
  const records = samples.map(([prompt, answer, correct, tokens]) => ({ prompt_id: prompt, ...(answer !== null && { answer }), correct, completion_tokens: tokens, category: kinds[prompt] }));
  const columnsOf = async (name: string, rows: readonly object[]) => (await openRun([folder.write(name, lines(rows))], OPTIONS)).snapshot().columns;

  it('counts answers, all correct ones as one, and whether the most frequent is right', async () => {
    const { answers } = await columnsOf('answers.jsonl', records);
    assert.deepEqual(Array.from(answers?.distinct ?? []), [2, 2, NaN]);
    // Two against two: half. One against two: wrong.
    assert.deepEqual(Array.from(answers?.majority ?? []), [0.5, 0, NaN]);
    assert.ok(Math.abs((answers?.entropy[0] ?? NaN) - (Math.log(2) + 1 / 8)) < 1e-12);
  });

  it('gives mean lengths by verdict, with their unit', async () => {
    const { lengths } = await columnsOf('lengths.jsonl', records);
    assert.deepEqual(lengths, { unit: 'tokens', correct: Float64Array.of(20, 5, NaN), wrong: Float64Array.of(60, 5, 8) });
  });

  it('gives each prompt its category, and takes ids of their own for none', async () => {
    const { categories } = await columnsOf('categories.jsonl', records);
    assert.deepEqual(categories, { names: ['algebra', 'geometry'], of: Int32Array.of(0, 1, 0) });
    const own = Array.from({ length: 60 }, (_, i) => ({ prompt_id: `p${i}`, correct: true, category: `kind ${i % 50}` }));
    assert.equal((await columnsOf('own.jsonl', own)).categories, undefined);
    assert.equal((await columnsOf('shared.jsonl', own.map((record, i) => ({ ...record, category: `kind ${i % 12}` })))).categories?.names.length, 12);
  });

  it('names the prompts with samples that came twice, of the run on show', async () => {
    const numbers: readonly (readonly [prompt: string, run: string, numbers: readonly number[]])[] = [['a', 'x', [0, 1, 2, 3]], ['b', 'x', [0, 1, 2, 3, 1, 3]], ['a', 'y', [0, 1, 2, 3]], ['b', 'y', [0, 1, 2, 3]]];
    const fields = { prompt: 'prompt_id', sample: 'sample', run: 'run', verdict: 'correct' };
    const twice = numbers.flatMap(([prompt_id, run, all]) => all.map((sample) => ({ prompt_id, sample, run, correct: true })));
    const run = await openRun([folder.write('twice.jsonl', lines(twice))], { ...OPTIONS, fields, run: 'x' });
    assert.deepEqual(run.report().promptTable.map(({ id, n, duplicates }) => [id, n, duplicates]), [['a', 4, 0], ['b', 4, 2]]);
    const other = await openRun([folder.write('twice.jsonl', lines(twice))], { ...OPTIONS, fields, run: 'y' });
    assert.deepEqual([other.snapshot().source.duplicates, other.snapshot().columns.duplicates, 'duplicates' in other.report().promptTable[0]!], [2, undefined, false]);
  });

  it('is silent where the log is, and the report with it', async () => {
    const run = await openRun([folder.write('plain.jsonl', lines([{ prompt_id: 'a', n: 4, c: 1 }]))], OPTIONS);
    assert.deepEqual(Object.keys(run.snapshot().columns).filter((key) => ['categories', 'duplicates', 'lengths', 'answers'].includes(key)), []);
    assert.deepEqual(Object.keys(run.report()).filter((key) => ['categories', 'lengths', 'answers'].includes(key)), []);
  });

  it('reaches the report', async () => {
    const report = (await openRun([folder.write('report.jsonl', lines(records))], OPTIONS)).report();
    assert.deepEqual(report.categories?.rows.map(({ category, prompts }) => [category, prompts]), [['algebra', 2], ['geometry', 1]]);
    assert.deepEqual([report.lengths?.gap.estimate, report.lengths?.gap.prompts, report.lengths?.unit], [(-40 + 0) / 2, 2, 'tokens']);
    assert.deepEqual([report.answers?.majority.estimate, report.answers?.majority.prompts], [0.25, 2]);
  });
});
