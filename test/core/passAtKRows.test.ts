import assert from 'node:assert/strict';
import { betaBinomial } from '../../src/core/counts/betaBinomial';
import { betaBinomialPassAtK } from '../../src/core/counts/betaBinomialPassAtK';
import { countGroups } from '../../src/core/counts/countGroups';
import { report } from '../../src/core/report';
import { randomNumbers } from './randomNumbers';

const NOWHERE = { files: [], samples: 0, malformedCount: 0, malformed: [], errored: 0, duplicates: 0 };

type Counts = readonly (readonly [n: number, c: number])[];

function columnsOf(counts: Counts) {
  return {
    id: counts.map((_, x) => `p${x}`),
    n: Int32Array.from(counts, ([n]) => n),
    c: Int32Array.from(counts, ([, c]) => c),
    errored: new Int32Array(counts.length),
    exactRate: null,
    gradients: null,
  };
}

/** pass@1 of prompts with given counts. */
function passAt1(counts: Counts) {
  return report(NOWHERE, columnsOf(counts), { k: 1, hardBelow: 0.1, easyAbove: 0.85 }).passAtK[0];
}

/** Johnk's way: of two powers of uniform numbers that add up to at most 1, the share of the first. Slow for large a and b, and exact. */
function betaNumber(a: number, b: number, random: () => number): number {
  for (;;) {
    const [x, y] = [random() ** (1 / a), random() ** (1 / b)];
    if (x + y <= 1 && x + y > 0) return x / (x + y);
  }
}

describe('passAtKRows', () => {
  it('does not take ten failures for certainty: the interval is Wilson’s', () => {
    const row = passAt1(Array.from({ length: 10 }, () => [4, 0] as const));
    assert.deepEqual([row.estimate, row.se, row.ci?.[0]], [0, 0, 0]);
    // z²/(n + z²) for c = 0, worked by hand
    assert.ok(Math.abs((row.ci?.[1] ?? 0) - 3.841458820694124 / 13.841458820694124) < 1e-12);
  });

  it('nor ten successes', () => {
    const row = passAt1(Array.from({ length: 10 }, () => [4, 4] as const));
    assert.deepEqual([row.estimate, row.ci?.[1]], [1, 1]);
    assert.ok(Math.abs((row.ci?.[0] ?? 0) - 10 / 13.841458820694124) < 1e-12);
  });

  it('gives one prompt no interval, since one has no spread', () => {
    assert.deepEqual([passAt1([[4, 1]]).estimate, passAt1([[4, 1]]).ci], [0.25, null]);
  });

  it('never falls where the model takes over from the samples, and is the model above what they show', () => {
    // Three of 43 prompts were never solved in 16 samples; the model makes it nine.
    const c = [3, 20, 10, 10].flatMap((prompts, kind) => new Array<number>(prompts).fill([0, 1, 4, 12][kind]));
    const columns = { id: c.map((_, x) => `p${x}`), n: new Int32Array(c.length).fill(16), c: Int32Array.from(c), errored: new Int32Array(c.length), exactRate: null, gradients: null };
    const ks = Array.from({ length: 64 }, (_, i) => i + 1);
    const { passAtK } = report(NOWHERE, columns, { k: 1, ks, hardBelow: 0.1, easyAbove: 0.85 });
    const estimates = passAtK.map(({ estimate }) => estimate ?? NaN);
    estimates.forEach((estimate, i) => assert.ok(i === 0 || estimate >= estimates[i - 1], `k = ${i + 1}: ${estimate} after ${estimates[i - 1]}`));
    const fit = betaBinomial(columns.n, columns.c);
    assert.ok(fit.kind === 'fit');
    const model = (k: number) => betaBinomialPassAtK(fit, countGroups(columns.n, columns.c), k).estimate;
    assert.ok(model(17) < estimates[15]);
    assert.deepEqual([estimates[16], estimates[63]], [estimates[15], model(64)]);
    for (const { ci, estimate } of passAtK.slice(16)) assert.ok(ci !== null && estimate !== null && ci[0] <= estimate && estimate <= ci[1]);
  });
});

