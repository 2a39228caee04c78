import assert from 'node:assert/strict';
import type { PromptDetail, SampleLine } from '../../../src/protocol/messages';
import { perform, type Step } from '../../../webview/state/perform';
import { receive } from '../../../webview/state/receive';
import { initialState, type ViewState } from '../../../webview/state/viewState';
import { exampleRun } from '../exampleRun';

const texts = { prompt: 'p', response: 'r', answer: null, target: null };

function line(sample: number, verdict: SampleLine['verdict']): SampleLine {
  return { sample, index: sample, verdict, score: null, answer: null, length: null, file: 0, line: sample + 1 };
}

function detailOf(prompt: number, id: string, ...samples: SampleLine[]): PromptDetail {
  return { prompt, id, text: 'text', target: null, lengthUnit: null, samples, unreadAnswers: 0 };
}

function shown(saved: unknown = undefined): ViewState {
  return receive(initialState(saved), { type: 'run', run: exampleRun() }).state;
}

/** The run on show, the prompt "hard" open and read, its first sample asked for. */
function opened(): Step {
  const asked = perform(shown(), { type: 'openPrompt', prompt: 1 });
  return receive(asked.state, { type: 'prompt', request: 1, detail: detailOf(1, 'hard', line(20, 'wrong'), line(21, 'correct'), line(22, 'wrong')) });
}

describe('receive: a run', () => {
  it('shows the run and asks for nothing', () => {
    const { state, send } = receive(initialState(undefined), { type: 'run', run: exampleRun() });
    assert.equal(state.run?.title, 'run.jsonl');
    assert.deepEqual(send, []);
  });

  it('opens the prompt that was open before the view was hidden, by its id, and keeps its sample', () => {
    const { state, send } = receive(initialState({ promptId: 'easy', sample: 70, k: 4 }), { type: 'run', run: exampleRun() });
    assert.deepEqual(send, [{ type: 'readPrompt', request: 1, prompt: 3 }]);
    const read = receive(state, { type: 'prompt', request: 1, detail: detailOf(3, 'easy', line(60, 'correct'), line(70, 'wrong')) });
    assert.equal(read.state.saved.sample, 70);
    assert.deepEqual(read.send, [{ type: 'readSample', request: 2, sample: 70 }]);
    assert.equal(read.state.saved.k, 4);
  });

  it('finds the prompt again when a log that grew numbers its prompts anew, and keeps what is on show until it is read', () => {
    const before = opened().state;
    const run = exampleRun({ ids: ['new', 'unsolved', 'middle', 'hard', 'easy'] });
    const { state, send } = receive(before, { type: 'run', run });
    assert.deepEqual(send, [{ type: 'readPrompt', request: 3, prompt: 3 }]);
    assert.equal(state.open?.prompt, 3);
    assert.equal(state.open?.detail, before.open?.detail);
  });

  it('keeps the texts on show when the log was only read on, and reads them anew when it was not', () => {
    const sampled = receive(opened().state, { type: 'sample', request: 2, sample: 20, texts }).state;
    for (const continues of [true, false]) {
      const next = receive(sampled, { type: 'run', run: { ...exampleRun(), ...(continues && { continues }) } });
      const request = next.state.open?.request ?? 0;
      const read = receive(next.state, { type: 'prompt', request, detail: detailOf(1, 'hard', line(20, 'wrong'), line(21, 'correct'), line(22, 'wrong'), line(90, 'wrong')) });
      assert.equal(read.state.open?.detail?.samples.length, 4);
      assert.equal(read.state.open?.texts.get(20)?.state, continues ? 'read' : 'reading');
      assert.deepEqual(read.send.map(({ type }) => type), continues ? [] : ['readSample']);
    }
  });

  it('closes a prompt that is not in the run and remembers its id for the run that has it', () => {
    const { state } = receive(initialState({ promptId: 'gone' }), { type: 'run', run: exampleRun() });
    assert.equal(state.open, null);
    assert.equal(state.saved.promptId, 'gone');
  });

  it('takes an id that is a word of the language for an id', () => {
    const { state } = receive(initialState({ promptId: '__proto__' }), { type: 'run', run: exampleRun({ ids: ['a', 'b', '__proto__', 'constructor', 'e'] }) });
    assert.equal(state.open?.prompt, 2);
  });

  it('keeps the progress of a run that is still being read, and drops it with the whole one', () => {
    const progress = receive(initialState(undefined), { type: 'progress', bytesRead: 1, bytesTotal: 4, samples: 9 }).state;
    assert.deepEqual(receive(progress, { type: 'run', run: exampleRun({ partial: true }) }).state.progress, { bytesRead: 1, bytesTotal: 4, samples: 9 });
    assert.equal(receive(progress, { type: 'run', run: exampleRun() }).state.progress, null);
  });
});

