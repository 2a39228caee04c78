import assert from 'node:assert/strict';
import type { Report } from '../../../src/core/reportShape';
import { chartWants, kernelPrompts } from '../../../webview/charts/chartWants';
import { exampleReport } from '../exampleReport';
import { exampleRun } from '../exampleRun';

describe('chartWants', () => {
  const report = exampleReport(2);

  it('asks for what only the worker can tell', () => {
    assert.deepEqual(chartWants('passAtK', exampleRun(), report), { kind: 'metrics', k: 1 });
    assert.deepEqual(chartWants('kernel', exampleRun(), report), { kind: 'kernel', prompts: [1, 2, 3] });
    assert.deepEqual(chartWants('plane', exampleRun(), report), { kind: 'plane', k: 2 });
  });

  it('asks nothing that the log cannot answer', () => {
    // Whole gradients a prompt, so there are no samples of them to take anew.
    assert.equal(chartWants('innerProduct', exampleRun(), report), null);
    assert.equal(chartWants('plane', exampleRun(), exampleReport(1)), null);
    for (const chart of ['kernel', 'plane', 'innerProduct'] as const) assert.equal(chartWants(chart, exampleRun({ gradients: null }), exampleReport(2, { gradients: null })), null);
    for (const chart of ['agreement', 'weights', 'concentration', 'cost'] as const) assert.equal(chartWants(chart, exampleRun(), report), null);
  });

  it('waits for a log that is still being read', () => assert.equal(chartWants('passAtK', exampleRun({ partial: true }), report), null));
});

describe('kernelPrompts', () => {
  it('takes no more than can be drawn, evenly over the pass rates', () => {
    const { promptTable: [, row] } = exampleReport(2);
    const rows = Array.from({ length: 7000 }, (_, at) => ({ ...row, id: String(at), passRate: ((at * 37) % 7000) / 7000, agreement: at % 7 === 0 ? null : 1 }));
    const report: Report = { ...exampleReport(2), promptTable: rows };
    const chosen = kernelPrompts(report);
    assert.equal(chosen.length, 2000);
    assert.equal(new Set(chosen).size, 2000);
    assert.ok(chosen.every((prompt, at) => rows[prompt].agreement !== null && (at === 0 || chosen[at - 1] < prompt)));
    const rates = chosen.map((prompt) => rows[prompt].passRate).sort((a, b) => a - b);
    // One in three: from any rate to the next that is taken is about three of all.
    assert.ok(rates.every((rate, at) => at === 0 || rate - rates[at - 1] < 6 / 7000));
  });
});
