import assert from 'node:assert/strict';
import type { PromptDetail, SampleLine } from '../../../src/protocol/messages';
import { cosineOf } from '../../../webview/state/cosineOf';
import { perform } from '../../../webview/state/perform';
import { receive } from '../../../webview/state/receive';
import { initialState, type ViewState } from '../../../webview/state/viewState';
import { exampleRun } from '../exampleRun';

const run = exampleRun();
const { id } = run.columns;
const line = (sample: number, verdict: SampleLine['verdict']): SampleLine => ({ sample, index: sample, verdict, score: null, answer: null, length: null, file: 0, line: sample + 1 });
const detailOf = (prompt: number, samples: readonly SampleLine[]): PromptDetail => ({ prompt, id: id[prompt]!, text: null, target: null, samples, lengthUnit: null, unreadAnswers: 0 });
const shown = (): ViewState => receive(initialState(undefined), { type: 'run', run }).state;

describe('a prompt beside the open one', () => {
  const both = perform(shown(), { type: 'openBoth', first: 1, second: 0 });

  it('is opened with it and asked for like it', () => {
    assert.deepEqual(both.send, [{ type: 'readPrompt', request: 1, prompt: 1 }, { type: 'readPrompt', request: 2, prompt: 0 }]);
    assert.deepEqual([both.state.open?.id, both.state.second?.id], [id[1], id[0]]);
  });

  it('shows a wrong sample of its own, and another when asked, while the open prompt keeps its own', () => {
    const read = receive(both.state, { type: 'prompt', request: 2, detail: detailOf(0, [line(0, 'correct'), line(1, 'wrong')]) });
    assert.deepEqual(read.send, [{ type: 'readSample', request: 3, sample: 1 }]);
    const texts = { prompt: null, response: 'Beside.', answer: null, target: null };
    const text = receive(read.state, { type: 'sample', request: 3, sample: 1, texts }).state;
    assert.deepEqual(text.second?.text, { state: 'read', texts });
    assert.equal(text.open?.texts.size, 0);
    const other = perform(text, { type: 'selectInSecond', sample: 0 });
    assert.deepEqual(other.send, [{ type: 'readSample', request: 4, sample: 0 }]);
    assert.deepEqual(perform(other.state, { type: 'selectInSecond', sample: 0 }).send, [], 'it is on show');
    const failed = receive(other.state, { type: 'failed', request: 4, message: 'gone', retry: false }).state;
    assert.deepEqual(failed.second?.text, { state: 'failed', message: 'gone' });
  });

  it('leaves when it is closed, when the open one is, and when another prompt is opened', () => {
    for (const deed of [{ type: 'closeSecond' }, { type: 'closePrompt' }, { type: 'openPrompt', prompt: 2 }] as const) {
      const { state } = perform(both.state, deed);
      assert.deepEqual([state.second, state.saved.secondId], [null, null], deed.type);
    }
    assert.equal(perform(both.state, { type: 'closeSecond' }).state.open?.id, id[1]);
  });

  it('is not the open one itself: a cell of the diagonal opens one prompt', () => {
    const alone = perform(shown(), { type: 'openBoth', first: 1, second: 1 });
    assert.equal(alone.state.second, null);
    assert.equal(alone.send.length, 1);
  });

  it('is there again when the view comes back, and stays on show while a log that grew is read anew', () => {
    const back = receive(initialState(both.state.saved), { type: 'run', run });
    assert.deepEqual([back.state.open?.id, back.state.second?.id], [id[1], id[0]]);
    assert.deepEqual(back.send.filter(({ type }) => type === 'readPrompt').length, 2);
    const read = receive(both.state, { type: 'prompt', request: 2, detail: detailOf(0, [line(0, 'wrong')]) }).state;
    const grown = receive(read, { type: 'run', run: { ...run, continues: true } }).state;
    assert.equal(grown.second?.detail, read.second?.detail);
    const again = receive(grown, { type: 'prompt', request: grown.second!.request, detail: detailOf(0, [line(0, 'wrong'), line(9, 'wrong')]) });
    assert.deepEqual([again.state.second?.detail?.samples.length, again.state.second?.sample, again.send], [2, 0, []]);
  });

  it('has its cosine from the heatmap, where that has both', () => {
    const analysis = { kind: 'kernel', prompts: [2, 0] } as const;
    const result = { kind: 'kernel', prompts: Int32Array.of(2, 0), cosine: Float32Array.of(1, -0.5, -0.5, NaN), unknown: 0, blocks: new Float64Array(9) } as const;
    const answers: ViewState['answers'] = new Map([['kernel', { asked: null, known: { analysis, result }, failure: null }]]);
    assert.deepEqual([cosineOf(answers, 0, 2), cosineOf(answers, 0, 0), cosineOf(answers, 0, 1), cosineOf(new Map(), 0, 2)], [-0.5, null, null, null]);
  });
});
