import assert from 'node:assert/strict';
import { appendFileSync, rmSync } from 'node:fs';
import { gradientLog, lines } from './gradientLog';
import { temporaryFolder } from './temporaryFolder';
import { WorkerThread } from './workerThread';

describe('the worker thread', () => {
  const folder = temporaryFolder();
  const { records } = gradientLog();
  let thread: WorkerThread;

  before(() => WorkerThread.build());
  afterEach(() => thread.end());

  it('reads its log at once and answers with all columns', async () => {
    thread = new WorkerThread([folder.write('run.jsonl', lines(records))]);
    const { run } = await thread.next('run');
    assert.equal(run.title, 'run.jsonl');
    assert.deepEqual(run.columns.id, Array.from({ length: 12 }, (_, i) => `p${i}`));
    assert.deepEqual([...run.columns.n], Array.from({ length: 12 }, () => 16));
    assert.equal(run.fields[0].verdict, 'correct');
    assert.equal(run.headline.k, 4);
    assert.ok(run.headline.passAtK !== null && run.headline.passAt1 !== null && run.headline.passAtK > run.headline.passAt1);
  });

  it('answers requests for prompts and samples, each under its number', async () => {
    thread = new WorkerThread([folder.write('ask.jsonl', lines(records))]);
    await thread.next('run');
    thread.send({ type: 'readPrompt', request: 7, prompt: 2 });
    const { request, detail } = await thread.next('prompt');
    assert.deepEqual([request, detail.id, detail.text, detail.samples.length], [7, 'p2', 'Question 2?', 16]);
    thread.send({ type: 'readSample', request: 8, sample: detail.samples[3].sample });
    const answer = await thread.next('sample');
    assert.deepEqual([answer.request, answer.texts.response], [8, 'Answer 3 to 2']);
  });

  it('keeps a question that comes before the log is read', async () => {
    thread = new WorkerThread([folder.write('early.jsonl', lines(records))]);
    thread.send({ type: 'readPrompt', request: 1, prompt: 0 });
    const first = await thread.next('run');
    assert.equal(first.run.columns.id.length, 12);
    assert.equal((await thread.next('prompt')).request, 1);
  });

  it('fails a request it cannot answer, and goes on', async () => {
    const path = folder.write('gone.jsonl', lines(records));
    thread = new WorkerThread([path]);
    await thread.next('run');
    thread.send({ type: 'readPrompt', request: 1, prompt: 99 });
    const strange = await thread.next('failed');
    assert.deepEqual([strange.request, strange.message], [1, 'There is no prompt 99.']);
    rmSync(path);
    thread.send({ type: 'readSample', request: 2, sample: 0 });
    assert.equal((await thread.next('failed')).request, 2);
    appendFileSync(path, lines(records));
    thread.send({ type: 'readSample', request: 3, sample: 0 });
    assert.equal((await thread.next('sample')).request, 3);
  });

  it('answers what it is asked to work out, and stops what is no longer wanted', async () => {
    const { vectors } = gradientLog();
    thread = new WorkerThread([folder.write('analyse.jsonl', lines(records.map((record, i) => ({ ...record, score_grad: vectors[i] }))))]);
    await thread.next('run');
    thread.send({ type: 'analyse', request: 5, analysis: { kind: 'onset', resamples: 100_000 } });
    thread.send({ type: 'analyse', request: 6, analysis: { kind: 'kernel', prompts: [4, 2] } });
    const kernel = await thread.next('analysis');
    assert.ok(kernel.request === 6 && kernel.result.kind === 'kernel');
    assert.deepEqual([...kernel.result.prompts], [2, 4]);
    thread.send({ type: 'stopAnalysis', request: 5 });
    const stopped = await thread.next('failed');
    assert.deepEqual([stopped.request, stopped.message], [5, 'Stopped.']);
    thread.send({ type: 'stopAnalysis', request: 5 });
    thread.send({ type: 'analyse', request: 7, analysis: { kind: 'partners', prompt: 77, count: 2 } });
    const strange = await thread.next('failed');
    assert.deepEqual([strange.request, strange.message], [7, 'There is no prompt 77.']);
  });

  it('reports in a sentence that a log cannot be read, and then fails every request', async () => {
    thread = new WorkerThread([folder.path('nowhere.jsonl')]);
    const failed = await thread.next('failed');
    assert.equal(failed.request, null);
    assert.match(failed.message, /No such file or folder/);
    thread.send({ type: 'readPrompt', request: 4, prompt: 0 });
    assert.equal((await thread.next('failed')).request, 4);
  });

  it('shows progress of a large log and stops when told to', async () => {
    const many = lines(records.map((record) => ({ ...record, response: 'x'.repeat(100_000) })));
    const path = folder.write('large.jsonl', many);
    for (let i = 0; i < 7; i++) appendFileSync(path, many.replaceAll('"prompt_id":"p', `"prompt_id":"q${i}-`));
    thread = new WorkerThread([path]);
    const progress = await thread.next('progress');
    assert.ok(progress.bytesRead > 0 && progress.bytesRead < progress.bytesTotal);
    thread.send({ type: 'cancel' });
    const failed = await thread.next('failed');
    assert.match(failed.message, /cancelled/);
  });
});
