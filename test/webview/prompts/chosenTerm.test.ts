import assert from 'node:assert/strict';
import { CHOSEN, withoutChosen } from '../../../webview/prompts/chosenTerm';
import { perform } from '../../../webview/state/perform';
import { toSave } from '../../../webview/state/savedState';
import { initialState } from '../../../webview/state/viewState';

describe('withoutChosen', () => {
  const cases: readonly (readonly [filter: string, rest: string])[] = [
    [CHOSEN, ''], ['', ''], ['state:mixed chosen:yes n>1', 'state:mixed n>1'], ['-chosen:no CHOSEN:yes', ''], ['chosen:', ''],
    ['"chosen:yes"', '"chosen:yes"'], ['text:chosen:yes', 'text:chosen:yes'], ['xchosen:yes', 'xchosen:yes'],
  ];
  for (const [filter, rest] of cases) it(`of ${JSON.stringify(filter)} is ${JSON.stringify(rest)}`, () => assert.equal(withoutChosen(filter), rest));
});

describe('a filter by what is chosen', () => {
  const start = initialState({ filter: 'chosen:yes state:mixed', chosen: ['a', 'b'] });

  it('stays while some are chosen, and goes with the last of them', () => {
    const fewer = perform(start, { type: 'choose', ids: ['a'] }).state;
    assert.deepEqual([fewer.saved.filter, fewer.saved.chosen], ['chosen:yes state:mixed', ['a']]);
    const none = perform(fewer, { type: 'choose', ids: [] }).state;
    assert.deepEqual([none.saved.filter, none.saved.chosen], ['state:mixed', []]);
  });

  it('is kept with what is chosen, and only with it', () => {
    assert.deepEqual(toSave(start.saved), start.saved);
    const many = perform(start, { type: 'choose', ids: Array.from({ length: 5000 }, (_, at) => `p${at}`) }).state.saved;
    assert.deepEqual([toSave(many).filter, toSave(many).chosen], ['state:mixed', []]);
  });
});
