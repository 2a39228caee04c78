import assert from 'node:assert/strict';
import { report } from '../../../src/core/report';
import type { ConflictSummary, Report } from '../../../src/core/reportShape';
import { headline } from '../../../webview/answer/headline';
import { exampleReport } from '../exampleReport';
import { exampleRun } from '../exampleRun';

function withConflict(report: Report, change: Partial<ConflictSummary>): Report {
  assert.ok(report.conflict !== null);
  return { ...report, conflict: { ...report.conflict, ...change } };
}

describe('headline', () => {
  it('says that pass@k training would lower pass@1, by how much, how surely and because of what', () => {
    // Weights 2 + 1.9 of 5.0 lie on the two hard prompts; the agreement of one is known, and negative.
    assert.deepEqual(headline(exampleReport(2)), {
      kind: 'conflict',
      sentence: 'Pass@2 training would lower pass@1: inner product −0.140 (95% CI −0.168 to −0.112), because 2 hard prompts carry 78% of the weight and 1 of them pulls against the rest.',
    });
  });

  it('gives no reason that the numbers do not give', () => {
    const report = exampleReport(2, {}, { hardBelow: 0, easyAbove: 0.85 });
    assert.equal(headline(report).sentence, 'Pass@2 training would lower pass@1: inner product −0.140 (95% CI −0.168 to −0.112).');
  });

  it('does not blame hard prompts that do not pull against the rest', () => {
    const report = exampleReport(2);
    assert.ok(report.conflict !== null);
    const { hard, easy } = report.conflict.groups;
    assert.doesNotMatch(headline(withConflict(report, { groups: { hard: { ...hard, negative: 0 }, easy } })).sentence, /because/);
  });

  it('says that it would not', () => {
    const report = withConflict(exampleReport(2), { verdict: 'no conflict', innerProduct: 14.06, ci: [10.2, 17.9] });
    assert.deepEqual(headline(report), { kind: 'no conflict', sentence: 'Pass@2 training would not lower pass@1: inner product 14.1 (95% CI 10.2 to 17.9).' });
  });

  it('says that the samples do not settle it', () => {
    const report = withConflict(exampleReport(2), { verdict: 'inconclusive', innerProduct: -0.869, ci: [-3.02, 1.28] });
    assert.equal(headline(report).kind, 'inconclusive');
    assert.equal(headline(report).sentence, 'Inconclusive: whether pass@2 training would lower pass@1 is not settled by these samples; inner product −0.87 (95% CI −3.02 to 1.28), which includes 0.');
  });

  it('claims nothing at k = 1', () => assert.match(headline(exampleReport(1)).sentence, /^At k = 1 both goals are the same/));

  it('names the ks at which the inner product is known when it is not known at this one', () => {
    assert.equal(headline(exampleReport(3)).sentence, 'The inner product is worked out at k = 2 and k = 4, not at k = 3 between them.');
    assert.equal(headline(exampleReport(8)).sentence, 'At k = 8 these samples cannot estimate the inner product; the largest k at which they can is 4.');
  });

  it('without gradients says where the weight lies, and that nobody can say more', () => {
    const report = exampleReport(2, { gradients: null });
    assert.deepEqual(headline(report), { kind: 'unknown', sentence: 'Pass@2 would put 78% of its weight on 2 hard prompts; without gradients nobody can say whether that hurts pass@1.' });
  });

  it('without gradients and hard prompts names the heaviest tenth', () => {
    const report = exampleReport(2, { gradients: null }, { hardBelow: 0, easyAbove: 0.85 });
    assert.equal(headline(report).sentence, 'Pass@2 would put 40% of its weight on 1 prompt; without gradients nobody can say whether that hurts pass@1.');
  });

  it('says that there is nothing to gain where every weight is 0, not that a share of it is unknown', () => {
    const { source, columns } = exampleRun({ gradients: null });
    const allSolved = report(source, { ...columns, c: columns.n }, { k: 2, ks: [1, 2], hardBelow: 0.1, easyAbove: 0.85 });
    assert.equal(headline(allSolved).sentence, 'At k = 2 every weight is estimated as 0: by these samples pass@2 training has nothing left to gain.');
  });

  it('never says conflict without a conflict', () => {
    for (let k = 1; k <= 40; k++) assert.equal(headline(exampleReport(k, { gradients: null })).kind, 'unknown', `k = ${k}`);
  });

  it('says that an empty log is empty', () => {
    const report = exampleReport(2);
    assert.equal(headline({ ...report, prompts: { ...report.prompts, count: 0 }, promptTable: [] }).kind, 'unknown');
  });
});
