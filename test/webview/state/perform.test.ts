import assert from 'node:assert/strict';
import type { PromptDetail, SampleLine } from '../../../src/protocol/messages';
import { perform, type Deed } from '../../../webview/state/perform';
import { receive } from '../../../webview/state/receive';
import { counterpart, initialState, parametersOf, type ViewState } from '../../../webview/state/viewState';
import { exampleRun } from '../exampleRun';

const verdicts: readonly SampleLine['verdict'][] = ['wrong', 'wrong', 'correct', 'errored'];
const detail: PromptDetail = {
  prompt: 1, id: 'hard', text: null, target: null, lengthUnit: 'characters', unreadAnswers: 0,
  samples: verdicts.map((verdict, at) => ({ sample: 100 + at, index: at, verdict, score: at, answer: verdict === 'errored' ? null : verdict, length: 40 - at, file: 0, line: at + 1 })),
};

function opened(): ViewState {
  const shown = receive(initialState(undefined), { type: 'run', run: exampleRun() }).state;
  const asked = perform(shown, { type: 'openPrompt', prompt: 1 }).state;
  return receive(asked, { type: 'prompt', request: 1, detail }).state;
}

describe('perform', () => {
  const silent: readonly Deed[] = [
    { type: 'setK', k: 5 },
    { type: 'setThresholds', hardBelow: 0.2, easyAbove: 0.9 },
    { type: 'setSort', sort: [{ column: 'weight', descending: true }] },
    { type: 'setFilter', filter: 'weight>1' },
    { type: 'setShown', how: 'asTable', id: 'weights', on: true },
    { type: 'setShown', how: 'wide', id: 'weights', on: true },
    { type: 'setShown', how: 'unfolded', id: 'why', on: true },
    { type: 'setSight', chart: 'scatter', sight: { x: [0, 0.5], y: [-2, 1] } },
    { type: 'setChoice', chart: 'kernel', choice: 'clustered' },
    { type: 'scrolled', scroll: { page: 40 } },
  ];
  it('passes on what only the host can do, and waits for nothing', () => {
    const before = opened();
    const deed = { type: 'exportWeights', k: 8, weights: 'pass@k', dropped: ['hard'] } as const;
    assert.deepEqual(perform(before, { type: 'carryOut', deed }), { state: before, send: [{ type: 'carryOut', deed }] });
  });

  for (const deed of silent) {
    it(`${JSON.stringify(deed)} is kept and sends no message`, () => {
      const before = opened();
      const { state, send } = perform(before, deed);
      assert.deepEqual(send, []);
      assert.notDeepEqual(state.saved, before.saved);
      assert.equal(state.open, before.open);
    });
  }

  it('takes over what was moved, and the settings for the rest', () => {
    const { state } = perform(opened(), { type: 'setK', k: 5 });
    assert.deepEqual(parametersOf(exampleRun(), state.saved), { k: 5, hardBelow: 0.1, easyAbove: 0.85 });
  });

  it('starts where the samples carry it when the settings ask for more', () => {
    assert.equal(parametersOf(exampleRun({ defaultK: 64 }), opened().saved).k, 4);
    assert.equal(parametersOf(exampleRun({ defaultK: 64, gradients: null }), opened().saved).k, 20);
    assert.equal(parametersOf(exampleRun({ defaultK: 3, gradients: null }), opened().saved).k, 3);
  });

  it('shows a chart as a table and back', () => {
    const table = perform(opened(), { type: 'setShown', how: 'asTable', id: 'weights', on: true }).state;
    assert.deepEqual(table.saved.asTable, ['weights']);
    assert.deepEqual(perform(table, { type: 'setShown', how: 'asTable', id: 'weights', on: false }).state.saved.asTable, []);
  });

  it('looks closer at a chart and back at all of it', () => {
    const close = perform(opened(), { type: 'setSight', chart: 'scatter', sight: { x: [0, 0.5], y: [-2, 1] } }).state;
    assert.deepEqual(close.saved.sights, { scatter: { x: [0, 0.5], y: [-2, 1] } });
    assert.deepEqual(perform(close, { type: 'setSight', chart: 'scatter', sight: null }).state.saved.sights, {});
  });

  it('goes to the top of the table when it is sorted or filtered anew', () => {
    const down = perform(opened(), { type: 'scrolled', scroll: { table: 900, page: 30 } }).state;
    assert.deepEqual(perform(down, { type: 'setFilter', filter: 'x' }).state.saved.scroll, { page: 30, below: null, table: 0, prompt: 0 });
  });

  it('does not read the open prompt again, but reads one that failed', () => {
    const state = opened();
    assert.deepEqual(perform(state, { type: 'openPrompt', prompt: 1 }), { state, send: [] });
    const asked = perform(state, { type: 'openPrompt', prompt: 2 }).state;
    const failed = receive(asked, { type: 'failed', request: 3, message: 'no', retry: false }).state;
    assert.deepEqual(perform(failed, { type: 'openPrompt', prompt: 2 }).send, [{ type: 'readPrompt', request: 4, prompt: 2 }]);
  });

  it('asks for the texts of a sample once', () => {
    const one = perform(opened(), { type: 'selectSample', sample: 102 });
    assert.deepEqual(one.send, [{ type: 'readSample', request: 3, sample: 102 }]);
    const back = perform(one.state, { type: 'selectSample', sample: 100 });
    assert.deepEqual(back.send, []);
    assert.equal(back.state.saved.sample, 100);
  });

  it('asks again for texts that could not be read', () => {
    const failed = receive(opened(), { type: 'failed', request: 2, message: 'no', retry: false }).state;
    assert.deepEqual(perform(failed, { type: 'selectSample', sample: 100 }).send, [{ type: 'readSample', request: 3, sample: 100 }]);
  });

  it('reads the nearest sample of the other verdict to put beside', () => {
    const { state, send } = perform(opened(), { type: 'setBeside', beside: true });
    assert.deepEqual(send, [{ type: 'readSample', request: 3, sample: 102 }]);
    assert.equal(state.saved.beside, true);
  });

  it('forgets the prompt and its sample when it is closed', () => {
    const { state } = perform(opened(), { type: 'closePrompt' });
    assert.equal(state.open, null);
    assert.equal(state.saved.promptId, null);
    assert.equal(state.saved.sample, null);
  });

  it('sends a flag with what is known at this moment', () => {
    const evidence = { id: 'hard', k: 2, weight: 1.9, agreement: null };
    assert.deepEqual(perform(opened(), { type: 'setFlag', evidence: [evidence], flag: 'bad-verifier', note: 'n' }).send, [
      { type: 'setFlag', request: 3, prompts: [evidence], flag: 'bad-verifier', note: 'n' },
    ]);
  });

  it('passes on source lines, retry, cancel and the choice of a run', () => {
    const state = opened();
    assert.deepEqual(perform(state, { type: 'openSource', file: 1, line: 9 }).send, [{ type: 'openSource', file: 1, line: 9 }]);
    assert.deepEqual(perform(state, { type: 'retry' }).send, [{ type: 'retry' }]);
    assert.deepEqual(perform(state, { type: 'cancel' }).send, [{ type: 'cancel' }]);
    assert.deepEqual(perform(state, { type: 'chooseRun', run: 'b' }).send, [{ type: 'chooseRun', run: 'b' }]);
  });
});

describe('counterpart', () => {
  it('is the nearest sample with the other verdict; errored counts as not correct', () => {
    assert.equal(counterpart(detail, 100), 102);
    assert.equal(counterpart(detail, 103), 102);
    assert.equal(counterpart(detail, 102), 103);
  });
  it('is nothing where all samples are alike, or the sample is not there', () => {
    assert.equal(counterpart({ ...detail, samples: detail.samples.slice(0, 2) }, 100), null);
    assert.equal(counterpart(detail, 999), null);
  });
});
