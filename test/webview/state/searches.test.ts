import assert from 'node:assert/strict';
import type { TextHits } from '../../../src/protocol/messages';
import { nextHit } from '../../../webview/state/nextHit';
import { perform } from '../../../webview/state/perform';
import { receive } from '../../../webview/state/receive';
import { initialState, type ViewState } from '../../../webview/state/viewState';
import { searchSentence } from '../../../webview/prompts/searchStatus';
import { exampleRun } from '../exampleRun';

const shown = receive(initialState(undefined), { type: 'run', run: exampleRun() }).state;
const hits = (prompts: number[], samples: number[], more: Partial<TextHits> = {}): TextHits =>
  ({ prompts: Int32Array.from(prompts), samples: Int32Array.from(samples), scannedBytes: 50, totalBytes: 100, passedOver: 0, upTo: shown.run?.source.samples ?? 0, done: false, ...more });
const found = (state: ViewState, request: number, what: TextHits): ViewState => receive(state, { type: 'hits', request, hits: what }).state;

describe('a search', () => {
  it('is asked for once, and stopped when the filter wants it no more', () => {
    const first = perform(shown, { type: 'search', texts: ['a', 'b'] });
    assert.deepEqual(first.send, [{ type: 'searchText', request: 1, text: 'a' }, { type: 'searchText', request: 2, text: 'b' }]);
    assert.deepEqual(perform(first.state, { type: 'search', texts: ['a', 'b'] }), { state: first.state, send: [] });
    const second = perform(first.state, { type: 'search', texts: ['b', 'c'] });
    assert.deepEqual(second.send, [{ type: 'stopSearch', request: 1 }, { type: 'searchText', request: 3, text: 'c' }]);
    assert.deepEqual([...second.state.searches.keys()], ['b', 'c']);
  });

  it('gathers its hits, and takes none of another', () => {
    const asked = perform(shown, { type: 'search', texts: ['a'] }).state;
    const some = found(found(asked, 1, hits([1, 1], [20, 25])), 1, hits([3], [-1], { scannedBytes: 100, done: true }));
    const known = some.searches.get('a');
    assert.deepEqual([known?.prompts, known?.samples, [...(known?.ids ?? [])], known?.scannedBytes, known?.done], [[1, 1, 3], [20, 25, -1], ['hard', 'easy'], 100, true]);
    assert.equal(found(some, 9, hits([0], [0])), some);
  });

  it('says why it failed', () => {
    const asked = perform(shown, { type: 'search', texts: ['a'] }).state;
    const failed = receive(asked, { type: 'failed', request: 1, message: 'The file is gone.', retry: false }).state;
    assert.deepEqual([failed.searches.get('a')?.failure, failed.searches.get('a')?.done, failed.failure], ['The file is gone.', true, null]);
  });

  it('is begun anew when the log has grown, since its hits are of rows that have moved', () => {
    const asked = found(perform(shown, { type: 'search', texts: ['a'] }).state, 1, hits([1], [20]));
    const { state, send } = receive(asked, { type: 'run', run: exampleRun({ ids: ['new', 'unsolved', 'hard', 'middle', 'easy'] }) });
    assert.deepEqual(send, [{ type: 'stopSearch', request: 1 }, { type: 'searchText', request: 2, text: 'a' }]);
    assert.deepEqual(state.searches.get('a')?.prompts, []);
  });

  it('goes on with what is new when the log was only read on, once what was there has been looked through', () => {
    const asked = found(perform(shown, { type: 'search', texts: ['a'] }).state, 1, hits([1], [20]));
    const { samples } = exampleRun().source;
    const grown = { ...exampleRun(), continues: true, source: { ...exampleRun().source, samples: samples + 7 } };
    const during = receive(asked, { type: 'run', run: grown });
    assert.deepEqual(during.send, []);
    const after = receive(during.state, { type: 'hits', request: 1, hits: hits([3], [60], { scannedBytes: 100, done: true, upTo: samples }) });
    assert.deepEqual(after.send, [{ type: 'searchText', request: 2, text: 'a', fromSample: samples }]);
    const last = receive(after.state, { type: 'hits', request: 2, hits: hits([2], [samples + 3], { scannedBytes: 100, done: true, upTo: samples + 7 }) });
    assert.deepEqual(last.send, []);
    assert.deepEqual(last.state.searches.get('a')?.samples, [20, 60, samples + 3]);
    assert.deepEqual(receive(last.state, { type: 'run', run: grown }).send, []);
    // One that was stopped stays so.
    const stopped = found(perform(shown, { type: 'search', texts: ['a'] }).state, 1, hits([], [], { done: true }));
    assert.deepEqual(receive(stopped, { type: 'run', run: grown }).send, []);
  });

  it('is stopped by hand and keeps what it has', () => {
    const asked = found(perform(shown, { type: 'search', texts: ['a'] }).state, 1, hits([1], [20]));
    const { state, send } = perform(asked, { type: 'stopSearch' });
    assert.deepEqual(send, [{ type: 'stopSearch', request: 1 }]);
    assert.equal(state, asked);
  });

  const sentences: readonly (readonly [TextHits[], string])[] = [
    [[], '“a”: nowhere so far.'],
    [[hits([1, 1], [20, 25])], '“a”: in 2 responses of 1 prompt so far, 50 bytes of 100 bytes searched.'],
    [[hits([1, 3], [20, -1]), hits([], [], { scannedBytes: 100, done: true })], '“a” is in 1 response and 1 prompt text of 2 prompts.'],
    [[hits([], [], { scannedBytes: 100, done: true, passedOver: 2 })], '“a” is nowhere. 2 records too long to be looked into.'],
    [[hits([], [], { done: true })], '“a” is nowhere; stopped after 50 bytes of 100 bytes.'],
  ];
  for (const [messages, sentence] of sentences) {
    it(`says “${sentence}”`, () => {
      const state = messages.reduce((before, message) => found(before, 1, message), perform(shown, { type: 'search', texts: ['a'] }).state);
      assert.equal(searchSentence('a', state.searches.get('a')!), sentence);
    });
  }
});

