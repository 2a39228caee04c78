import assert from 'node:assert/strict';
import { mitigatedWeights, type ConflictParts, type MitigationMethod } from '../../../src/core/mitigation/mitigatedWeights';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { sharedDataExists } from '../sharedData';
import { toyB } from '../toyPrompts';

const methods: readonly MitigationMethod[] = ['surgery', 'projection', 'cap', 'drop', 'temper'];

function partsAt(k: number): ConflictParts {
  const weights = Float64Array.from(toyB.p, (p) => k * (1 - p) ** (k - 1));
  const agreement = Float64Array.from(toyB.agreement);
  const weightedAgreement = weights.map((weight, x) => weight * agreement[x]);
  const mean = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0) / column.length;
  return { weights, agreement, weightedAgreement, innerProduct: mean(weightedAgreement), meanAgreement: mean(agreement) };
}

describe('mitigatedWeights', () => {
  it('takes the conflict away by every method, without a weight below zero', () => {
    const parts = partsAt(16);
    assert.ok(parts.innerProduct < 0);
    for (const method of methods) {
      const { weights } = mitigatedWeights(parts, method);
      const left = weights.reduce((sum, weight, x) => sum + weight * parts.agreement[x], 0) / 12;
      assert.ok(left >= -1e-15, `${method}: ${left}`);
      assert.ok(weights.every((weight) => weight >= 0), method);
    }
  });

  it('leaves the weights as they are where nothing conflicts', () => {
    const parts = partsAt(3);
    for (const method of methods) assert.deepEqual([...mitigatedWeights(parts, method).weights], [...parts.weights], method);
    assert.deepEqual(methods.map((method) => mitigatedWeights(parts, method).parameter), [0, 0, Infinity, 0, 1]);
  });

  it('says so where a method cannot help, and keeps unknown weights unknown', () => {
    const parts = {
      weights: Float64Array.of(2, 1, NaN),
      agreement: Float64Array.of(-1, -1, 5),
      weightedAgreement: Float64Array.of(-2, -1, NaN),
      innerProduct: -1,
      meanAgreement: -0.1,
    };
    for (const method of ['surgery', 'projection', 'cap', 'temper'] as const) {
      const { parameter, weights } = mitigatedWeights(parts, method);
      assert.ok(Number.isNaN(parameter), method);
      assert.deepEqual([...weights], [2, 1, NaN], method);
    }
    assert.deepEqual([...mitigatedWeights(parts, 'drop').weights], [0, 0, NaN]);
  });

  if (sharedDataExists) {
    it('finds the golden parameters', () => {
      const { pcgrad_lambda, l2_mu, cap_tau, drop_set, temper_gamma } = golden().toyB_main.mitigation_k16;
      const expected = [pcgrad_lambda, l2_mu, cap_tau, drop_set.length, temper_gamma];
      methods.forEach((method, i) => closeTo(mitigatedWeights(partsAt(16), method).parameter, expected[i], 1e-10));
    });
  }
});
