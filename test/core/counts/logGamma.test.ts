import assert from 'node:assert/strict';
import { logGamma } from '../../../src/core/counts/logGamma';
import { closeTo } from '../closeTo';

describe('logGamma', () => {
  it('equals the logarithm of factorials', () => {
    let logFactorial = 0;
    for (let m = 1; m <= 170; m++) {
      logFactorial += Math.log(m);
      closeTo(logGamma(m + 1), logFactorial, 1e-13, 1e-14);
    }
  });

  it('equals log √π at one half, and rises by log x per step', () => {
    closeTo(logGamma(0.5), Math.log(Math.sqrt(Math.PI)), 1e-14);
    for (const x of [0.01, 0.7, 15.99, 123.4]) closeTo(logGamma(x + 1) - logGamma(x), Math.log(x), 1e-11, 1e-13);
  });

  it('refuses zero and below', () => {
    assert.throws(() => logGamma(0), RangeError);
  });
});