describe('nextHit', () => {
  const state = found(perform(shown, { type: 'search', texts: ['a'] }).state, 1, hits([3, 1, 1, 1, 0], [70, 25, 21, -1, 3]));
  const order = Int32Array.of(4, 3, 1, 0);
  const go = (at: [number, number | null] | null, step: 1 | -1): [number, number] | null => {
    const hit = nextHit(state.searches, order, at === null ? null : { prompt: at[0], sample: at[1] }, step);
    return hit === null ? null : [hit.prompt, hit.sample];
  };
  const cases: readonly (readonly [[number, number | null] | null, 1 | -1, [number, number]])[] = [
    [null, 1, [3, 70]], [null, -1, [0, 3]],
    [[4, 80], 1, [3, 70]], [[3, 70], 1, [1, -1]], [[3, 60], 1, [3, 70]],
    [[1, 20], 1, [1, 21]], [[1, 21], 1, [1, 25]], [[1, 25], 1, [0, 3]], [[0, 3], 1, [3, 70]],
    [[1, 25], -1, [1, 21]], [[1, 21], -1, [3, 70]], [[0, 3], -1, [1, 25]], [[3, 70], -1, [0, 3]],
    [[2, 40], 1, [3, 70]],
  ];
  for (const [at, step, expected] of cases) it(`from ${JSON.stringify(at)} ${step > 0 ? 'on' : 'back'} to ${JSON.stringify(expected)}`, () => assert.deepEqual(go(at, step), expected));

  it('is nowhere when the filter hides all', () => assert.equal(nextHit(state.searches, Int32Array.of(2, 4), null, 1), null));
});
