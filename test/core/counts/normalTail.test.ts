import { normalTail } from '../../../src/core/counts/normalTail';
import { closeTo } from '../closeTo';

describe('normalTail', () => {
  it('equals published values on both sides of the switch from series to fraction', () => {
    const cases = [
      [0, 0.5], [1, 0.15865525393145707], [1.959963984540054, 0.025], [2.999, 0.0013543365337271057], [3, 0.0013498980316300933],
      [3.001, 0.0013454728250849653], [5, 2.866515718791933e-7], [10, 7.61985302416047e-24], [-1, 0.8413447460685429],
    ];
    for (const [z, expected] of cases) closeTo(normalTail(z), expected, 1e-12);
  });

  it('has minus the normal density as its slope', () => {
    for (const z of [0.3, 1.7, 2.9, 3.4, 6]) {
      const slope = (normalTail(z + 1e-5) - normalTail(z - 1e-5)) / 2e-5;
      closeTo(-slope, Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI), 1e-5);
    }
  });
});
