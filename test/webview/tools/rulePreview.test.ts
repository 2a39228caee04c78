import assert from 'node:assert/strict';
import { parseFilter } from '../../../src/core/filter/parseFilter';
import type { FlagState } from '../../../src/flags/flagEvent';
import { rulePreview } from '../../../webview/tools/rulePreview';
import { exampleReport } from '../exampleReport';

const rows = exampleReport(2).promptTable;
const flag = (id: string, kind: string): FlagState => ({ prompt_id: id, run: null, flag: kind, note: '', k: null, weight: null, agreement: null, at: '' });
const preview = (rule: string, flags: readonly FlagState[] = []) => rulePreview(parseFilter(rule, rows), rows, flags, 'hard', 2);

describe('rulePreview', () => {
  it('says how many a rule names, and gives the evidence of each', () => {
    const { evidence, sentence } = preview('group:hard');
    assert.equal(sentence, '2 of 5 prompts.');
    assert.deepEqual(evidence, [{ id: 'unsolved', k: 2, weight: 2, agreement: null }, { id: 'hard', k: 2, weight: 1.9, agreement: -2 }]);
  });

  it('leaves those as they are that have the flag, and says which it would replace', () => {
    const { evidence, sentence } = preview('group:hard', [flag('unsolved', 'hard'), flag('hard', 'bad-verifier'), flag('easy', 'hard')]);
    assert.equal(sentence, '2 of 5 prompts; 1 already flagged this way; 1 with another flag, which this would replace.');
    assert.deepEqual(evidence.map(({ id }) => id), ['hard']);
  });

  it('names nobody by a rule that names nobody, or that cannot be read in full', () => {
    assert.deepEqual([preview('weight>100').evidence, preview('weight>100').sentence], [[], '0 of 5 prompts.']);
    assert.deepEqual([preview('group:hard weight>').evidence, preview('group:hard weight>').sentence], [[], '']);
  });
});
