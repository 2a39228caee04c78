import assert from 'node:assert/strict';
import { parseFilter } from '../../../src/core/filter/parseFilter';
import type { FlagState } from '../../../src/flags/flagEvent';
import { Analysis } from '../../../webview/state/analysis';
import { exampleRun } from '../exampleRun';

const flag: FlagState = { prompt_id: 'hard', run: null, flag: 'negative-interference', note: '', k: null, weight: null, agreement: null, at: '' };

describe('Analysis', () => {
  it('says in the table which flags are stale, so that the filter finds them', () => {
    const run = exampleRun();
    const parameters = { k: 2, hardBelow: 0.1, easyAbove: 0.85 };
    const analysis = new Analysis();
    const fresh = analysis.report(run, parameters, [flag]).promptTable;
    const stale = analysis.report(run, parameters, [{ ...flag, stale: 'Its text is not the one that was flagged.' }]).promptTable;
    assert.deepEqual([fresh[1]?.flag, stale[1]?.flag], ['negative-interference', 'negative-interference (stale)']);
    const named = (rows: typeof fresh) => rows.filter(parseFilter('flag:stale').matches).map(({ id }) => id);
    assert.deepEqual([named(fresh), named(stale)], [[], ['hard']]);
  });
});
