import assert from 'node:assert/strict';
import type { AnalysisResult } from '../../src/protocol/analysis';
import { openRun, type OpenOptions, type OpenRun } from '../../src/worker/openRun';
import { conflictLog, lines, safetensors } from './gradientLog';
import { temporaryFolder } from './temporaryFolder';

const OPTIONS: OpenOptions = { k: 4, hardBelow: 0.2, easyAbove: 0.6, errored: 'drop' };

async function whatIf(run: OpenRun, dropped?: readonly number[]): Promise<Extract<AnalysisResult, { kind: 'mitigation' }>> {
  const result = await run.analyse({ kind: 'mitigation', k: 4, methods: [], ...(dropped && { dropped }) }, new AbortController().signal);
  assert.ok(result.kind === 'mitigation');
  return result;
}

const near = (found: number, expected: number) => assert.ok(Math.abs(found - expected) <= 1e-9 * Math.max(1e-3, Math.abs(expected)), `${found}, not ${expected}`);

describe('a what-if of dropped prompts', () => {
  const folder = temporaryFolder();
  let sampled: OpenRun;
  let exact: OpenRun;
  const gradients = Array.from({ length: 6 }, (_, i) => [1 - i / 2, (i % 3) - 0.5]);
  const rate = (i: number): number => (i + 1) / 10;

  before(async () => {
    const log = conflictLog();
    folder.write('run.grads.safetensors', safetensors('score_grad', log.vectors));
    sampled = await openRun([folder.write('run.jsonl', lines(log.records))], OPTIONS);
    exact = await openRun([folder.write('exact.jsonl', lines(gradients.map((vector, i) => ({ prompt_id: `p${i}`, pass_rate: rate(i), prompt_grad: vector }))))], OPTIONS);
  });

  it('leaves the dropped prompts out of the inner product, and the others as they are', async () => {
    const { without, raw } = await whatIf(sampled, [0, 2]);
    const kept = sampled.report().promptTable.map(({ weightedAgreement }, row) => (row === 0 || row === 2 ? 0 : (weightedAgreement ?? 0)));
    near(without?.predicted.passAt1 ?? NaN, kept.reduce((sum, part) => sum + part, 0) / 12);
    assert.deepEqual([...(without?.weights ?? [])].map((weight, row) => weight === raw.weights[row]), Array.from({ length: 12 }, (_, row) => row !== 0 && row !== 2));
    assert.deepEqual([without?.weights[0], without?.weights[2]], [0, 0]);
  });

  it('gives the gain of pass@k that is kept, as its definition has it', async () => {
    const { without, raw } = await whatIf(exact, [0]);
    const weights = gradients.map((_, i) => 4 * (1 - rate(i)) ** 3);
    const ofPassAtK = [0, 1].map((j) => gradients.reduce((sum, vector, i) => sum + weights[i] * vector[j], 0) / 6);
    const rateOf = (dropped: readonly number[]) =>
      gradients.reduce((sum, vector, i) => sum + (dropped.includes(i) ? 0 : weights[i] * (vector[0] * ofPassAtK[0] + vector[1] * ofPassAtK[1])), 0) / 6;
    near(raw.predicted.passAtK, rateOf([]));
    near(without?.predicted.passAtK ?? NaN, rateOf([0]));
  });

  it('checks the set on the other half of the samples', async () => {
    const { without, raw } = await whatIf(sampled, [0, 1, 2, 3]);
    assert.ok(raw.check && without?.check && without.check.passAt1.rate > raw.check.passAt1.rate);
    assert.ok(without.check.passAt1.se > 0);
  });

  it('is the weights as they are for no prompts, and is not asked for where none are named', async () => {
    const none = await whatIf(sampled, []);
    assert.deepEqual(none.without?.predicted, none.raw.predicted);
    assert.deepEqual(none.without?.check, none.raw.check);
    assert.equal((await whatIf(sampled)).without, null);
  });

  it('refuses a prompt that is not there', async () => {
    await assert.rejects(whatIf(sampled, [12]), /There is no prompt 12/);
  });
});
