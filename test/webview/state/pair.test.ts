import assert from 'node:assert/strict';
import type { CheckpointColumns } from '../../../src/core/compare/checkpointColumns';
import type { ComparisonSnapshot } from '../../../src/protocol/comparisonSnapshot';
import type { PromptDetail, SampleLine } from '../../../src/protocol/messages';
import { comparedOf } from '../../../webview/state/pair';
import { perform } from '../../../webview/state/perform';
import { receive } from '../../../webview/state/receive';
import { initialState, type ViewState } from '../../../webview/state/viewState';
import { exampleComparison } from '../exampleComparison';
import { exampleRun } from '../exampleRun';

const line = (sample: number, verdict: SampleLine['verdict']): SampleLine => ({ sample, index: sample, verdict, score: null, answer: null, length: null, file: 0, line: sample + 1 });
function detailOf(samples: readonly SampleLine[]): PromptDetail {
  return { prompt: 1, id: 'hard', text: null, target: null, samples, lengthUnit: null, unreadAnswers: 0 };
}
const compared = (snapshot: ComparisonSnapshot = exampleComparison()): ViewState => receive(initialState(undefined), { type: 'comparison', comparison: snapshot }).state;

describe('a prompt of two checkpoints', () => {
  const opened = perform(compared(), { type: 'openPair', id: 'hard' });

  it('is asked for on both sides, by its row in either', () => {
    const { columns } = exampleComparison().checkpoints[1];
    assert.deepEqual(opened.send, [
      { type: 'readPrompt', request: 1, prompt: 1, checkpoint: 0 },
      { type: 'readPrompt', request: 2, prompt: columns.id.indexOf('hard'), checkpoint: 1 },
    ]);
  });

  it('shows a wrong sample before and a correct one after, where there are such', () => {
    const before = receive(opened.state, { type: 'prompt', request: 1, detail: detailOf([line(10, 'correct'), line(11, 'wrong')]) });
    assert.deepEqual(before.send, [{ type: 'readSample', request: 3, sample: 11, checkpoint: 0 }]);
    const after = receive(before.state, { type: 'prompt', request: 2, detail: detailOf([line(20, 'wrong'), line(21, 'correct')]) });
    assert.deepEqual(after.send, [{ type: 'readSample', request: 4, sample: 21, checkpoint: 1 }]);
    const texts = { prompt: null, response: 'It is 4.', answer: null, target: null };
    const read = receive(after.state, { type: 'sample', request: 4, sample: 21, texts }).state;
    assert.deepEqual(read.pair?.sides.map((side) => side.text?.state), ['reading', 'read']);
  });

  it('drops what is no longer asked for', () => {
    const other = perform(receive(opened.state, { type: 'prompt', request: 1, detail: detailOf([line(10, 'wrong'), line(11, 'wrong')]) }).state, { type: 'selectInPair', checkpoint: 0, sample: 11 });
    assert.deepEqual(other.send, [{ type: 'readSample', request: 4, sample: 11, checkpoint: 0 }]);
    const late = receive(other.state, { type: 'failed', request: 3, message: 'late', retry: false }).state;
    assert.equal(late.pair, other.state.pair);
    const failed = receive(other.state, { type: 'failed', request: 4, message: 'gone', retry: false }).state;
    assert.deepEqual(failed.pair?.sides[0].text, { state: 'failed', message: 'gone' });
  });

  it('says which side could not be read', () => {
    const failed = receive(opened.state, { type: 'failed', request: 2, message: 'no such file', retry: false }).state;
    assert.deepEqual(failed.pair?.sides.map((side) => side.failure), [null, 'no such file']);
  });

  it('has one side where only one checkpoint has it', () => {
    assert.deepEqual(perform(compared(), { type: 'openPair', id: 'gone' }).state.pair?.sides.map((side) => side.checkpoint), [0]);
    assert.equal(perform(compared(), { type: 'openPair', id: 'nowhere' }).state.pair, null);
  });

  it('is opened again when the view comes back, and with other checkpoints', () => {
    const back = receive(initialState(opened.state.saved), { type: 'comparison', comparison: exampleComparison() });
    assert.equal(back.state.pair?.id, 'hard');
    const turned = perform(opened.state, { type: 'setCompared', compared: [1, 0] });
    assert.deepEqual(turned.state.pair?.sides.map((side) => side.checkpoint), [1, 0]);
    assert.equal(turned.send.length, 2);
  });

  it('is closed', () => {
    const closed = perform(opened.state, { type: 'openPair', id: null }).state;
    assert.deepEqual([closed.pair, closed.saved.promptId], [null, null]);
  });
});

describe('a prompt of two runs of one log', () => {
  const comparison = exampleComparison();
  /** The runs are beside each other, over the report of one of them with a prompt of its own. */
  const beside = (saved?: unknown): ReturnType<typeof receive> => {
    const report = receive(initialState(saved), { type: 'run', run: exampleRun() }).state;
    const asked = perform(perform(report, { type: 'setComparing', comparing: true }).state, { type: 'analyse', analysis: { kind: 'checkpoints' } });
    const [question] = asked.send;
    assert.ok(question.type === 'analyse');
    return receive(saved === undefined ? asked.state : { ...asked.state, saved: initialState(saved).saved }, { type: 'analysis', request: question.request, result: { kind: 'checkpoints', comparison } });
  };

  it('is asked for by run, and leaves what is open in the report as it is', () => {
    const report = perform(beside().state, { type: 'openPrompt', prompt: 3 }).state;
    const opened = perform(report, { type: 'openPair', id: 'hard' });
    assert.deepEqual(opened.send.map((message) => ('checkpoint' in message ? [message.type, message.checkpoint] : message)), [['readPrompt', 0], ['readPrompt', 1]]);
    assert.deepEqual([opened.state.open?.id, opened.state.saved.promptId, opened.state.saved.pairId], ['easy', 'easy', 'hard']);
  });

  it('is opened again when the view comes back, and closed with the comparison', () => {
    const { saved } = perform(beside().state, { type: 'openPair', id: 'hard' }).state;
    const back = beside(saved);
    assert.equal(back.state.pair?.id, 'hard');
    assert.deepEqual(back.send.map(({ type }) => type), ['readPrompt', 'readPrompt']);
    const left = perform(back.state, { type: 'setComparing', comparing: false }).state;
    assert.deepEqual([left.pair, left.saved.pairId], [null, null]);
  });
});

describe('comparedOf', () => {
  const three = { ...exampleComparison(), checkpoints: [0, 1, 0].map((at): CheckpointColumns => exampleComparison().checkpoints[at]) };
  it('is the first and the last, or what was chosen where there are so many', () => {
    assert.deepEqual(comparedOf(three, null), [0, 2]);
    assert.deepEqual(comparedOf(three, [2, 1]), [2, 1]);
    assert.deepEqual(comparedOf(exampleComparison(), [2, 1]), [0, 1]);
  });
});
