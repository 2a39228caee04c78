import assert from 'node:assert/strict';
import type { Analysis, AnalysisResult } from '../../../src/protocol/analysis';
import { answerOf } from '../../../webview/state/answers';
import { perform, type Step } from '../../../webview/state/perform';
import { receive } from '../../../webview/state/receive';
import { initialState, type ViewState } from '../../../webview/state/viewState';
import { exampleRun } from '../exampleRun';

const plane = (k: number): Analysis => ({ kind: 'plane', k });
const result = (k: number): AnalysisResult => ({ kind: 'plane', plane: { k, squared1: 1, product: -1, squaredK: 2, bend: [0, 0, 0] }, label: '' });
const shown = (): ViewState => receive(initialState(undefined), { type: 'run', run: exampleRun() }).state;
const ask = (state: ViewState, k: number): Step => perform(state, { type: 'analyse', analysis: plane(k) });

describe('what is worked out on demand', () => {
  it('is asked for once', () => {
    const first = ask(shown(), 2);
    assert.deepEqual(first.send, [{ type: 'analyse', request: 1, analysis: plane(2) }]);
    assert.deepEqual(ask(first.state, 2).send, []);
    const known = receive(first.state, { type: 'analysis', request: 1, result: result(2) }).state;
    assert.deepEqual(answerOf(known.answers, 'plane'), result(2));
    assert.deepEqual(ask(known, 2).send, []);
  });

  it('keeps the last answer on show while the next is under way, and stops what nobody waits for', () => {
    const known = receive(ask(shown(), 2).state, { type: 'analysis', request: 1, result: result(2) }).state;
    const third = ask(known, 3);
    assert.deepEqual(answerOf(third.state.answers, 'plane'), result(2));
    const fourth = ask(third.state, 4);
    assert.deepEqual(fourth.send, [{ type: 'stopAnalysis', request: 2 }, { type: 'analyse', request: 3, analysis: plane(4) }]);
    assert.equal(receive(fourth.state, { type: 'analysis', request: 2, result: result(3) }).state, fourth.state);
    assert.deepEqual(answerOf(receive(fourth.state, { type: 'analysis', request: 3, result: result(4) }).state.answers, 'plane'), result(4));
  });

  it('puts together rows of a kernel as they come, and lets go of them once the whole is there', () => {
    const asked = perform(shown(), { type: 'analyse', analysis: { kind: 'kernel', prompts: [1, 2, 3] } }).state;
    const prompts = Int32Array.of(1, 2, 3);
    const part = (state: ViewState, first: number, end: number, lower: number[], request = 1) => receive(state, { type: 'analysisPart', request, part: { prompts, first, end, lower: Float32Array.from(lower) } }).state;
    const once = part(asked, 0, 1, [1]);
    const twice = part(once, 1, 3, [0.5, 1, -0.25, 0.75, 1]);
    const soFar = twice.answers.get('kernel')?.part;
    assert.deepEqual(Array.from(soFar?.cosine ?? []), [1, 0.5, -0.25, 0.5, 1, 0.75, -0.25, 0.75, 1]);
    assert.deepEqual([once.answers.get('kernel')?.part?.rows, soFar?.rows], [1, 3]);
    assert.notEqual(once.answers.get('kernel')?.part?.cosine, soFar?.cosine);
    assert.equal(part(asked, 0, 1, [1], 9), asked);
    const kernel: AnalysisResult = { kind: 'kernel', prompts, cosine: new Float32Array(9), unknown: 0, blocks: new Float64Array(9) };
    const known = receive(twice, { type: 'analysis', request: 1, result: kernel }).state;
    assert.deepEqual([known.answers.get('kernel')?.part, answerOf(known.answers, 'kernel')], [undefined, kernel]);
    const refused = receive(twice, { type: 'failed', request: 1, message: 'stopped', retry: false }).state;
    assert.equal(refused.answers.get('kernel')?.part, undefined);
  });

  it('says why there is no answer, and does not ask in vain again', () => {
    const failed = receive(ask(shown(), 2).state, { type: 'failed', request: 1, message: 'no gradients', retry: false }).state;
    assert.deepEqual(failed.answers.get('plane')?.failure, { analysis: plane(2), message: 'no gradients' });
    assert.deepEqual(ask(failed, 2).send, []);
    assert.equal(ask(failed, 3).send.length, 1);
  });

  it('is forgotten with the log it was about', () => {
    const asked = ask(shown(), 2).state;
    const { state: again, send } = receive(asked, { type: 'run', run: exampleRun() });
    assert.deepEqual(send, [{ type: 'stopAnalysis', request: 1 }]);
    assert.equal(receive(again, { type: 'analysis', request: 1, result: result(2) }).state, again);
    assert.equal(answerOf(again.answers, 'plane'), null);
    assert.equal(ask(again, 2).send.length, 1);
  });

  it('is no other kind of answer', () => {
    const known = receive(ask(shown(), 2).state, { type: 'analysis', request: 1, result: result(2) }).state;
    assert.equal(answerOf(known.answers, 'kernel'), null);
  });
});
