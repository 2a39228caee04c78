import assert from 'node:assert/strict';
import { attemptCost } from '../../../src/core/counts/attemptCost';
import { countGroups } from '../../../src/core/counts/countGroups';
import type { RunSnapshot } from '../../../src/protocol/messages';
import { costCurve } from '../../../webview/charts/costCurve';
import { exampleReport } from '../exampleReport';
import { exampleRun } from '../exampleRun';

const groups = countGroups(Int32Array.of(20, 20, 20, 20, 20), Int32Array.of(0, 1, 10, 19, 20));

describe('costCurve', () => {
  it("draws the core's costs at every k that the samples carry", () => {
    const { curves } = costCurve({ run: exampleRun(), report: exampleReport(2) });
    assert.deepEqual(curves[0].x, [1, 2, 4, 8, 16, 20]);
    for (const [at, k] of curves[0].x.entries()) {
      const cost = attemptCost(groups, k);
      assert.equal(curves[0].y[at], cost.stopping);
      assert.equal(curves[1].y[at], cost.all);
      assert.deepEqual([curves[1].low[at], curves[1].high[at]], cost.allCi);
    }
  });

  it('says what one attempt costs, and k of them, with and without a verifier', () => {
    const { notes } = costCurve({ run: exampleRun(), report: exampleReport(2) });
    // pass@1 = 0.5: two attempts; the mean pass@2 is (0 + 0.1 + 1 - 45/190 + 1 + 1) / 5
    assert.match(notes[0], /^One attempt at each prompt: 2\.0.* attempts for each one solved\.$/);
    assert.match(notes[2], new RegExp(`^All 2 attempts always: ${(10 / (3.1 - 45 / 190)).toFixed(2)}`));
  });

  it('counts what is read too, where the log says how long responses are', () => {
    const run = exampleRun();
    const lengths = { unit: 'tokens', correct: Float64Array.of(NaN, 100, 100, 100, 100), wrong: Float64Array.of(100, 100, 100, 100, NaN) } as const;
    const long: RunSnapshot = { ...run, columns: { ...run.columns, lengths } };
    const picture = costCurve({ run: long, report: exampleReport(1) });
    assert.match(picture.notes[0], /, 200 tokens of responses\.$/);
    assert.equal(picture.twin.columns.at(-1)?.title, 'tokens, all k');
    assert.equal(picture.twin.cell(0, 6), '200');
  });

  it('has no price where nothing was solved or nothing was tried', () => {
    const run = exampleRun();
    const unsolved = { ...run, columns: { ...run.columns, c: new Int32Array(5) } };
    assert.match(costCurve({ run: unsolved, report: exampleReport(2) }).missing?.what ?? '', /^No prompt was solved/);
    const report = exampleReport(2);
    const exact = { ...report, prompts: { ...report.prompts, samplesPerPrompt: { min: 0, median: 0, max: 0 } } };
    assert.match(costCurve({ run, report: exact }).missing?.what ?? '', /exact pass rates/);
  });
});
