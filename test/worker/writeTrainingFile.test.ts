import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { TrainingFile, WrittenFile } from '../../src/protocol/exporting';
import { openRun, type OpenOptions, type OpenRun } from '../../src/worker/openRun';
import { conflictLog, lines, safetensors } from './gradientLog';
import { temporaryFolder } from './temporaryFolder';

const OPTIONS: OpenOptions = { k: 4, hardBelow: 0.2, easyAbove: 0.6, errored: 'drop' };
const never = new AbortController().signal;

describe('a file for a trainer', () => {
  const folder = temporaryFolder();
  let run: OpenRun;
  before(async () => {
    const log = conflictLog();
    folder.write('run.grads.safetensors', safetensors('score_grad', log.vectors));
    run = await openRun([folder.write('run.jsonl', lines(log.records.map((record) => ({ ...record, target: `T${record['prompt_id']}` }))))], OPTIONS);
  });

  async function written(of: OpenRun, file: Partial<TrainingFile> = {}): Promise<{ rows: Record<string, unknown>[]; told: WrittenFile }> {
    const path = folder.path('out.jsonl');
    const answer = await of.export({ kind: 'trainingFile', file: { to: 'trl', path, k: 4, weights: 'even', dropped: [], dataSource: 'maths', ...file } }, never);
    assert.ok(answer.kind === 'trainingFile');
    return { rows: readFileSync(path, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line)), told: answer.written };
  }

  const question = [{ role: 'user', content: 'Question 3?' }];
  const shapes: readonly (readonly [TrainingFile['to'], object])[] = [
    ['verl', { data_source: 'maths', prompt: question, reward_model: { style: 'rule', ground_truth: 'Tp3' }, extra_info: { index: 3, prompt_id: 'p3', reward_weight: 1 } }],
    ['trl', { prompt: question, ground_truth: 'Tp3', prompt_id: 'p3', reward_weight: 1 }],
    ['openrlhf', { input: 'Question 3?', label: '{"ground_truth":"Tp3","prompt_id":"p3","reward_weight":1}', datasource: 'maths' }],
    ['prime-rl', { prompt: question, answer: 'Tp3', info: '{"prompt_id":"p3","reward_weight":1}' }],
    ['open-instruct', { messages: question, ground_truth: 'Tp3', dataset: 'maths', prompt_id: 'p3', reward_weight: 1 }],
    ['weights', { prompt_id: 'p3', weight: 1 }],
  ];
  for (const [to, row] of shapes) {
    it(`has the columns of ${to}`, async () => {
      const { rows, told } = await written(run, { to });
      assert.deepEqual(rows[3], row);
      assert.deepEqual(told, { rows: 12, zero: 0, unknown: 0, textless: 0 });
    });
  }

  it('leaves out the prompts that were dropped, and keeps the weights of all where only weights are wanted', async () => {
    const { rows, told } = await written(run, { dropped: ['p0', 'p2', 'not in this run'] });
    assert.deepEqual(rows.map(({ prompt_id: id }) => id), [1, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((i) => `p${i}`));
    assert.deepEqual([told.rows, told.zero], [10, 2]);
    const all = await written(run, { to: 'weights', dropped: ['p0', 'p2'] });
    assert.deepEqual(all.rows.slice(0, 4).map(({ weight }) => weight), [0, 1, 0, 1]);
  });

  it('carries the weights of pass@k, and those of a remedy', async () => {
    const table = run.report().promptTable;
    const plain = await written(run, { to: 'weights', weights: 'pass@k' });
    assert.deepEqual(plain.rows.map(({ weight }) => weight), table.map(({ weight }) => weight));
    const analysed = await run.analyse({ kind: 'mitigation', k: 4, methods: ['cap'] }, never);
    assert.ok(analysed.kind === 'mitigation');
    const capped = await written(run, { to: 'weights', weights: 'cap' });
    assert.deepEqual(capped.rows.map(({ weight }) => weight), [...analysed.remedies[0].weights]);
    assert.ok(analysed.remedies[0].weights.some((weight, row) => weight < (table[row].weight ?? 0)));
  });

  it('leaves out prompts of weight 0: those that training has nothing to say on', async () => {
    const path = folder.write('solved.jsonl', lines([0, 1].flatMap((i) => [0, 1, 2, 3].map((j) => ({ prompt_id: `q${i}`, prompt: 'x', correct: i === 1 || j < 2 })))));
    const { rows, told } = await written(await openRun([path], OPTIONS), { weights: 'pass@k', k: 2 });
    assert.deepEqual([rows.map(({ prompt_id: id }) => id), told.zero], [['q0'], 1]);
  });

  it('keeps a chat as the log has it', async () => {
    const chat = [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'How many?\n"Two"?' }];
    const path = folder.write('chat.jsonl', lines([0, 1].map((j) => ({ prompt_id: 'a', prompt: chat, correct: j === 0 }))));
    const { rows } = await written(await openRun([path], OPTIONS));
    assert.deepEqual(rows.map(({ prompt }) => prompt), [chat]);
    const { rows: lined } = await written(await openRun([path], OPTIONS), { to: 'openrlhf' });
    assert.deepEqual(lined.map(({ input }) => input), [chat]);
  });

  it('reads a packed log once, in its order', async () => {
    const log = conflictLog();
    const path = folder.write('packed.jsonl.gz', gzipSync(lines(log.records)));
    const { rows } = await written(await openRun([path], OPTIONS));
    assert.deepEqual(rows.map(({ prompt_id: id, prompt }) => [id, prompt]), Array.from({ length: 12 }, (_, i) => [`p${i}`, [{ role: 'user', content: `Question ${i}?` }]]));
  });

  const refusals: readonly (readonly [what: string, log: object[], file: Partial<TrainingFile>, sentence: RegExp])[] = [
    ['no texts', [{ prompt_id: 'a', n: 4, c: 2 }, { prompt_id: 'b', n: 4, c: 1 }], {}, /does not hold the text of its prompts.*join them to your data set by prompt_id/],
    ['nothing left', [{ prompt_id: 'a', prompt: 'x', correct: true }], { dropped: ['a'] }, /No prompt is left/],
    ['a remedy without gradients', [{ prompt_id: 'a', prompt: 'x', correct: true }], { weights: 'surgery' }, /no gradients/],
  ];
  for (const [what, log, file, sentence] of refusals) {
    it(`refuses ${what} in a sentence, and leaves no half file behind`, async () => {
      const path = folder.path('refused.jsonl');
      const opened = await openRun([folder.write('refuse.jsonl', lines(log))], OPTIONS);
      await assert.rejects(written(opened, { ...file, path }), { message: sentence });
      assert.deepEqual([existsSync(path), existsSync(`${path}.part`)], [false, false]);
    });
  }

  it('counts the prompts whose weight is unknown, and does not call it 0', async () => {
    const path = folder.write('few.jsonl', lines([...[0, 1, 2, 3].map((j) => ({ prompt_id: 'a', prompt: 'x', correct: j === 0 })), { prompt_id: 'b', prompt: 'y', correct: false }]));
    const { rows, told } = await written(await openRun([path], OPTIONS), { weights: 'pass@k', k: 4 });
    assert.deepEqual([rows.map(({ prompt_id: id }) => id), told], [['a'], { rows: 1, zero: 0, unknown: 1, textless: 0 }]);
  });
});
