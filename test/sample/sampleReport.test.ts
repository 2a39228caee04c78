import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import type { Report } from '../../src/core/reportShape';
import { openRun } from '../../src/worker/openRun';
import { exactInnerProduct } from './exactInnerProduct';
import { featureNames } from './problem';
import { sampleRun, samplesPerPrompt } from './sampleRun';

const log = resolve(__dirname, '../../media/sample.jsonl');
const { prompts } = sampleRun();
const truth = exactInnerProduct(prompts.map((p) => p.policy));

/** Draws without replacement: the share of the 32-choose-k subsets that hold a correct sample, in whole numbers. */
function passAtK(correct: number, k: number): number {
  const choose = (n: bigint, r: bigint): bigint => (r < 0n || r > n ? 0n : r === 0n ? 1n : (choose(n - 1n, r - 1n) * n) / r);
  const [n, c, draws] = [BigInt(samplesPerPrompt), BigInt(correct), BigInt(k)];
  const scale = 10n ** 18n;
  return 1 - Number((choose(n - c, draws) * scale) / choose(n, draws)) / 1e18;
}

describe('the report on the sample log', () => {
  let report: Report;
  before(async () => {
    report = (await openRun([log], { k: 8, ks: [2, 4, 16], hardBelow: 0.1, easyAbove: 0.85, errored: 'drop' })).report();
  });

  it('finds the log\'s format and the sidecar without being told', () => {
    assert.equal(report.source.malformedCount, 0);
    assert.equal(report.source.samples, prompts.length * samplesPerPrompt);
    assert.deepEqual(report.gradients, { source: 'score_grad', dimension: featureNames.length, projection: 'none' });
    assert.equal(report.source.notes, undefined);
  });

  it('counts what a count by hand counts', () => {
    assert.deepEqual(report.promptTable.map(({ id, n, c }) => [id, n, c]), prompts.map((p) => [p.id, samplesPerPrompt, p.correct]));
    for (const k of [1, 2, 8]) {
      const expected = prompts.reduce((sum, p) => sum + passAtK(p.correct, k), 0) / prompts.length;
      const row = report.passAtK.find((entry) => entry.k === k);
      assert.ok(Math.abs((row?.estimate ?? NaN) - expected) < 1e-12, `pass@${k}: ${row?.estimate} for ${expected}`);
    }
  });

  it('says conflict at k = 8, for these prompts and for their population, and none at k = 2', () => {
    assert.equal(report.conflict?.verdict, 'conflict');
    assert.equal(report.conflict.population.verdict, 'conflict');
    const at = (k: number) => report.conflict?.byK.find((row) => row.k === k)?.verdict;
    assert.deepEqual([at(1), at(2), at(4), at(8), at(16)], ['no conflict', 'no conflict', 'conflict', 'conflict', 'conflict']);
  });

  it('covers the exact inner product with its intervals', () => {
    for (const k of [1, 2, 4, 8, 16]) {
      const row = report.conflict?.byK.find((entry) => entry.k === k);
      const [low, high] = row?.ci ?? [NaN, NaN];
      const exact = truth.innerProduct(k);
      assert.ok(low <= exact && exact <= high, `k = ${k}: ${exact} is not in [${low}, ${high}]`);
    }
  });

  it('covers the exact agreement of about 95 in 100 prompts, and knows none of the prompts with one verdict only', () => {
    let known = 0;
    let covered = 0;
    report.promptTable.forEach((row, x) => {
      if (row.c === 0 || row.c === row.n) {
        assert.deepEqual([row.agreement, row.agreementSe, row.weightedAgreement, row.interference], [null, null, null, 'unknown'], row.id);
        return;
      }
      known++;
      if (Math.abs((row.agreement ?? NaN) - (truth.agreement[x] ?? NaN)) <= 1.96 * (row.agreementSe ?? NaN)) covered++;
    });
    // Normal intervals of two or three successes in 32 fall short of 95: 85 is where a wrong estimate would be found out.
    assert.ok(known > 150 && covered / known > 0.85, `${covered} of ${known}`);
  });

  it('calls prompts negative that are, and none positive that are not', () => {
    const judged = report.promptTable.map((row, x) => ({ ...row, truth: truth.agreement[x] ?? NaN }));
    const negative = judged.filter((row) => row.interference === 'negative');
    assert.ok(negative.length >= 10 && negative.every((row) => row.truth < 0), `${negative.length} negative`);
    assert.ok(judged.filter((row) => row.interference === 'positive').every((row) => row.truth > 0));
    assert.ok(negative.some((row) => row.group === 'hard') && judged.some((row) => row.group === 'hard' && row.interference === 'positive'));
  });
});
