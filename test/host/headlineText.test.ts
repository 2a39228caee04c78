import assert from 'node:assert/strict';
import { headlineText } from '../../src/host/headlineText';

describe('headlineText', () => {
  for (const [headline, text] of [
    [{ passAt1: 0.4124, passAtK: 0.73, k: 8 }, 'pass@1 0.412 · pass@8 0.730'],
    [{ passAt1: 0, passAtK: 1, k: 64 }, 'pass@1 0.000 · pass@64 1.000'],
    [{ passAt1: 0.5, passAtK: null, k: 128 }, 'pass@1 0.500 · pass@128 unknown'],
    [{ passAt1: null, passAtK: null, k: 1 }, 'pass@1 unknown · pass@1 unknown'],
  ] as const) {
    it(`says ${text}`, () => assert.equal(headlineText(headline), text));
  }
});
