import assert from 'node:assert/strict';
import { gradientPopulation } from '../../../src/core/interference/gradientPopulation';
import { promptGradientColumns } from '../../../src/core/interference/promptGradientColumns';
import { sampledGradientColumns } from '../../../src/core/interference/sampledGradientColumns';
import { weightedAgreementColumn } from '../../../src/core/interference/weightedAgreementColumn';
import { closeTo } from '../closeTo';
import { firstPass, samplesOf } from '../sampledRun';
import { smallPolicy } from '../smallPolicy';
import { toyB } from '../toyPrompts';

describe('weightedAgreementColumn', () => {
  it('is the agreement itself at k = 1', () => {
    const run = [{ probability: 0, times: [2, 3, 1] }, { probability: 0, times: [6, 0] }, { probability: 0, times: [4, 2] }];
    const { n, c, sums } = firstPass(samplesOf(smallPolicy, run), 3);
    const gradients = sampledGradientColumns(gradientPopulation(sums, n, c), null, 'score_grad', null);
    const columns = { id: ['a', 'b', 'c'], n, c, errored: new Int32Array(3), exactRate: null, gradients };
    const column = weightedAgreementColumn(columns, 1);
    for (const x of [0, 2]) closeTo(column[x], gradients.agreement[x], 1e-12);
    assert.ok(Number.isNaN(column[1]));
    assert.ok(weightedAgreementColumn(columns, 6).every(Number.isNaN));
  });

  it('is weight times agreement for exact values', () => {
    const none = new Int32Array(12);
    const exactRate = Float64Array.from(toyB.p);
    const gradients = promptGradientColumns({ vectors: toyB.gradients, n: none, c: none, exactRate, projection: null });
    const columns = { id: toyB.p.map(String), n: none, c: none, errored: none, exactRate, gradients };
    weightedAgreementColumn(columns, 16).forEach((value, x) => {
      closeTo(value, 16 * (1 - toyB.p[x]) ** 15 * toyB.agreement[x], 1e-12);
    });
  });

  it('is unknown without gradients, and refuses what is no k', () => {
    const columns = { id: ['a'], n: Int32Array.of(4), c: Int32Array.of(1), errored: Int32Array.of(0), exactRate: null, gradients: null };
    assert.deepEqual([...weightedAgreementColumn(columns, 2)], [NaN]);
    assert.throws(() => weightedAgreementColumn(columns, 0), RangeError);
  });
});
