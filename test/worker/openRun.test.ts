import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { openRun, type OpenOptions } from '../../src/worker/openRun';
import { gradientLog, lines, safetensors } from './gradientLog';
import { temporaryFolder } from './temporaryFolder';

const OPTIONS: OpenOptions = { k: 4, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop' };
const open = (paths: readonly string[], more: Partial<OpenOptions> = {}) => openRun(paths, { ...OPTIONS, ...more });

describe('openRun', () => {
  const folder = temporaryFolder();
  const log = gradientLog();

  it('counts what a count by hand gives', async () => {
    const run = await open([folder.write('hand.jsonl', lines(log.records))]);
    const { prompts, passAtK, promptTable, conflict, gradients } = run.report();
    const correct = log.records.filter((record) => record['correct']).length;
    assert.deepEqual([prompts.count, prompts.samples, prompts.samplesPerPrompt], [12, 192, { min: 16, median: 16, max: 16 }]);
    assert.ok(Math.abs((passAtK[0].estimate ?? 0) - correct / 192) < 1e-15);
    assert.deepEqual(promptTable.map((row) => row.c), Array.from({ length: 12 }, (_, i) => log.records.filter((record) => record['prompt_id'] === `p${i}` && record['correct']).length));
    assert.equal(conflict, null);
    assert.equal(gradients.source, 'none');
  });

  it('gives the same conflict from vectors inline and from a sidecar', async () => {
    const inline = await open([folder.write('inline.jsonl', lines(log.records.map((record, i) => ({ ...record, score_grad: log.vectors[i] }))))]);
    folder.write('beside.grads.safetensors', safetensors('score_grad', log.vectors, { projection: 'none' }));
    const beside = await open([folder.write('beside.jsonl', lines(log.records))]);
    const a = inline.report();
    const b = beside.report();
    assert.notEqual(a.conflict?.innerProduct ?? null, null);
    assert.notEqual(a.conflict?.se ?? null, null);
    assert.deepEqual(a.conflict, b.conflict);
    assert.deepEqual(a.promptTable, b.promptTable);
    assert.deepEqual(b.gradients, { source: 'score_grad', dimension: 2, projection: 'none' });
  });

  it('says why a sidecar with too few rows is not used, and counts all the same', async () => {
    folder.write('short.grads.safetensors', safetensors('score_grad', log.vectors.slice(0, 100)));
    const report = (await open([folder.write('short.jsonl', lines(log.records))])).report();
    assert.equal(report.conflict, null);
    assert.equal(report.prompts.samples, 192);
    assert.match(report.source.notes?.join(' ') ?? '', /short\.grads\.safetensors.*100 rows.*192 samples/);
  });

  it('says why a sidecar with a corrupt header is not used', async () => {
    folder.write('corrupt.grads.safetensors', Buffer.from('ffffffffffffffff this is no header'));
    const report = (await open([folder.write('corrupt.jsonl', lines(log.records))])).report();
    assert.equal(report.conflict, null);
    assert.match(report.source.notes?.join(' ') ?? '', /corrupt\.grads\.safetensors/);
  });

  it('leaves out a row that holds NaN, says so, and keeps its sample', async () => {
    folder.write('nan.grads.safetensors', safetensors('score_grad', log.vectors.map((vector, i) => (i === 5 ? [Number.NaN, 1] : vector))));
    const report = (await open([folder.write('nan.jsonl', lines(log.records))])).report();
    assert.equal(report.prompts.samples, 192);
    assert.notEqual(report.conflict, null);
    assert.match(report.source.notes?.join(' ') ?? '', /1 of 192 rows.*row 5/);
  });

  it('reads prompt gradients with exact rates as exact', async () => {
    const records = [
      { prompt_id: 'easy', pass_rate: 0.9, prompt_grad: [0.2, 0.1] },
      { prompt_id: 'hard', pass_rate: 0.05, prompt_grad: [-0.3, 0.02] },
    ];
    const { conflict, prompts } = (await open([folder.write('exact.jsonl', lines(records))])).report();
    const weights = [0.9, 0.05].map((p) => 4 * (1 - p) ** 3);
    const mean = [(0.2 - 0.3) / 2, (0.1 + 0.02) / 2];
    const agreement = records.map(({ prompt_grad: [x, y] }) => x * mean[0] + y * mean[1]);
    assert.equal(conflict?.estimator, 'exact');
    assert.equal(prompts.count, 2);
    assert.ok(Math.abs((conflict.innerProduct ?? Number.NaN) - (weights[0] * agreement[0] + weights[1] * agreement[1]) / 2) < 1e-15);
  });

  it('joins the shards of a folder by prompt', async () => {
    mkdirSync(folder.path('shards'));
    for (const shard of [0, 1, 2, 10]) {
      const part = log.records.filter((_, i) => [0, 1, 2, 10].indexOf(shard) === i % 4);
      folder.write(`shards/rank${shard}.jsonl`, lines(part));
    }
    const run = await open([folder.path('shards')]);
    const { source, prompts } = run.report();
    assert.deepEqual(source.files.map((file) => file.path.replace(/.*rank/, 'rank')), ['rank0.jsonl', 'rank1.jsonl', 'rank2.jsonl', 'rank10.jsonl']);
    assert.deepEqual([prompts.count, prompts.samples], [12, 192]);
    assert.equal(run.title, 'shards');
  });

  it('reads a gzipped log, and its texts', async () => {
    const run = await open([folder.write('packed.jsonl.gz', gzipSync(lines(log.records)))]);
    assert.equal(run.report().prompts.samples, 192);
    const detail = await run.detail(3);
    assert.equal((await run.texts(detail.samples[2].sample)).response, 'Answer 2 to 3');
  });

  it('reads a log packed with zstd, and says so when it is corrupt', async () => {
    // lines(gradientLog().records), packed by zstd's own program.
    const run = await open(['test/fixtures/packed/run.jsonl.zst']);
    assert.equal(run.report().prompts.samples, 192);
    assert.equal((await run.texts(17)).response, 'Answer 1 to 1');
    await assert.rejects(open([folder.write('bad.jsonl.zst', 'no zstd at all, but long enough')]), /bad\.jsonl\.zst is not readable as zstd/);
    await assert.rejects(open([folder.write('bad.jsonl.gz', 'no gzip at all')]), /bad\.jsonl\.gz is not readable as gzip/);
  });

  it('drills down to texts and lines', async () => {
    const path = folder.write('texts.jsonl', `\n${lines(log.records)}`);
    const run = await open([path]);
    const detail = await run.detail(1);
    assert.equal(detail.text, 'Question 1?');
    assert.deepEqual(detail.samples.map((sample) => sample.line), Array.from({ length: 16 }, (_, j) => 2 + 16 + j));
    assert.equal((await run.texts(detail.samples[15].sample)).response, 'Answer 15 to 1');
  });

  it('keeps two runs of one file apart, and shows the one asked for', async () => {
    const records = [...log.records.map((record) => ({ run: 'before', ...record })), ...log.records.slice(0, 32).map((record) => ({ run: 'after', ...record, correct: true }))];
    const path = folder.write('runs.jsonl', lines(records));
    const first = (await open([path])).report();
    assert.deepEqual([first.source.run, first.source.runs, first.prompts.samples], ['before', ['before', 'after'], 192]);
    const second = (await open([path], { run: 'after' })).report();
    assert.deepEqual([second.prompts.samples, second.prompts.saturated], [32, 2]);
    await assert.rejects(open([path], { run: 'nowhere' }), /no run "nowhere"/);
  });

  it('counts errored samples as wrong only when told to', async () => {
    const records = [true, false, null, null].map((correct, sample) => ({ prompt_id: 'p', sample, correct, response: 'x' }));
    const path = folder.write('errored.jsonl', lines(records));
    const dropped = (await open([path])).report();
    const wrong = (await open([path], { errored: 'wrong' })).report();
    assert.deepEqual([dropped.promptTable[0].n, dropped.promptTable[0].c, dropped.source.errored], [2, 1, 2]);
    assert.deepEqual([wrong.promptTable[0].n, wrong.promptTable[0].c, wrong.source.errored], [4, 1, 2]);
  });

  it('stops when it is cancelled', async () => {
    const cancelled = new AbortController();
    cancelled.abort();
    await assert.rejects(open([folder.write('cancelled.jsonl', lines(log.records))], { signal: cancelled.signal }), { name: 'AbortError' });
  });

  for (const [what, name, content, sentence] of [
    ['an empty file', 'empty.jsonl', '', /empty/i],
    ['a binary file', 'binary.jsonl', Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 7, 10, 0, 9]), /binary|not text/i],
    ['records that are no log', 'other.jsonl', '{"colour":"red"}\n{"colour":"blue"}\n', /colour/],
  ] as const) {
    it(`says in a sentence what is wrong with ${what}`, async () => {
      await assert.rejects(open([folder.write(name, content)]), (error: Error) => {
        assert.match(error.message, sentence);
        assert.ok(error.message.includes(name) && !error.message.includes('\n'), error.message);
        return true;
      });
    });
  }

  it('says so when a path does not exist or a folder holds no log', async () => {
    mkdirSync(folder.path('bare'));
    folder.write('bare/readme.txt', 'nothing');
    await assert.rejects(open([folder.path('nowhere.jsonl')]), /No such file or folder.*nowhere\.jsonl/);
    await assert.rejects(open([folder.path('bare')]), /No evaluation log in the folder/);
  });
});
