import type { FromView, PromptDetail } from '../../src/protocol/messages';
import type { SampleTexts } from '../../src/logs/formats/logFormat';
import type { ComparisonSnapshot } from '../../src/protocol/comparisonSnapshot';
import type { Step } from './perform';
import type { SampleText, ViewState } from './viewState';

/** A prompt of a comparison that is open: one side for each of the two checkpoints that have it. */
export interface OpenPair {
  readonly id: string;
  readonly sides: readonly PairSide[];
}

export interface PairSide {
  readonly checkpoint: number;
  /** Row of that checkpoint's columns. */
  readonly prompt: number;
  readonly request: number;
  /** null while it is being read. */
  readonly detail: PromptDetail | null;
  readonly failure: string | null;
  /** The sample on show, as the detail numbers it. */
  readonly sample: number | null;
  readonly text: SampleText | null;
}

/** The two checkpoints that are compared, as they were chosen; else the first and the last. */
export function comparedOf({ checkpoints }: ComparisonSnapshot, chosen: readonly [number, number] | null): readonly [number, number] {
  const fits = chosen !== null && chosen.every((at) => at < checkpoints.length) && chosen[0] !== chosen[1];
  return fits ? chosen : [0, checkpoints.length - 1];
}

/** Opens a prompt on both sides, or closes the one that is open. */
export function openPair(state: ViewState, id: string | null): Step {
  const { comparison, saved } = state;
  if (comparison === null || id === null) return { state: { ...state, pair: null, saved: { ...saved, promptId: null } }, send: [] };
  const send: FromView[] = [];
  let request = state.nextRequest;
  const sides = comparedOf(comparison, saved.compared).flatMap((checkpoint): PairSide[] => {
    const prompt = comparison.checkpoints[checkpoint].columns.id.indexOf(id);
    if (prompt < 0) return [];
    send.push({ type: 'readPrompt', request, prompt, checkpoint });
    return [{ checkpoint, prompt, request: request++, detail: null, failure: null, sample: null, text: null }];
  });
  if (sides.length === 0) return { state: { ...state, pair: null }, send: [] };
  return { state: { ...state, pair: { id, sides }, saved: { ...saved, promptId: id }, nextRequest: request }, send };
}

/** Shows another sample of one side. */
export function selectInPair(state: ViewState, checkpoint: number, sample: number): Step {
  const request = state.nextRequest;
  const next = changed(state, (side) => side.checkpoint === checkpoint && side.sample !== sample, (side) => ({ ...side, sample, text: { state: 'reading', request } }));
  if (next === state) return { state, send: [] };
  return { state: { ...next, nextRequest: request + 1 }, send: [{ type: 'readSample', request, sample, checkpoint }] };
}

/** A prompt was read: its first correct sample after, its first wrong one before, or the first, is shown; null when nobody asked. */
export function pairDetail(state: ViewState, request: number, detail: PromptDetail): Step | null {
  const at = state.pair?.sides.findIndex((side) => side.request === request && side.detail === null) ?? -1;
  const side = state.pair?.sides[at];
  if (side === undefined) return null;
  const next = changed(state, (other) => other === side, (other) => ({ ...other, detail }));
  const { samples } = detail;
  const first = samples.find((line) => line.verdict === (at === 0 ? 'wrong' : 'correct')) ?? samples[0];
  return first === undefined ? { state: next, send: [] } : selectInPair(next, side.checkpoint, first.sample);
}

/** A text was read, or was not; null when nobody asked. */
export function pairText(state: ViewState, request: number, texts: SampleTexts | { readonly failure: string }): ViewState | null {
  const text: SampleText = 'failure' in texts ? { state: 'failed', message: texts.failure } : { state: 'read', texts };
  const next = changed(state, ({ text: asked }) => asked?.state === 'reading' && asked.request === request, (side) => ({ ...side, text }));
  return next === state ? null : next;
}

/** What a side asked for could not be read; null when nobody asked. */
export function pairFailure(state: ViewState, request: number, message: string): ViewState | null {
  const next = changed(state, (side) => side.request === request && side.detail === null, (side) => ({ ...side, failure: message }));
  return next === state ? pairText(state, request, { failure: message }) : next;
}

function changed(state: ViewState, which: (side: PairSide) => boolean, change: (side: PairSide) => PairSide): ViewState {
  const { pair } = state;
  if (pair === null || !pair.sides.some(which)) return state;
  return { ...state, pair: { ...pair, sides: pair.sides.map((side) => (which(side) ? change(side) : side)) } };
}