describe('the band of pass@k', () => {
  /** A Beta population's samples, and its pass@k by adding up the logarithms of (b + i)/(a + b + i), which share nothing with the code. */
  const truth = (a: number, b: number, k: number): number => 1 - Math.exp(Array.from({ length: k }, (_, i) => Math.log((b + i) / (a + b + i))).reduce((sum, log) => sum + log, 0));
  const sampled = (prompts: number, n: (prompt: number) => number, a: number, b: number, random: () => number) => {
    const counts = Array.from({ length: prompts }, (_, prompt): [number, number] => {
      const rate = betaNumber(a, b, random);
      return [n(prompt), Array.from({ length: n(prompt) }, () => random()).filter((drawn) => drawn < rate).length];
    });
    return (ks: readonly number[]) => report(NOWHERE, columnsOf(counts), { k: 1, ks, hardBelow: 0.1, easyAbove: 0.85 }).passAtK;
  };

  it('rises with k wherever the same prompts speak, into what is extrapolated, and holds the estimate', () => {
    const random = randomNumbers(5);
    let fallen = 0;
    for (let trial = 0; trial < 120; trial++) {
      const [prompts, samples] = [[5, 20, 40, 100][trial % 4], [4, 8, 16, 32][(trial >> 2) % 4]];
      const rows = sampled(prompts, (prompt) => samples + (trial % 3 === 0 ? prompt % 5 : 0), 0.05 + 3 * random() ** 2, 0.05 + 4 * random() ** 2, random)(Array.from({ length: 4 * samples }, (_, i) => i + 1));
      const shared = rows.filter(({ k, ci, status }) => ci !== null && (k <= samples || status === 'extrapolated'));
      shared.forEach(({ k, estimate, ci, se }, i) => {
        assert.ok(ci !== null && estimate !== null);
        assert.ok(ci[0] <= estimate + 1e-12 && estimate <= ci[1] + 1e-12, `k = ${k}: ${estimate} outside ${ci.join(' to ')}`);
        const before = shared[i - 1]?.ci ?? [0, 0];
        assert.ok(ci[0] >= before[0] && ci[1] >= before[1], `k = ${k}: ${ci.join(' to ')} after ${before.join(' to ')}`);
        // Each k alone would fall somewhere: else this says nothing.
        if (estimate - 2 * (se ?? 0) < (shared[i - 1]?.estimate ?? 0) - 2 * (shared[i - 1]?.se ?? 0)) fallen++;
      });
    }
    assert.ok(fallen > 20, `${fallen} places`);
  });

  it('still covers the truth in 95 of 100 logs, and where every prompt comes to be solved too', () => {
    const random = randomNumbers(6);
    for (const [prompts, samples, a, b, ks] of [[60, 16, 0.4, 1, [1, 8, 16, 17, 64]], [40, 8, 1.5, 3.7, [4, 8, 16, 32]], [20, 16, 0.8, 0.6, [1, 8, 16]]] as const) {
      const covered = ks.map(() => 0);
      const logs = 500;
      for (let log = 0; log < logs; log++) {
        const rows = sampled(prompts, () => samples, a, b, random)(ks);
        ks.forEach((k, i) => {
          const ci = rows.find((row) => row.k === k)?.ci;
          if (ci == null || (ci[0] <= truth(a, b, k) && truth(a, b, k) <= ci[1])) covered[i]++;
        });
      }
      // Four standard errors of such a share below 95%.
      covered.forEach((count, i) => assert.ok(count / logs > 0.95 - 4 * Math.sqrt((0.95 * 0.05) / logs), `${prompts} prompts, k = ${ks[i]}: ${count / logs}`));
    }
  });
});
