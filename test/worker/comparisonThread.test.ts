import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { compareCheckpoints } from '../../src/core/compare/compareCheckpoints';
import { gradientLog, lines } from './gradientLog';
import { temporaryFolder } from './temporaryFolder';
import { WorkerThread } from './workerThread';

describe('the worker thread that compares', () => {
  const folder = temporaryFolder();
  const { records } = gradientLog();
  let thread: WorkerThread;

  before(() => WorkerThread.build());
  afterEach(() => thread.end());

  it('reads all checkpoints at once, a folder of shards among them, into one snapshot that counts as its logs do', async () => {
    const half = Math.floor(records.length / 2);
    mkdirSync(folder.path('step5'));
    folder.write('step5/rank0.jsonl', lines(records.slice(0, half)));
    folder.write('step5/rank1.jsonl', lines(records.slice(half)));
    const solved = folder.write('step9.jsonl', lines(records.map((record) => ({ ...record, correct: true }))));
    thread = new WorkerThread([], { checkpoints: [{ paths: [solved] }, { paths: [folder.path('step5')] }] });
    const { comparison } = await thread.next('comparison');
    assert.deepEqual(comparison.checkpoints.map(({ name, step }) => [name, step]), [['step5', 5], ['step9.jsonl', 9]]);
    assert.deepEqual(comparison.checkpoints.map(({ columns }) => [columns.id.length, columns.n[0]]), [[12, 16], [12, 16]]);
    const { passAt1, prompts } = compareCheckpoints(comparison.checkpoints[0], comparison.checkpoints[1], 4);
    assert.deepEqual([prompts.paired, passAt1.after, passAt1.sign], [12, 1, 'rose']);
  });

  it('answers for a prompt and a sample of either checkpoint, and fails what it cannot answer', async () => {
    const paths = [0, 1].map((at) => folder.write(`run${at}.jsonl`, lines(records.map((record) => ({ ...record, prompt: `text ${at}` })))));
    thread = new WorkerThread([], { checkpoints: paths.map((path) => ({ paths: [path] })) });
    thread.send({ type: 'readPrompt', request: 1, prompt: 2, checkpoint: 1 });
    await thread.next('comparison');
    const { request, detail } = await thread.next('prompt');
    assert.deepEqual([request, detail.id, detail.text], [1, 'p2', 'text 1']);
    thread.send({ type: 'readSample', request: 2, sample: detail.samples[0].sample, checkpoint: 0 });
    assert.equal((await thread.next('sample')).texts.prompt, 'text 0');
    for (const [question, sentence] of [
      [{ type: 'readPrompt', request: 3, prompt: 0, checkpoint: 7 }, /There is no checkpoint 7/],
      [{ type: 'readPrompt', request: 3, prompt: 99, checkpoint: 0 }, /There is no prompt 99/],
      [{ type: 'analyse', request: 3, analysis: { kind: 'metrics', k: 2 } }, /This is a comparison/],
    ] as const) {
      thread.send(question);
      const failed = await thread.next('failed');
      assert.equal(failed.request, 3);
      assert.match(failed.message, sentence);
    }
  });

  it('puts the runs of one log beside each other for a thread that shows one of them, and answers for either', async () => {
    const runs = ['step20', 'step10'].flatMap((run) => records.map((record) => ({ ...record, run, prompt: `asked at ${run}` })));
    thread = new WorkerThread([folder.write('steps.jsonl', lines(runs))]);
    await thread.next('run');
    thread.send({ type: 'analyse', request: 1, analysis: { kind: 'checkpoints' } });
    const { result } = await thread.next('analysis');
    assert.ok(result.kind === 'checkpoints');
    assert.deepEqual(result.comparison.checkpoints.map(({ name }) => name), ['step10', 'step20']);
    assert.deepEqual(Object.keys(result.comparison.defaults), ['k', 'hardBelow', 'easyAbove']);
    for (const [checkpoint, run] of ['step10', 'step20'].entries()) {
      thread.send({ type: 'readPrompt', request: 2 + checkpoint, prompt: 1, checkpoint });
      const { request, detail } = await thread.next('prompt');
      assert.deepEqual([request, detail.id, detail.text], [2 + checkpoint, 'p1', `asked at ${run}`]);
    }
  });

  it('says in a sentence why it cannot compare', async () => {
    thread = new WorkerThread([], { checkpoints: [{ paths: [folder.write('alone.jsonl', lines(records))] }] });
    const { request, message } = await thread.next('failed');
    assert.equal(request, null);
    assert.match(message, /takes two checkpoints/);
  });
});
