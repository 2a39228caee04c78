import assert from 'node:assert/strict';
import { views, why } from '../../../webview/answer/why';
import { exampleReport } from '../exampleReport';

describe('why', () => {
  it('tells the chain with the numbers of the run, each link with its chart', () => {
    assert.deepEqual(why(exampleReport(2)), [
      { title: 'Interference', chart: 'agreement', text: "All prompts share the model's parameters, so a step for one moves the others. 1 of 3 prompts have a negative agreement: a step for them alone would lower pass@1. Of the 2 hard ones, 1 do; of the 2 easy ones, 0." },
      { title: 'Reweighting', chart: 'weights', text: 'Pass@1 counts every prompt alike. Pass@2 counts a prompt k(1 − p)^(k−1) times: 78% of the weight goes to the hard prompts and 2% to the easy ones.' },
      { title: 'Conflict', chart: 'weightedAgreement', text: 'Counted alike, the mean agreement is 0.400; counted by weight it is −0.140. The gradients of pass@2 and of pass@1 point apart: their cosine is −0.300.' },
      { title: 'Pass@1 falls', chart: 'innerProduct', text: 'To first order, a small step of size η for pass@2 moves pass@1 by η × −0.140.' },
    ]);
  });

  it('does not say that pass@1 falls where it would rise', () => {
    const report = exampleReport(2);
    assert.ok(report.conflict !== null);
    const rises = why({ ...report, conflict: { ...report.conflict, innerProduct: 2, verdict: 'no conflict' } });
    assert.deepEqual(rises.map((reason) => reason.title), ['Interference', 'Reweighting', 'No conflict', 'Pass@1 rises']);
  });

  it('says when the sign is not settled', () => {
    const report = exampleReport(2);
    assert.ok(report.conflict !== null);
    const open = why({ ...report, conflict: { ...report.conflict, verdict: 'inconclusive' } });
    assert.deepEqual(open.map((reason) => reason.title).slice(2), ['Conflict?', 'Pass@1 may fall']);
    assert.match(open[3].text, /sign these samples do not settle/);
  });

  it('has nothing to explain without gradients, at k = 1, or where the inner product is unknown', () => {
    assert.deepEqual(why(exampleReport(2, { gradients: null })), []);
    assert.deepEqual(why(exampleReport(1)), []);
    assert.deepEqual(why(exampleReport(9)), []);
  });
});

describe('views', () => {
  it('tells the chain of the prompt that pulls most, of all prompts, and its price', () => {
    const [one, all, cost] = views(exampleReport(2));
    assert.deepEqual([one.chart, all.chart, cost.chart], ['scatter', 'concentration', 'cost']);
    assert.match(one.text, /^“hard” is solved at a rate of 0\.050\. Pass@2 counts it 1\.90 times, and its agreement is −2\.00: .* is −3\.80 of 5 such parts\.$/);
    // E[w] = 5/5 over the included prompts; pass@1 = 0.5, so a solved prompt costs 2 attempts.
    assert.match(all.text, /1\.00 × 0\.400 plus a covariance of −/);
    assert.match(cost.text, /^With one attempt at each prompt a solved one costs 2\.00 attempts, with 2 at each 3\.49\./);
  });

  it('names no prompt where none pulls against the rest', () => {
    const report = exampleReport(2);
    const promptTable = report.promptTable.map((row) => ({ ...row, weightedAgreement: row.weightedAgreement === null ? null : Math.abs(row.weightedAgreement) }));
    assert.deepEqual(views({ ...report, promptTable }).map(({ chart }) => chart), ['concentration', 'cost']);
  });

  it('is silent where the chain is unknown', () => {
    for (const report of [exampleReport(2, { gradients: null }), exampleReport(1), exampleReport(9)]) assert.deepEqual(views(report), []);
  });
});
