import assert from 'node:assert/strict';
import type { Comparison } from '../../../src/core/compare/comparisonShape';
import { compareCaveats } from '../../../webview/compare/compareCaveats';
import { compareFacts, meaningOf } from '../../../webview/compare/compareFacts';
import { CompareCounts } from '../../../webview/compare/compareCounts';
import { moversShown } from '../../../webview/compare/moverTable';
import { signedEstimate, signedRate } from '../../../webview/compare/signedNumber';
import { freshState } from '../../../webview/state/savedState';
import { exampleComparison } from '../exampleComparison';

const { comparison } = new CompareCounts().input(exampleComparison(), freshState);

describe('compareFacts', () => {
  it('tells both movements with their paired intervals, and how many prompts clearly moved', () => {
    const facts = compareFacts(comparison);
    assert.match(facts[0].value, /^−0\.090 \(95% CI −0\.\d{3} to \+0\.\d{3}\)$/);
    assert.match(facts[0].detail ?? '', /^0\.500 → 0\.410, paired by prompt · sign-flip p = /);
    assert.equal(facts[2].value, '1 rose, 1 fell');
    assert.deepEqual(compareFacts({ ...comparison, k: 1 }).map(({ name }) => name), ['Change of pass@1', 'Prompts that clearly moved']);
  });

  it('says whether a first-order reading explains the change', () => {
    const last = (holds: boolean | null): string | undefined => compareFacts({ ...comparison, linear: { ...comparison.linear, holds } }).at(-1)?.detail;
    assert.match(last(true) ?? '', /^explains/);
    assert.match(last(false) ?? '', /^does not explain.*too large/);
    assert.equal(last(null), '');
  });

  it('names no cause for a trade', () => {
    for (const pattern of ['traded', 'sharpened', 'both rose', 'both fell', 'unclear'] as const) assert.ok(meaningOf({ ...comparison, pattern }).length > 20);
    assert.match(meaningOf({ ...comparison, pattern: 'traded' }), /other causes too/);
  });
});

describe('compareCaveats', () => {
  it('names the prompts of one side only, and those whose text differs', () => {
    const caveats = compareCaveats(comparison, ['before', 'after']);
    assert.deepEqual(caveats.map(({ ids }) => ids), [['middle'], ['gone'], ['new'], []]);
    assert.match(caveats[0].text, /^1 prompt has another text under the same id/);
    assert.match(caveats[1].text, /only in “before”: left out/);
    assert.match(caveats[3].text, /^Only 5 prompts in both/);
  });

  it('has nothing to say of many prompts that are all in both', () => {
    const whole: Comparison = { ...comparison, prompts: { paired: 400, onlyBefore: [], onlyAfter: [], withoutSamples: [], otherText: [] } };
    assert.deepEqual(compareCaveats(whole, ['a', 'b']), []);
  });
});

describe('moversShown', () => {
  const shown = (which: Parameters<typeof moversShown>[1], part = ''): string[] => moversShown(comparison.promptTable, which, part).map((row) => comparison.promptTable[row].id);
  it('shows those that moved as wanted', () => {
    assert.deepEqual(shown('rose'), ['unsolved']);
    assert.deepEqual(shown('moved'), ['unsolved', 'easy']);
    assert.equal(shown('all').length, 5);
    assert.deepEqual(shown('unclear', 'D'), ['hard', 'middle', 'saturated']);
  });

  it('shows what was framed in a chart, and no others', () => {
    const framed = moversShown(comparison.promptTable, 'framed', '', new Set(['easy', 'hard'])).map((row) => comparison.promptTable[row].id);
    assert.deepEqual(framed.sort(), ['easy', 'hard']);
    assert.deepEqual(moversShown(comparison.promptTable, 'framed', ''), []);
  });
});

describe('signedRate', () => {
  for (const [change, text] of [[0.0521, '+0.052'], [-0.11, '−0.110'], [0.0001, '0.000'], [-0.0001, '0.000'], [null, 'unknown'], [NaN, 'unknown']] as const) {
    it(`writes ${change} as ${text}`, () => assert.equal(signedRate(change), text));
  }
  it('goes with its interval', () => assert.equal(signedEstimate(0.05, [-0.01, 0.11]), '+0.050 (95% CI −0.010 to +0.110)'));
});
