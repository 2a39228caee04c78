import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { exactInnerProduct } from './exactInnerProduct';
import { featureNames } from './problem';
import { sampleRun, samplesPerPrompt } from './sampleRun';

const media = resolve(__dirname, '../../media');
const run = sampleRun();

interface LogRecord {
  prompt_id: string;
  category: string;
  prompt: string;
  target: string;
  responses: string[];
  predictions: (string | null)[];
  correct: boolean[];
}
const records = run.log.toString('utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as LogRecord);

describe('the sample log', () => {
  it('is, byte for byte, what the generator makes', () => {
    const again = 'differs: run npx tsx test/sample/makeSample.ts';
    assert.ok(readFileSync(resolve(media, 'sample.jsonl')).equals(run.log), `media/sample.jsonl ${again}`);
    assert.ok(readFileSync(resolve(media, 'sample.grads.safetensors')).equals(run.sidecar), `media/sample.grads.safetensors ${again}`);
  });

  it('has one record per prompt, with lists of equal length, and no prompt twice', () => {
    assert.equal(records.length, run.prompts.length);
    assert.equal(new Set(records.map((r) => r.prompt_id)).size, records.length);
    assert.equal(new Set(records.map((r) => r.prompt)).size, records.length);
    for (const r of records) assert.deepEqual([r.responses.length, r.predictions.length, r.correct.length], [32, 32, 32], r.prompt_id);
  });

  it('calls a response correct exactly when its answer is the target', () => {
    for (const r of records) {
      r.predictions.forEach((answer, i) => {
        assert.equal(r.correct[i], answer === r.target, `${r.prompt_id}, sample ${i}`);
        if (answer !== null) assert.match(r.responses[i] ?? '', new RegExp(`${answer.replace('.', '\\.')}\\.?$`));
      });
    }
  });

  it('counts as many correct samples as the generator drew', () => {
    assert.deepEqual(records.map((r) => r.correct.filter(Boolean).length), run.prompts.map((p) => p.correct));
  });

  it('keeps one row of scores per sample in the sidecar, the policy\'s own up to half precision', () => {
    const headerLength = Number(run.sidecar.readBigUInt64LE(0));
    const header = JSON.parse(run.sidecar.toString('utf8', 8, 8 + headerLength)) as { score_grad: { dtype: string; shape: number[]; data_offsets: number[] } };
    const d = featureNames.length;
    assert.deepEqual(header.score_grad, { dtype: 'F16', shape: [run.prompts.length * samplesPerPrompt, d], data_offsets: [0, run.sidecar.length - 8 - headerLength] });
    let at = 8 + headerLength;
    for (const p of run.prompts) {
      for (const j of p.drawn) {
        for (const expected of p.policy.score[j] ?? []) {
          const bits = run.sidecar.readUInt16LE(at);
          const exponent = (bits >> 10) & 31;
          const size = exponent === 0 ? (bits & 1023) * 2 ** -24 : (1 + (bits & 1023) / 1024) * 2 ** (exponent - 15);
          const stored = bits & 0x8000 ? -size : size;
          assert.ok(Math.abs(stored - expected) <= Math.abs(expected) * 2 ** -11 + 2 ** -25, `${p.id}: ${stored} for ${expected}`);
          at += 2;
        }
      }
    }
    assert.equal(at, run.sidecar.length);
  });

  it('stays small enough to ship', () => {
    assert.ok(run.log.length <= 400 * 1024, `${run.log.length} bytes`);
    assert.ok(run.sidecar.length <= 400 * 1024, `${run.sidecar.length} bytes`);
  });
});

describe('the truth behind the sample log', () => {
  const meanOf = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  const agreementOf = exactInnerProduct(run.prompts.map((p) => p.policy));

  it('is a conflict at k = 4, 8 and 16, and none at k = 1 and 2', () => {
    for (const k of [4, 8, 16]) assert.ok(agreementOf.innerProduct(k) < 0, `k = ${k}: ${agreementOf.innerProduct(k)}`);
    for (const k of [1, 2]) assert.ok(agreementOf.innerProduct(k) > 0.0025, `k = ${k}: ${agreementOf.innerProduct(k)}`);
    assert.ok(agreementOf.innerProduct(8) < -0.0025);
  });

  it('has hard prompts that harm and hard prompts that do not', () => {
    const hard = run.prompts.map((p, x) => ({ family: p.family, p: p.policy.passRate, a: agreementOf.agreement[x] ?? NaN })).filter((row) => row.p < 0.1);
    assert.ok(hard.filter((row) => row.a < 0).length >= 15);
    assert.ok(hard.filter((row) => row.a > 0).length >= 10);
    for (const row of hard) assert.equal(row.a > 0, ['fence-posts', 'handshakes', 'climbing-snail'].includes(row.family), row.family);
  });

  it('has easy families above 0.85 whose agreement is positive, a handful of unsolved and some saturated prompts', () => {
    const easy = run.prompts.flatMap((p, x) => (p.policy.passRate > 0.85 ? [agreementOf.agreement[x] ?? NaN] : []));
    assert.ok(easy.length > 100 && easy.every((a) => a > 0));
    const unsolved = run.prompts.filter((p) => p.correct === 0).length;
    const saturated = run.prompts.filter((p) => p.correct === samplesPerPrompt).length;
    assert.ok(unsolved >= 4 && unsolved <= 12, `${unsolved} unsolved`);
    assert.ok(saturated >= 8 && saturated <= 30, `${saturated} saturated`);
  });

  it('agrees with the samples: pass@1 within four standard errors', () => {
    const rates = run.prompts.map((p) => p.policy.passRate);
    const se = Math.sqrt(rates.reduce((sum, p) => sum + (p * (1 - p)) / samplesPerPrompt, 0)) / rates.length;
    assert.ok(Math.abs(meanOf(run.prompts.map((p) => p.correct / samplesPerPrompt)) - meanOf(rates)) < 4 * se);
  });
});
