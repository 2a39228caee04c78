import assert from 'node:assert/strict';
import type { PromptColumns } from '../../src/core/promptColumns';
import { report } from '../../src/core/report';
import type { ConflictSummary, Report } from '../../src/core/reportShape';
import { closeTo } from './closeTo';
import { gradientsOf } from './sampledRun';
import { sharedDataExists } from './sharedData';
import { gradientPopulation } from '../../src/core/interference/gradientPopulation';
import { passAtKWeight } from '../../src/core/counts/passAtKWeight';
import { stepRates } from '../../src/core/mitigation/stepRates';
import { firstPass } from './sampledRun';
import { tinyLog, tinyStep, tinyTruth } from './tinyTransformer';

function conflictAt(columns: PromptColumns, k: number): ConflictSummary {
  const { conflict } = reportAt(columns, k);
  assert.ok(conflict !== null);
  return conflict;
}

function reportAt(columns: PromptColumns, k: number): Report {
  const source = { files: [], samples: 8000, malformedCount: 0, malformed: [], errored: 0, duplicates: 0 };
  return report(source, columns, { k, hardBelow: 0.1, easyAbove: 0.85 });
}

if (sharedDataExists) {
  describe("a real network's run, whose truth is known", () => {
    const truth = tinyTruth();
    let columns: PromptColumns;

    before(() => {
      const { id, n, c, samples } = tinyLog('step000');
      const gradients = gradientsOf(samples, n, c);
      columns = { id, n, c, errored: new Int32Array(id.length), exactRate: null, gradients };
    });

    it('equals another program on the same log', () => {
      const eight = conflictAt(columns, 8);
      closeTo(eight.innerProduct, -14.051601621499131, 1e-10);
      closeTo(eight.se, 1.8765190703284778, 1e-10);
      closeTo(eight.population.innerProduct, -14.375675341416319, 1e-10);
      closeTo(eight.population.se, 3.3423160951874356, 1e-10);
      closeTo(conflictAt(columns, 2).innerProduct, 15.876082758101028, 1e-10);
      closeTo(conflictAt(columns, 16).se, 3.3285661416386323, 1e-9);
    });

    it('has the right sign and an interval over the truth at k = 2, 4, 8, 16, of this benchmark and of its population', () => {
      for (const k of [2, 4, 8, 16]) {
        const { ci, verdict, population } = conflictAt(columns, k);
        const exact = truth.inner_product[k];
        assert.equal(verdict, exact < 0 ? 'conflict' : 'no conflict', `k = ${k}`);
        assert.equal(population.verdict, verdict, `k = ${k}`);
        for (const interval of [ci, population.ci]) {
          assert.ok(interval !== null && interval[0] <= exact && exact <= interval[1], `k = ${k}: ${String(interval)} misses ${exact}`);
        }
      }
    });

    it('has the right sign, and an interval over the truth, at every k up to 16', () => {
      for (let k = 1; k <= 16; k++) {
        const exact = truth.p.reduce((sum, rate, x) => sum + k * (1 - rate) ** (k - 1) * truth.agreement[x], 0) / 125;
        const { innerProduct, ci } = conflictAt(columns, k);
        assert.equal(Math.sign(innerProduct ?? NaN), Math.sign(exact), `k = ${k}: ${innerProduct}, truly ${exact}`);
        assert.ok(ci !== null && ci[0] <= exact && exact <= ci[1], `k = ${k}: ${String(ci)} misses ${exact}`);
      }
    });

    it('predicts what the first step of pass@8 training did to pass@1 and pass@8, in sign and size', () => {
      const { n, c, samples } = tinyLog('step000');
      const population = gradientPopulation(firstPass(samples, 125).sums, n, c);
      const { eta, actual_dJ1, actual_dJk } = tinyStep();
      const { passAt1, passAtK } = stepRates(population, n.map(() => 0), 8);
      assert.deepEqual([passAt1.rate, passAtK.rate], [0, 0], 'no weights, no step');
      const weights = Float64Array.from(n, (count, x) => passAtKWeight(count, c[x], 8));
      const raised = stepRates(population, weights, 8).passAtK;
      assert.ok(actual_dJk > 0 && eta * raised.ci[0] <= actual_dJk && actual_dJk <= eta * raised.ci[1], `${eta * raised.rate}, truly ${actual_dJk}`);
      const { ci } = conflictAt(columns, 8);
      assert.ok(ci !== null && actual_dJ1 < 0 && eta * ci[0] <= actual_dJ1 && actual_dJ1 <= eta * ci[1] && ci[1] < 0, `${String(ci)}, truly ${actual_dJ1 / eta}`);
    });

    it('estimates cosine, pass@k and mean weight near the truth', () => {
      for (const k of [2, 4, 8, 16]) {
        const { weights, conflict, passAtK } = reportAt(columns, k);
        closeTo(conflict?.cosine ?? null, truth.cosine[k], 0, 0.05);
        closeTo(weights.mean, truth.weight_mean[k], 0.1);
        closeTo(conflict?.meanWeight ?? null, weights.mean ?? NaN, 1e-12);
        closeTo(passAtK.find((row) => row.k === k)?.estimate ?? null, truth['pass@k'][k], 0.02);
      }
    });

    it('counts pass@1 and pass@8 as a plain count does', () => {
      const rows = reportAt(columns, 8).passAtK;
      let first = 0;
      let eighth = 0;
      for (let x = 0; x < 125; x++) {
        let missed = 1;
        for (let i = 0; i < 8; i++) missed *= Math.max(0, columns.n[x] - columns.c[x] - i) / (columns.n[x] - i);
        first += columns.c[x] / columns.n[x] / 125;
        eighth += (1 - missed) / 125;
      }
      closeTo(rows[0].estimate, first, 1e-12);
      closeTo(rows.find(({ k }) => k === 8)?.estimate ?? null, eighth, 1e-12);
      assert.deepEqual(rows.map(({ k }) => k), [1, 2, 4, 8, 16, 32, 64]);
      assert.deepEqual(rows.map(({ status }) => status), ['solid', 'solid', 'solid', 'solid', 'solid', 'solid', 'fragile']);
    });

    it("has agreements that go with the truth, the hard prompts' negative on the whole", () => {
      const known = truth.agreement.map((_, x) => x).filter((x) => !Number.isNaN(columns.gradients?.agreement[x] ?? NaN));
      assert.ok(known.length >= 110);
      assert.deepEqual(columns.id, truth.prompt_id);
      const estimates = known.map((x) => columns.gradients?.agreement[x] ?? NaN);
      assert.ok(correlation(estimates, known.map((x) => truth.agreement[x])) > 0.9);
      const { groups } = conflictAt(columns, 8);
      assert.ok((groups.hard.meanAgreement ?? NaN) < 0);
      assert.ok((groups.easy.meanAgreement ?? NaN) > 0);
    });

    it('finds one interval of conflict, from k = 3 on', () => {
      const { intervals } = conflictAt(columns, 8);
      assert.equal(intervals.length, 1);
      // The truth turns between k = 2 and k = 4.
      assert.ok(intervals[0][0] === 3 || intervals[0][0] === 4);
      assert.ok(intervals[0][1] >= 32);
    });

    it('adds its parts up: covariance, like-for-like mean, sum, and the table', () => {
      const { conflict, promptTable } = reportAt(columns, 8);
      assert.ok(conflict?.innerProduct != null && conflict.meanWeight !== null && conflict.meanAgreement !== null);
      closeTo(conflict.covariance, conflict.innerProduct - conflict.meanWeight * conflict.meanAgreement, 1e-12);
      closeTo(conflict.weightedMeanAgreement, conflict.innerProduct / conflict.meanWeight, 1e-12);
      closeTo(conflict.shift, conflict.innerProduct / conflict.meanWeight - conflict.meanAgreement, 1e-12);
      closeTo(conflict.sum, 125 * conflict.innerProduct, 1e-12);
      closeTo(promptTable.reduce((sum, row) => sum + (row.weightedAgreement ?? 0), 0), conflict.sum ?? NaN, 1e-12);
    });
  });
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const meanA = a.reduce((sum, value) => sum + value, 0) / a.length;
  const meanB = b.reduce((sum, value) => sum + value, 0) / b.length;
  let ab = 0;
  let aa = 0;
  let bb = 0;
  a.forEach((value, i) => {
    ab += (value - meanA) * (b[i] - meanB);
    aa += (value - meanA) ** 2;
    bb += (b[i] - meanB) ** 2;
  });
  return ab / Math.sqrt(aa * bb);
}
