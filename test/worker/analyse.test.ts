import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compareCheckpoints } from '../../src/core/compare/compareCheckpoints';
import type { Analysis, AnalysisResult } from '../../src/protocol/analysis';
import { openRun, type OpenOptions, type OpenRun } from '../../src/worker/openRun';
import { conflictLog, lines, safetensors } from './gradientLog';
import { temporaryFolder } from './temporaryFolder';

const OPTIONS: OpenOptions = { k: 4, hardBelow: 0.2, easyAbove: 0.6, errored: 'drop' };
const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const METHODS = ['surgery', 'projection', 'cap', 'drop', 'temper'] as const;

async function ask<T extends Analysis>(run: OpenRun, analysis: T): Promise<Extract<AnalysisResult, { kind: T['kind'] }>> {
  const result = await run.analyse(analysis, new AbortController().signal);
  assert.equal(result.kind, analysis.kind);
  return result as Extract<AnalysisResult, { kind: T['kind'] }>;
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, j) => sum + value * b[j], 0);
const near = (found: number, expected: number, tolerance = 1e-9) => assert.ok(Math.abs(found - expected) <= tolerance * Math.max(1e-3, Math.abs(expected)), `${found}, not ${expected}`);

describe('analyse', () => {
  const folder = temporaryFolder();
  const log = conflictLog();
  let run: OpenRun;
  /** The leave-one-out gradient of each prompt, from its definition, sample by sample. */
  const gradients = Array.from({ length: 12 }, (_, i) => {
    const samples = log.records.flatMap((record, at) => (record['prompt_id'] === `p${i}` ? [{ reward: record['correct'] ? 1 : 0, vector: log.vectors[at] }] : []));
    const all = samples.reduce((sum, { reward }) => sum + reward, 0);
    return [0, 1].map((j) => samples.reduce((sum, { reward, vector }) => sum + (reward - (all - reward) / 15) * vector[j], 0) / 16);
  });

  before(async () => {
    folder.write('run.grads.safetensors', safetensors('score_grad', log.vectors));
    run = await openRun([folder.write('run.jsonl', lines(log.records))], OPTIONS);
  });

  it('finds the partners of a prompt, of both signs, strongest first', async () => {
    const { negative, positive, unknown } = await ask(run, { kind: 'partners', prompt: 2, count: 3 });
    const kernel = gradients.map((gradient, row) => ({ row, value: dot(gradient, gradients[2]) })).filter(({ row }) => row !== 2);
    const expected = kernel.sort((a, b) => b.value - a.value).filter(({ value }) => value > 0).slice(0, 3);
    assert.deepEqual(positive.map(({ prompt }) => prompt), expected.map(({ row }) => row));
    positive.forEach((partner, i) => near(partner.kernel, expected[i].value));
    assert.ok(negative.every((partner) => partner.kernel < 0));
    assert.equal(unknown, 0);
  });

  it('orders the kernel from hard to easy, with 1 on its diagonal, and says what is unknown', async () => {
    const { prompts, cosine, blocks, unknown } = await ask(run, { kind: 'kernel', prompts: [11, 3, 0, 7] });
    assert.deepEqual([...prompts], [0, 3, 7, 11]);
    for (let x = 0; x < 4; x++) assert.equal(cosine[5 * x], 1);
    for (let x = 0; x < 4; x++) for (let y = 0; y < 4; y++) assert.equal(cosine[4 * x + y], cosine[4 * y + x]);
    const sign = Math.sign(dot(gradients[0], gradients[11]));
    assert.equal(Math.sign(cosine[3]), sign);
    assert.equal(blocks.length, 9);
    assert.equal(unknown, 0);
  });

  it('draws as many onsets as asked, the same each time', async () => {
    const first = await ask(run, { kind: 'onset', resamples: 130 });
    const again = await ask(run, { kind: 'onset', resamples: 130 });
    assert.equal(first.onsets.length, 130);
    assert.deepEqual(first, again);
    assert.equal(first.onset.resamples, 130);
  });

  it('gives remedies with their predicted step, and checks them on the other half of the samples', async () => {
    const { raw, remedies, unchecked } = await ask(run, { kind: 'mitigation', k: 4, methods: METHODS });
    const report = run.report();
    near(raw.predicted.passAt1, report.conflict?.innerProduct ?? NaN);
    assert.deepEqual(remedies.map(({ method }) => method), METHODS);
    assert.equal(unchecked, null);
    for (const remedy of remedies) {
      assert.equal(remedy.weights.length, 12);
      assert.ok(remedy.check && Number.isFinite(remedy.check.passAt1.rate) && remedy.check.passAt1.se > 0, remedy.method);
      assert.ok(Number.isFinite(remedy.predicted.passAtK));
      // Each takes the conflict away by the samples that chose it.
      assert.ok(remedy.predicted.passAt1 >= -1e-9 && raw.predicted.passAt1 < 0, `${remedy.method}: ${remedy.predicted.passAt1}`);
    }
  });

  it('says why it cannot check a k that needs more samples than a half has', async () => {
    const { raw, unchecked } = await ask(run, { kind: 'mitigation', k: 12, methods: ['surgery'] });
    assert.equal(raw.check, null);
    assert.match(unchecked ?? '', /more than 12 samples of every prompt in each half/);
  });

  it('gives the plane of both gradients, whose first order is the report\'s', async () => {
    const { plane, label } = await ask(run, { kind: 'plane', k: 4 });
    near(plane.product, run.report().conflict?.innerProduct ?? NaN);
    near(plane.squared1, run.report().conflict?.meanAgreement ?? NaN);
    near(plane.product / Math.sqrt(plane.squared1 * plane.squaredK), run.report().conflict?.cosine ?? NaN);
    assert.ok(plane.bend[0] < 0 && plane.bend[2] < 0);
    assert.match(label, /no log\. The paper's sufficient condition, which is very loose, certifies no conflict at this k\.$/);
  });

  it('answers the same from gradients of prompts and from summaries where it can, and says where it cannot', async () => {
    const given = await openRun([folder.write('given.jsonl', lines(gradients.map((vector, i) => ({ prompt_id: `p${i}`, pass_rate: (i + 2) / 20, prompt_grad: vector }))))], OPTIONS);
    const there = await ask(given, { kind: 'partners', prompt: 2, count: 3 });
    const here = await ask(run, { kind: 'partners', prompt: 2, count: 3 });
    assert.deepEqual(there.positive.map(({ prompt }) => prompt), here.positive.map(({ prompt }) => prompt));
    const remedied = await ask(given, { kind: 'mitigation', k: 4, methods: ['surgery', 'cap'] });
    near(remedied.raw.predicted.passAt1, given.report().conflict?.innerProduct ?? NaN);
    assert.match(remedied.unchecked ?? '', /score vectors of single samples/);
    // Exact gradients: ΔJ_k of the raw weights is the squared length of ∇J_k.
    near((await ask(given, { kind: 'plane', k: 4 })).plane.squaredK, remedied.raw.predicted.passAtK);
    await assert.rejects(ask(given, { kind: 'onset', resamples: 10 }), /only with score vectors or prompt summaries/);
  });

  const refusals: readonly (readonly [what: string, analysis: Analysis, sentence: RegExp])[] = [
    ['a prompt that is not there', { kind: 'partners', prompt: 12, count: 3 }, /no prompt 12/],
    ['a kernel that is too large', { kind: 'kernel', prompts: new Array<number>(2001).fill(0) }, /at most 2000/],
    ['a k beyond the curve', { kind: 'mitigation', k: 16, methods: ['cap'] }, /k = 16 is not on the curve/],
  ];
  for (const [what, analysis, sentence] of refusals) {
    it(`refuses ${what} in a sentence`, async () => assert.rejects(ask(run, analysis), sentence));
  }

  it('says in a sentence that a log without gradients cannot answer', async () => {
    const plain = await openRun([folder.write('plain.jsonl', lines(log.records))], OPTIONS);
    for (const analysis of [{ kind: 'onset', resamples: 5 }, { kind: 'mitigation', k: 4, methods: METHODS }, { kind: 'plane', k: 4 }] as const) {
      await assert.rejects(ask(plain, analysis), /This log has no gradients/);
    }
  });

  it('compares two runs of its log', async () => {
    const two = await openRun([folder.write('two.jsonl', lines([...log.records.map((record) => ({ ...record, run: 'a' })), ...log.records.map((record) => ({ ...record, run: 'b', correct: true }))]))], OPTIONS);
    const { checkpoints: [a, b] } = (await ask(two, { kind: 'checkpoints' })).comparison;
    const { passAt1 } = compareCheckpoints(a, b, 4);
    assert.deepEqual([a.name, b.name, passAt1.after, passAt1.sign], ['a', 'b', 1, 'rose']);
  });

  it('gives the samples and texts of either run of its log, whichever is on show, once they are beside each other', async () => {
    const runs = ['step10', 'step2'].flatMap((name) => log.records.map((record) => ({ ...record, run: name, prompt: `asked at ${name}`, response: `answered at ${name}` })));
    const two = await openRun([folder.write('steps.jsonl', lines(runs))], OPTIONS);
    await assert.rejects(two.detail(0, 0), /There is no checkpoint 0/);
    const { checkpoints } = (await ask(two, { kind: 'checkpoints' })).comparison;
    assert.deepEqual(checkpoints.map(({ name }) => name), ['step2', 'step10'], 'by their steps, not as the log has them');
    for (const [at, { name, columns }] of checkpoints.entries()) {
      const detail = await two.detail(1, at);
      assert.deepEqual([detail.id, detail.text, detail.samples.length], [columns.id[1], `asked at ${name}`, columns.n[1]]);
      assert.equal((await two.texts(detail.samples[0].sample)).response, `answered at ${name}`);
    }
    await assert.rejects(two.detail(0, 2), /There is no checkpoint 2/);
  });

  it('gives pass^k and mG-Pass@k as counting every choice of k samples does, and best-of-k by the scores', async () => {
    const verdicts = [[1, 1, 0, 1], [0, 1, 0, 0], [1, 1, 1, 1]];
    const scores = [[0.9, 0.2, 0.5, 0.1], [0.3, 0.1, 0.8, 0.7], [0.4, 0.6, 0.1, 0.2]];
    const records = verdicts.flatMap((row, i) => row.map((correct, j) => ({ prompt_id: `p${i}`, sample: j, correct: correct === 1, score: scores[i][j] })));
    const small = await openRun([folder.write('scored.jsonl', lines(records))], { ...OPTIONS, k: 2, fields: { score: 'score' } });
    const { rows, simultaneous } = await ask(small, { kind: 'metrics', k: 3 });
    assert.deepEqual(rows.map(({ k }) => k), [1, 2, 3, 4]);
    for (const { k, passHatK, mgPass, bestOfK } of rows) {
      const choices = Array.from({ length: 16 }, (_, bits) => [0, 1, 2, 3].filter((j) => (bits >> j) & 1)).filter((choice) => choice.length === k);
      const over = (value: (i: number, choice: number[]) => number) =>
        verdicts.reduce((sum, _, i) => sum + choices.reduce((all, choice) => all + value(i, choice), 0) / choices.length, 0) / 3;
      near(passHatK.mean, over((i, choice) => (choice.every((j) => verdicts[i][j] === 1) ? 1 : 0)));
      near(bestOfK?.mean ?? NaN, over((i, choice) => verdicts[i][[...choice].sort((a, b) => scores[i][b] - scores[i][a])[0]]));
      const half = Math.ceil(k / 2);
      if (k > 1) near(mgPass.mean, over((i, choice) => (2 / k) * Math.max(0, choice.filter((j) => verdicts[i][j] === 1).length - half)));
      else assert.ok(Number.isNaN(mgPass.mean));
    }
    assert.ok(simultaneous > 1.9 && simultaneous < 3.5);
    assert.ok((await ask(run, { kind: 'metrics', k: 2 })).rows.every(({ bestOfK }) => bestOfK === null), 'scores that are verdicts say nothing more');
    assert.ok(rows.every(({ majority }) => majority === null), 'a log without answers has no votes');
  });

  it('gives majority@k as counting the votes of every choice of k samples does', async () => {
    const answers = [['7', '7', '3', '3', '1', null], ['2', '2', '9', '4', '4', '4']];
    const right = ['7', '2'];
    const records = answers.flatMap((row, i) => row.map((answer, j) => ({ prompt_id: `p${i}`, sample: j, correct: answer === right[i], ...(answer !== null && { answer }) })));
    const { rows } = await ask(await openRun([folder.write('votes.jsonl', lines(records))], OPTIONS), { kind: 'metrics', k: 4 });
    assert.deepEqual(rows.map(({ k }) => k), [1, 2, 3, 4, 5, 6]);
    for (const { k, majority } of rows) {
      const choices = Array.from({ length: 64 }, (_, bits) => [0, 1, 2, 3, 4, 5].filter((j) => (bits >> j) & 1)).filter((choice) => choice.length === k);
      const won = (i: number, choice: number[]) => {
        const given = choice.flatMap((j) => answers[i][j] ?? []);
        const votesFor = (answer: string) => given.filter((each) => each === answer).length;
        const most = Math.max(0, ...given.map(votesFor));
        return votesFor(right[i]) === most && most > 0 ? 1 / new Set(given.filter((answer) => votesFor(answer) === most)).size : 0;
      };
      near(majority?.mean ?? NaN, [0, 1].reduce((sum, i) => sum + choices.reduce((all, choice) => all + won(i, choice), 0) / choices.length, 0) / 2);
    }
  });

  it('stops when told to', async () => {
    const stop = new AbortController();
    const drawing = run.analyse({ kind: 'onset', resamples: 100_000 }, stop.signal);
    setImmediate(() => stop.abort(new Error('Stopped.')));
    await assert.rejects(drawing, /Stopped/);
  });

  if (existsSync(SHARED)) {
    it('finds in a real network that surgery takes the conflict away, and where it began', async () => {
      const real = await openRun([join(SHARED, 'tiny-transformer/step000.jsonl')], { ...OPTIONS, k: 8 });
      const { raw, remedies } = await ask(real, { kind: 'mitigation', k: 8, methods: ['surgery'] });
      assert.equal(raw.check?.verdict, 'conflict');
      assert.notEqual(remedies[0].check?.verdict, 'conflict');
      near(remedies[0].predicted.passAt1, 0, 1e-6);
      const { onset } = await ask(real, { kind: 'onset', resamples: 200 });
      assert.ok(onset.low >= 2 && onset.high <= 16 && onset.noConflict < 0.05, JSON.stringify(onset));
      const { bound } = (await ask(real, { kind: 'certified', k: 8 })).certified;
      assert.ok(bound < 0, 'the sufficient condition is far too loose to certify it');
    });
  }
});