describe('receive: a prompt and its samples', () => {
  it('selects the first sample and asks for its texts', () => {
    const { state, send } = opened();
    assert.equal(state.saved.sample, 20);
    assert.deepEqual(send, [{ type: 'readSample', request: 2, sample: 20 }]);
  });

  it('drops the answer to a question that is no longer asked', () => {
    const asked = perform(shown(), { type: 'openPrompt', prompt: 1 }).state;
    const moved = perform(asked, { type: 'openPrompt', prompt: 2 }).state;
    assert.equal(receive(moved, { type: 'prompt', request: 1, detail: detailOf(1, 'hard', line(1, 'wrong')) }).state, moved);
  });

  it('puts texts where they were asked for, and nowhere else', () => {
    const { state } = opened();
    const read = receive(state, { type: 'sample', request: 2, sample: 20, texts }).state;
    assert.deepEqual(read.open?.texts.get(20), { state: 'read', texts });
    assert.equal(receive(state, { type: 'sample', request: 9, sample: 20, texts }).state, state);
    assert.equal(receive(state, { type: 'sample', request: 2, sample: 21, texts }).state, state);
  });

  it('opens a prompt without samples', () => {
    const asked = perform(shown(), { type: 'openPrompt', prompt: 1 }).state;
    const { state, send } = receive(asked, { type: 'prompt', request: 1, detail: detailOf(1, 'hard') });
    assert.equal(state.saved.sample, null);
    assert.deepEqual(send, []);
  });
});

describe('receive: failures', () => {
  it('shows that the run could not be read, and reads again when progress comes', () => {
    const failed = receive(initialState(undefined), { type: 'failed', request: null, message: 'gone', retry: true }).state;
    assert.deepEqual(failed.failure, { message: 'gone', retry: true, choose: false });
    assert.equal(receive(failed, { type: 'progress', bytesRead: 0, bytesTotal: 9, samples: 0 }).state.failure, null);
  });

  it('shows a failure at the place that asked', () => {
    const { state } = opened();
    assert.deepEqual(receive(state, { type: 'failed', request: 2, message: 'no text', retry: false }).state.open?.texts.get(20), { state: 'failed', message: 'no text' });
    const asked = perform(shown(), { type: 'openPrompt', prompt: 1 }).state;
    assert.equal(receive(asked, { type: 'failed', request: 1, message: 'no prompt', retry: false }).state.open?.failure, 'no prompt');
    assert.equal(receive(asked, { type: 'failed', request: 1, message: 'no prompt', retry: false }).state.failure, null);
  });

  it('shows that a flag could not be written, and takes it away with the next flag', () => {
    const evidence = { id: 'hard', k: 2, weight: 1.9, agreement: -2 };
    const asked = perform(opened().state, { type: 'setFlag', evidence: [evidence], flag: 'review', note: '' }).state;
    const failed = receive(asked, { type: 'failed', request: 3, message: 'read-only folder', retry: false }).state;
    assert.equal(failed.flagRequest?.failure, 'read-only folder');
    assert.equal(receive(asked, { type: 'flags', flags: [] }).state.flagRequest, null);
  });

  it('drops the failure of a question that is no longer asked', () => {
    const { state } = opened();
    assert.equal(receive(state, { type: 'failed', request: 77, message: 'late', retry: false }).state, state);
  });
});

describe('receive: showPrompt', () => {
  it('opens a prompt of the run', () => {
    assert.deepEqual(receive(shown(), { type: 'showPrompt', id: 'middle', k: null }).send, [{ type: 'readPrompt', request: 1, prompt: 2 }]);
  });

  it('waits for the run when it comes first', () => {
    const waiting = receive(initialState(undefined), { type: 'showPrompt', id: 'middle', k: null }).state;
    assert.deepEqual(receive(waiting, { type: 'run', run: exampleRun() }).send, [{ type: 'readPrompt', request: 1, prompt: 2 }]);
  });
});
