import assert from 'node:assert/strict';
import { parseFilter } from '../../../src/core/filter/parseFilter';
import type { Report } from '../../../src/core/reportShape';
import { caveats } from '../../../webview/answer/caveats';
import { exampleReport } from '../exampleReport';

function texts(report: Report, asked = report.weights.k, start = asked): string[] {
  return caveats(report, asked, start).map((caveat) => caveat.text);
}

function withSource(report: Report, source: Partial<Report['source']>): Report {
  return { ...report, source: { ...report.source, ...source } };
}

describe('caveats', () => {
  it('states the share of the weight that no gradient can speak for first', () => {
    // 2.0 of 2 + 1.9 + 1 + 0.1 + 0
    assert.equal(texts(exampleReport(2))[0], '1 prompt was never solved; it carries 40% of the weight and no sampled gradient can speak for it.');
  });

  it('warns of the plug-in estimator', () => assert.ok(texts(exampleReport(2)).some((text) => text.startsWith('Plug-in estimator'))));

  it('says how far k is from what the samples carry', () => {
    assert.ok(!texts(exampleReport(10)).some((text) => text.includes('k = 10')));
    assert.ok(texts(exampleReport(11)).includes('k = 11 is more than half of the 20 samples of a prompt: fragile.'));
    assert.ok(texts(exampleReport(21)).includes('k = 21 is more than the 20 samples of a prompt: extrapolated, where it is shown at all.'));
    assert.ok(texts(exampleReport(20), 64, 20).includes('The settings ask for k = 64, which 20 samples of a prompt cannot carry: shown at k = 20, and fragile.'));
    assert.ok(texts(exampleReport(4), 8, 4).includes('The settings ask for k = 8, which 20 samples of a prompt cannot carry: shown at k = 4.'));
    assert.ok(!texts(exampleReport(2), 8, 4).some((text) => text.includes('settings')), 'not after k was moved');
  });

  it('reports what could not be read, and offers the lines', () => {
    const report = withSource(exampleReport(2), { malformedCount: 1234, errored: 1, duplicates: 2, notes: ['The sidecar was refused.'] });
    const found = caveats(report, 2, 2);
    assert.deepEqual(found.find((caveat) => caveat.shows === 'malformed'), { weight: 'warning', text: '1,234 lines could not be read; everything else was.', shows: 'malformed' });
    for (const text of ['1 sample errored or unscored; the setting passk.errored says whether they count as wrong.', '2 duplicate samples (same prompt and sample number).', 'The sidecar was refused.']) {
      assert.ok(found.some((caveat) => caveat.text === text), text);
    }
  });

  it('leads to what it speaks of: the prompts, by a filter that shows them and no others, or the k that the samples carry', () => {
    const shows = (report: Report): unknown[] => caveats(report, report.weights.k, report.weights.k).flatMap((caveat) => caveat.shows ?? []);
    assert.deepEqual(shows(exampleReport(2)), [{ filter: 'state:unsolved' }]);
    for (const k of [11, 21]) assert.deepEqual(shows(exampleReport(k)).at(-1), { k: 10 });
    const report = exampleReport(2);
    const [unsolved, ...others] = report.promptTable;
    const uneven: Report = {
      ...report,
      prompts: { ...report.prompts, samplesPerPrompt: { min: 8, median: 20, max: 20 } },
      promptTable: [{ ...unsolved, n: 8 }, ...others.map((row) => (row.id === 'middle' ? { ...row, agreement: null } : row))],
    };
    const passing = (filter: string): string[] => uneven.promptTable.filter(parseFilter(filter).matches).map(({ id }) => id);
    const filters = shows(uneven).map((each) => (each as { filter: string }).filter);
    assert.deepEqual(filters.map(passing), [['unsolved'], ['middle'], ['unsolved']]);
  });

  it('leads to the prompts with duplicates, where the run on show has some', () => {
    const report = withSource(exampleReport(2), { duplicates: 3 });
    const [first, second, ...others] = report.promptTable;
    const shown: Report = { ...report, promptTable: [{ ...first!, duplicates: 0 }, { ...second!, duplicates: 3 }, ...others] };
    const of = (one: Report): unknown => caveats(one, 2, 2).find(({ text }) => text.startsWith('3 duplicate samples'))?.shows;
    assert.deepEqual([of(shown), of(report)], [{ filter: 'duplicates>0' }, undefined]);
    assert.deepEqual(shown.promptTable.filter(parseFilter('duplicates>0').matches), [shown.promptTable[1]]);
  });

  it('is silent when there is nothing to say', () => {
    const report = exampleReport(2, { gradients: null });
    assert.deepEqual(texts({ ...report, prompts: { ...report.prompts, unsolved: 0 } }), []);
  });
});
