import { gradientPopulation } from '../../../src/core/interference/gradientPopulation';
import { leaveOneOutWeights } from '../../../src/core/interference/leaveOneOutWeights';
import { sampledGradientColumns } from '../../../src/core/interference/sampledGradientColumns';
import { closeTo } from '../closeTo';
import { firstPass, samplesOf } from '../sampledRun';
import { dot, smallPolicy } from '../smallPolicy';

describe('populationErrors', () => {
  it('equals the definition, worked out pair by pair', () => {
    const run = [{ probability: 0, times: [2, 3, 1] }, { probability: 0, times: [6, 0] }, { probability: 0, times: [4, 2] }];
    const { n, c, sums } = firstPass(samplesOf(smallPolicy, run), 3);
    const { curve } = sampledGradientColumns(gradientPopulation(sums, n, c), null, 'score_grad', null);
    for (let k = 1; k <= 5; k++) {
      const vectors = (draws: number): number[][] =>
        [0, 1, 2].map((x) => {
          const weights = leaveOneOutWeights(n[x], c[x], draws);
          return [0, 1, 2].map((j) => weights.correct * (sums.sumCorrect(x)?.[j] ?? 0) - weights.wrong * (sums.sumWrong(x)?.[j] ?? 0));
        });
      const g = vectors(1);
      const h = vectors(k);
      const phi = [0, 1, 2].map((x) => {
        let sum = 0;
        for (const y of [0, 1, 2]) if (y !== x) sum += (dot(h[x], g[y]) + dot(g[x], h[y])) / 2;
        return sum / 2;
      });
      const mean = (phi[0] + phi[1] + phi[2]) / 3;
      const variance = phi.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 2;
      closeTo(curve.populationSe[k - 1], 2 * Math.sqrt(variance / 3), 1e-11);
    }
  });
});
