import assert from 'node:assert/strict';
import { givenAgreementColumns } from '../../src/core/interference/givenAgreementColumns';
import { promptGradientColumns } from '../../src/core/interference/promptGradientColumns';
import type { PromptColumns } from '../../src/core/promptColumns';
import { report } from '../../src/core/report';
import type { Report, ReportSource } from '../../src/core/reportShape';
import { closeTo } from './closeTo';
import { golden } from './golden';
import { goldenLog } from './goldenLog';
import { randomNumbers } from './randomNumbers';
import { gradientsOf } from './sampledRun';
import { sharedDataExists } from './sharedData';
import { toyA, toyB, type ToyPrompts } from './toyPrompts';

const source: ReportSource = { files: [], samples: 0, malformedCount: 0, malformed: [], errored: 0, duplicates: 0 };
const options = { k: 4, hardBelow: 0.1, easyAbove: 0.85 };

function counted(n: readonly number[], c: readonly number[], more: Partial<PromptColumns> = {}): PromptColumns {
  return {
    id: n.map((_, x) => `p${x}`),
    n: Int32Array.from(n),
    c: Int32Array.from(c),
    errored: new Int32Array(n.length),
    exactRate: null,
    gradients: null,
    ...more,
  };
}

function toyColumns(toy: ToyPrompts): PromptColumns {
  const none = new Int32Array(toy.p.length);
  const exactRate = Float64Array.from(toy.p);
  const gradients = promptGradientColumns({ vectors: toy.gradients, n: none, c: none, exactRate, projection: null });
  return { id: toy.p.map((_, x) => `p${x}`), n: none, c: none, errored: none, exactRate, gradients };
}

/** Every number in a report is finite; unknown is null. */
function assertNoNaN(value: unknown, place = 'report'): void {
  if (typeof value === 'number') assert.ok(Number.isFinite(value), `${place} is ${value}`);
  else if (Array.isArray(value)) value.forEach((item, i) => assertNoNaN(item, `${place}[${i}]`));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) assertNoNaN(item, `${place}.${key}`);
  } else assert.notEqual(value, undefined, `${place} is undefined`);
}

