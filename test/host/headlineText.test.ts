import assert from 'node:assert/strict';
import { headlineText } from '../../src/host/headlineText';

describe('headlineText', () => {
  for (const [headline, text] of [
    [{ passAt1: 0.4125, passAtK: 0.73, k: 8 }, 'pass@1 41.3% · pass@8 73.0%'],
    [{ passAt1: 0, passAtK: 1, k: 64 }, 'pass@1 0.0% · pass@64 100.0%'],
    [{ passAt1: 0.5, passAtK: null, k: 128 }, 'pass@1 50.0% · pass@128 unknown'],
    [{ passAt1: null, passAtK: null, k: 1 }, 'pass@1 unknown · pass@1 unknown'],
  ] as const) {
    it(`says ${text}`, () => assert.equal(headlineText(headline), text));
  }
});
