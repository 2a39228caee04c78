import assert from 'node:assert/strict';
import { gradientPopulation, type GradientPopulation } from '../../../src/core/interference/gradientPopulation';
import { checkedMitigation } from '../../../src/core/mitigation/checkedMitigation';
import { mitigatedWeights, type MitigationMethod } from '../../../src/core/mitigation/mitigatedWeights';
import { conflictParts } from '../../../src/core/mitigation/conflictParts';
import { sampledGradientColumns } from '../../../src/core/interference/sampledGradientColumns';
import { stepRates } from '../../../src/core/mitigation/stepRates';
import { closeTo } from '../closeTo';
import { firstPass, samplesOf, type LoggedSample } from '../sampledRun';
import { sharedDataExists } from '../sharedData';
import { everyOutcome, everyRun, smallPolicy } from '../smallPolicy';
import { tinyLog } from '../tinyTransformer';

function populationOf(samples: readonly LoggedSample[], prompts: number): GradientPopulation {
  const { n, c, sums } = firstPass(samples, prompts);
  return gradientPopulation(sums, n, c);
}

function weightsChosenBy(population: GradientPopulation, method: MitigationMethod, k: number): Float64Array {
  const { n, c } = population;
  const gradients = sampledGradientColumns(population, null, 'score_grad', null);
  const parts = conflictParts({ id: [], n, c, errored: n, exactRate: null, gradients }, k);
  assert.ok(parts);
  return mitigatedWeights(parts, method).weights;
}

describe('checkedMitigation', () => {
  const outcomes = smallPolicy.map((prompt) => everyOutcome(prompt, 4));

  it('checks the weights of each half on the other, and means both', () => {
    const all: GradientPopulation[] = [];
    everyRun(outcomes, (_, run) => void all.push(populationOf(samplesOf(smallPolicy, run), 3)));
    const [one, other] = [all[417 % all.length], all[256 % all.length]];
    for (const method of ['surgery', 'drop'] as const) {
      const found = checkedMitigation([one, other], method, 3);
      const there = stepRates(other, weightsChosenBy(one, method, 3), 3);
      const back = stepRates(one, weightsChosenBy(other, method, 3), 3);
      closeTo(found?.passAt1.rate ?? NaN, (there.passAt1.rate + back.passAt1.rate) / 2, 1e-12);
      closeTo(found?.passAtK.rate ?? NaN, (there.passAtK.rate + back.passAtK.rate) / 2, 1e-12);
      closeTo(found?.passAt1.se ?? NaN, (there.passAt1.se + back.passAt1.se) / 2, 1e-12);
    }
  });

  it('knows nothing where k takes more samples than a half has', () => {
    const run = [{ probability: 0, times: [2, 1, 1] }, { probability: 0, times: [1, 3] }, { probability: 0, times: [2, 2] }];
    const half = populationOf(samplesOf(smallPolicy, run), 3);
    assert.equal(checkedMitigation([half, half], 'surgery', 4), null);
    assert.notEqual(checkedMitigation([half, half], 'surgery', 3), null);
  });

  if (sharedDataExists) {
    it('confirms on a real network that the raw weights conflict and that surgery takes the conflict away', () => {
      const { id, samples } = tinyLog('step000');
      const seen = new Int32Array(id.length);
      const halves: [LoggedSample[], LoggedSample[]] = [[], []];
      for (const sample of samples) halves[seen[sample.prompt]++ % 2].push(sample);
      const populations = [populationOf(halves[0], id.length), populationOf(halves[1], id.length)] as const;
      const raw = checkedMitigation(populations, null, 8);
      const surgery = checkedMitigation(populations, 'surgery', 8);
      assert.ok(raw && surgery);
      assert.equal(raw.verdict, 'conflict');
      assert.notEqual(surgery.verdict, 'conflict');
      assert.ok(surgery.passAt1.rate > raw.passAt1.rate);
      assert.ok(Math.abs(surgery.passAt1.rate) < 2 * surgery.passAt1.se, 'surgery aims at 0');
      assert.ok(surgery.passAtK.rate > 0 && surgery.passAtK.rate < raw.passAtK.rate, 'and keeps part of the gain');
    });
  }
});