describe('report', () => {
  it('describes prompts by hand-worked numbers', () => {
    const made = report({ ...source, samples: 26 }, counted([8, 8, 8, 2], [0, 2, 8, 1]), options, new Map([['p1', 'hard']]));
    assert.deepEqual(made.prompts, {
      count: 4,
      samples: 26,
      samplesPerPrompt: { min: 2, median: 8, max: 8 },
      unsolved: 1,
      saturated: 1,
      mixed: 2,
    });
    assert.equal(made.schema, 'passk/report@1');
    assert.equal(made.source.samples, 26);
    assert.deepEqual(made.gradients, { source: 'none', dimension: null, projection: null });
    assert.equal(made.conflict, null);
    const [unsolved, mixed, saturated, few] = made.promptTable;
    // q_4(8, 2) = C(6,4)/C(8,4) = 15/70; w_4 = 4 C(6,3)/C(8,3) = 80/56.
    closeTo(mixed.passAtK, 1 - 15 / 70, 1e-14);
    closeTo(mixed.weight, 80 / 56, 1e-14);
    assert.deepEqual([mixed.id, mixed.n, mixed.c, mixed.passRate, mixed.group, mixed.state, mixed.flag], ['p1', 8, 2, 0.25, 'middle', 'mixed', 'hard']);
    assert.deepEqual([unsolved.passAtK, unsolved.weight, unsolved.group, unsolved.state], [0, 4, 'hard', 'unsolved']);
    assert.deepEqual([saturated.passAtK, saturated.weight, saturated.group, saturated.state], [1, 0, 'easy', 'saturated']);
    assert.deepEqual([few.passAtK, few.weight, few.state], [null, null, 'mixed']);
    for (const row of made.promptTable) {
      assert.deepEqual([row.agreement, row.agreementSe, row.weightedAgreement, row.interference], [null, null, null, 'unknown']);
    }
    // Weights 4, 80/56, 0 over three prompts; the fourth has too few samples.
    closeTo(made.weights.mean, (4 + 80 / 56) / 3, 1e-14);
    closeTo(made.weights.shareOnUnsolved, 4 / (4 + 80 / 56), 1e-14);
    closeTo(made.weights.effectivePrompts, (4 + 80 / 56) ** 2 / (16 + (80 / 56) ** 2), 1e-14);
  });

  it('gives pass@k at powers of two and where asked, each over the prompts that can tell, marked by how far they reach', () => {
    const made = report(source, counted([8, 8, 8, 4], [0, 2, 8, 1]), { ...options, k: 3, ks: [6, 2] });
    assert.deepEqual(made.passAtK.map(({ k, prompts, status }) => [k, prompts, status]), [
      [1, 4, 'solid'],
      [2, 4, 'solid'],
      [3, 4, 'fragile'],
      [4, 4, 'fragile'],
      [6, 3, 'fragile'],
      [8, 3, 'fragile'],
    ]);
    closeTo(made.passAtK[0].estimate, (0 + 0.25 + 1 + 0.25) / 4, 1e-14);
    // q_6(8, 2) = C(6,6)/C(8,6) = 1/28
    closeTo(made.passAtK[4].estimate, (0 + 27 / 28 + 1) / 3, 1e-14);
    const spread = [0, 0.25, 1, 0.25].reduce((sum, value) => sum + (value - 0.375) ** 2, 0);
    closeTo(made.passAtK[0].se, Math.sqrt(spread / 3 / 4), 1e-14);
    // On the scale of log-odds, with t = 3.182446305284263 for four prompts.
    const reach = (3.182446305284263 * Math.sqrt(spread / 12)) / (0.375 * 0.625);
    made.passAtK[0].ci?.forEach((end, i) => closeTo(Math.log(end / (1 - end)), Math.log(0.375 / 0.625) + (i === 0 ? -reach : reach), 1e-9));
  });

  it('extrapolates beyond all samples where the model may speak, and says nothing where it may not', () => {
    const few = report(source, counted([8, 8, 8], [0, 2, 8]), { ...options, k: 9 });
    assert.deepEqual(few.passAtK.at(-1), { k: 9, estimate: null, se: null, ci: null, prompts: 0, status: 'extrapolated' });
    const random = randomNumbers(2);
    const c = Array.from({ length: 60 }, () => Math.floor(9 * random() ** 2));
    const many = report(source, counted(c.map(() => 8), c), { ...options, k: 64 });
    const row = many.passAtK.at(-1);
    assert.ok(row?.estimate != null && row.ci !== null);
    assert.deepEqual([row.k, row.prompts, row.status], [64, 60, 'extrapolated']);
    assert.ok(row.estimate > (many.passAtK.at(-2)?.estimate ?? 1));
    assert.ok(row.ci[0] < row.estimate && row.estimate < row.ci[1]);
    assert.equal(many.weights.mean, null);
  });

  it('puts rates that sit on a threshold in the middle, also where 1 - 0.9 is below 0.1', () => {
    const groups = report(source, counted([10, 20, 10, 20, 20], [1, 1, 9, 17, 18]), { ...options, hardBelow: 1 - 0.9, easyAbove: 0.85 });
    assert.deepEqual(groups.promptTable.map(({ group }) => group), ['middle', 'hard', 'easy', 'middle', 'easy']);
    const edges = report(source, counted([10, 10], [1, 9]), { ...options, hardBelow: 0.1, easyAbove: 0.9 });
    assert.deepEqual(edges.promptTable.map(({ group }) => group), ['middle', 'middle']);
  });

  it('knows that a prompt without samples is neither hard nor unsolved', () => {
    const made = report(source, counted([0, 8, 8], [0, 4, 0]), { ...options, k: 1 });
    const [none] = made.promptTable;
    assert.deepEqual([none.n, none.passRate, none.ci, none.passAtK, none.weight, none.group, none.state], [0, null, null, null, null, null, null]);
    assert.equal(made.prompts.unsolved, 1);
    assert.equal(made.weights.effectivePrompts, 2);
    assert.equal(made.passAtK[0].prompts, 2);
    assert.deepEqual(made.passAtK.map(({ status }) => status), ['solid', 'solid', 'solid', 'fragile']);
  });

  it('is exact, with points for intervals, where rates and gradients are', () => {
    const made = report(source, toyColumns(toyB), { ...options, k: 16 });
    const { conflict } = made;
    assert.ok(conflict !== null && conflict.innerProduct !== null);
    assert.deepEqual([conflict.estimator, conflict.verdict, conflict.se], ['exact', 'conflict', 0]);
    assert.deepEqual(conflict.ci, [conflict.innerProduct, conflict.innerProduct]);
    assert.deepEqual(conflict.intervals, [[7, 64]]);
    const weights = toyB.p.map((p) => 16 * (1 - p) ** 15);
    const meanWeight = weights.reduce((sum, w) => sum + w, 0) / 12;
    const meanAgreement = toyB.agreement.reduce((sum, a) => sum + a, 0) / 12;
    closeTo(conflict.meanWeight, meanWeight, 1e-12);
    closeTo(conflict.meanAgreement, meanAgreement, 1e-12);
    closeTo(conflict.covariance, weights.reduce((sum, w, x) => sum + (w - meanWeight) * (toyB.agreement[x] - meanAgreement), 0) / 12, 1e-11);
    closeTo(conflict.sum, 12 * conflict.innerProduct, 1e-14);
    assert.deepEqual(conflict.groups.hard, { below: 0.1, count: 1, meanAgreement: conflict.groups.hard.meanAgreement, negative: 1 });
    assert.equal(conflict.groups.easy.count, 4);
    assert.deepEqual(made.passAtK.map(({ status }) => status), new Array(7).fill('solid'));
    assert.deepEqual(made.promptTable[7].interference, 'negative');
    assert.deepEqual([made.promptTable[7].n, made.promptTable[7].c, made.promptTable[7].state], [null, null, 'mixed']);
    assert.deepEqual(made.promptTable[7].ci, [toyB.p[7], toyB.p[7]]);
    closeTo(made.promptTable[7].weightedAgreement, weights[7] * toyB.agreement[7], 1e-12);
    assert.deepEqual(made.prompts.samplesPerPrompt, { min: null, median: null, max: null });
  });

  it('finds the conflict of the two prompts of the paper from k = 2 on', () => {
    const { conflict } = report(source, toyColumns(toyA), { ...options, k: 10 });
    assert.equal(conflict?.verdict, 'conflict');
    assert.deepEqual(conflict.intervals, [[2, 64]]);
    closeTo(conflict.cosine, -0.774557557947, 1e-10);
  });

  it('leaves the inner product unknown at a k that the samples do not reach', () => {
    const columns = sampled();
    const n = columns.n[0];
    const { conflict } = report(source, columns, { ...options, k: n });
    assert.deepEqual(
      [conflict?.innerProduct, conflict?.se, conflict?.ci, conflict?.verdict, conflict?.cosine, conflict?.sum],
      [null, null, null, 'inconclusive', null, null],
    );
    assert.deepEqual(conflict?.population, { innerProduct: null, se: null, ci: null, verdict: 'inconclusive' });
    assert.deepEqual([conflict?.covariance, conflict?.weightedMeanAgreement, conflict?.shift], [null, null, null]);
    assert.ok(conflict?.meanAgreement != null);
    assert.equal(conflict.byK.length, n - 1);
  });

  it('takes the normal quantile for this benchmark and the t quantile for a small population', () => {
    const { conflict } = report(source, sampled(), options);
    assert.ok(conflict?.innerProduct != null && conflict.ci !== null && conflict.se !== null);
    closeTo(conflict.ci[1] - conflict.innerProduct, 1.959963984540054 * conflict.se, 1e-10);
    const { innerProduct, ci, se } = conflict.population;
    assert.ok(innerProduct !== null && ci !== null && se !== null);
    // Five prompts: t with 4 degrees of freedom.
    closeTo(ci[1] - innerProduct, 2.7764451051977934 * se, 1e-10);
  });

  it('weighs given agreement scores, and knows nothing of their population', () => {
    const n = [8, 8, 8];
    const c = [1, 4, 8];
    const gradients = givenAgreementColumns({
      agreement: Float64Array.of(-3, 1, 2),
      n: Int32Array.from(n),
      c: Int32Array.from(c),
      exactRate: null,
    });
    const made = report(source, counted(n, c, { gradients }), { ...options, k: 2 });
    closeTo(made.conflict?.innerProduct ?? null, ((-3 * 2 * 7) / 8 + 1) / 3, 1e-13);
    assert.equal(made.conflict?.population.innerProduct, null);
    assert.deepEqual(made.promptTable.map(({ interference }) => interference), ['negative', 'positive', 'positive']);
    assert.equal(made.gradients.source, 'agreement');
  });

  it('does not care about the order of prompts', () => {
    const n = [8, 8, 8, 4, 16];
    const c = [0, 2, 8, 1, 3];
    const order = [3, 0, 4, 2, 1];
    const straight = report(source, counted(n, c), options);
    const turned = report(source, counted(order.map((x) => n[x]), order.map((x) => c[x])), options);
    straight.passAtK.forEach((row, i) => {
      closeTo(turned.passAtK[i].estimate, row.estimate ?? NaN, 1e-13);
      if (row.prompts > 1) closeTo(turned.passAtK[i].se, row.se ?? NaN, 1e-13);
      else assert.equal(turned.passAtK[i].se, null);
    });
    closeTo(turned.weights.effectivePrompts, straight.weights.effectivePrompts ?? NaN, 1e-13);
    order.forEach((from, to) => assert.deepEqual({ ...turned.promptTable[to], id: '' }, { ...straight.promptTable[from], id: '' }));
  });

  it('gives the same report twice, leaves the columns as they were, and holds no NaN', () => {
    for (const columns of [sampled(), toyColumns(toyB), counted([0], [0]), counted([], []), counted([1, 5], [1, 2])]) {
      const before = JSON.stringify([columns, [...columns.n], [...columns.c]]);
      for (const k of [1, 2, 4, 7, 8, 100]) {
        const first: Report = report(source, columns, { ...options, k });
        assert.deepEqual(report(source, columns, { ...options, k }), first);
        assertNoNaN(first);
      }
      assert.equal(JSON.stringify([columns, [...columns.n], [...columns.c]]), before);
    }
  });

  it('refuses what is no k, in words', () => {
    assert.throws(() => report(source, counted([4], [1]), { ...options, k: 0 }), { name: 'RangeError', message: 'report requires a whole k of at least one, got 0' });
    assert.throws(() => report(source, counted([4], [1]), { ...options, ks: [1.5] }), RangeError);
  });

  it('is made in a frame for ten thousand prompts', () => {
    const random = randomNumbers(9);
    const n = Array.from({ length: 10_000 }, () => 64);
    const c = n.map(() => Math.floor(65 * random() ** 2));
    const columns = counted(n, c, {
      gradients: givenAgreementColumns({ agreement: Float64Array.from(n, () => random() - 0.4), n: Int32Array.from(n), c: Int32Array.from(c), exactRate: null }),
    });
    report(source, columns, options);
    const times: number[] = [];
    for (let k = 1; k <= 21; k++) {
      const start = performance.now();
      report(source, columns, { ...options, k });
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    assert.ok(times[10] < 16, `half of the reports took longer than ${times[10]} ms`);
  });

  if (sharedDataExists) {
    it('equals the golden log: pass@k with errors, and an inconclusive population', () => {
      const expected = golden().golden_log_expected;
      const { n, c, samples } = goldenLog('before');
      const made = report(source, counted([...n], [...c], { gradients: gradientsOf(samples, n, c) }), { ...options, k: 8, ks: [15] });
      for (const k of [1, 4, 8, 15]) {
        const row = made.passAtK.find((one) => one.k === k);
        closeTo(row?.estimate ?? null, expected[`pass@${k}_before`][0], 1e-12);
        closeTo(row?.se ?? null, expected[`pass@${k}_before`][1], 1e-12);
      }
      closeTo(made.conflict?.innerProduct ?? null, expected['inner_product_k8'].benchmark, 1e-11);
      assert.equal(made.conflict?.population.verdict, 'inconclusive');
      closeTo(made.conflict?.plugIn ?? null, expected['inner_product_k8'].plugin, 1e-11);
    });

    it('equals the golden toys: pass@k, mean weight, covariance, like-for-like mean, cosine and intervals', () => {
      const { toyA_paper_sec3_3, toyB_main } = golden();
      for (const [toy, expected] of [[toyA, toyA_paper_sec3_3], [toyB, toyB_main]] as const) {
        const columns = toyColumns(toy);
        for (let k = 1; k <= 64; k++) {
          const { conflict, passAtK } = report(source, columns, { ...options, k });
          closeTo(passAtK.find((row) => row.k === k)?.estimate ?? null, expected.J[k - 1], 1e-12);
          closeTo(conflict?.innerProduct ?? null, expected.IP[k - 1], 1e-12, 1e-15);
          closeTo(conflict?.meanWeight ?? null, expected.Ew[k - 1], 1e-12);
          closeTo(conflict?.covariance ?? null, expected.cov[k - 1], 1e-11, 1e-15);
          closeTo(conflict?.weightedMeanAgreement ?? null, expected.Etilde_a[k - 1], 1e-11, 1e-15);
          assert.deepEqual(conflict?.intervals, expected.conflict_runs_k1_64);
        }
      }
    });
  }
});

/** Five prompts with eight samples each, of vectors that differ. */
function sampled(): PromptColumns {
  const random = randomNumbers(4);
  const n = new Int32Array(5).fill(8);
  const c = Int32Array.of(1, 3, 4, 6, 0);
  const samples = Array.from({ length: 40 }, (_, i) => ({
    prompt: Math.floor(i / 8),
    correct: i % 8 < c[Math.floor(i / 8)],
    score: Float64Array.from({ length: 3 }, () => random() - 0.3),
  }));
  return counted([...n], [...c], { gradients: gradientsOf(samples, n, c) });
}
