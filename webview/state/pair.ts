import type { FromView, PromptDetail } from '../../src/protocol/messages';
import type { SampleTexts } from '../../src/logs/formats/logFormat';
import type { ComparisonSnapshot } from '../../src/protocol/comparisonSnapshot';
import { answerOf } from './answers';
import type { Step } from './perform';
import type { SampleText, ViewState } from './viewState';

/** A prompt of a comparison that is open: one side for each of the two checkpoints that have it. */
export interface OpenPair {
  readonly id: string;
  readonly sides: readonly PairSide[];
}

/** A prompt that is read to be shown beside another, with one of its samples. */
export interface ReadBeside {
  /** Row of the columns it is of. */
  readonly prompt: number;
  readonly request: number;
  /** null while it is being read. */
  readonly detail: PromptDetail | null;
  readonly failure: string | null;
  /** The sample on show, as the detail numbers it. */
  readonly sample: number | null;
  readonly text: SampleText | null;
}

export interface PairSide extends ReadBeside {
  /** Of whose columns. */
  readonly checkpoint: number;
}

/** The other prompt of a pair: it is shown beside the open one, of the same run. */
export interface SecondPrompt extends ReadBeside {
  readonly id: string;
}

/** The two checkpoints that are compared, as they were chosen; else the first and the last. */
export function comparedOf({ checkpoints }: ComparisonSnapshot, chosen: readonly [number, number] | null): readonly [number, number] {
  const fits = chosen !== null && chosen.every((at) => at < checkpoints.length) && chosen[0] !== chosen[1];
  return fits ? chosen : [0, checkpoints.length - 1];
}

/** The checkpoints beside each other: those the view was opened for, or the runs of the log on show; null while there are none. */
export function comparisonOf({ comparison, answers }: ViewState): ComparisonSnapshot | null {
  return comparison ?? answerOf(answers, 'checkpoints')?.comparison ?? null;
}

/** Opens a prompt on both sides, or closes the one that is open. */
export function openPair(state: ViewState, id: string | null): Step {
  const { saved } = state;
  const comparison = comparisonOf(state);
  // The report behind the runs of a log has an open prompt of its own.
  const keep = state.comparison === null ? { ...saved, pairId: id } : { ...saved, promptId: id };
  if (comparison === null || id === null) return { state: { ...state, pair: null, saved: keep }, send: [] };
  const send: FromView[] = [];
  let request = state.nextRequest;
  const sides = comparedOf(comparison, saved.compared).flatMap((checkpoint): PairSide[] => {
    const prompt = comparison.checkpoints[checkpoint].columns.id.indexOf(id);
    if (prompt < 0) return [];
    send.push({ type: 'readPrompt', request, prompt, checkpoint });
    return [{ checkpoint, prompt, request: request++, detail: null, failure: null, sample: null, text: null }];
  });
  if (sides.length === 0) return { state: { ...state, pair: null }, send: [] };
  return { state: { ...state, pair: { id, sides }, saved: keep, nextRequest: request }, send };
}

/** Opens a prompt of the run beside the open one, in place of the one that was there; null, the open one itself or one that the run does not have: none. */
export function openSecond(state: ViewState, id: string | null): Step {
  const prompt = id === null ? -1 : (state.run?.columns.id.indexOf(id) ?? -1);
  if (id === null || prompt < 0 || state.open === null || state.open.id === id) return { state: { ...state, second: null, saved: { ...state.saved, secondId: null } }, send: [] };
  const request = state.nextRequest;
  // Of a log that has grown what is on show stays until the answer is there.
  const known = state.second?.id === id ? state.second : { detail: null, sample: null, text: null };
  const second: SecondPrompt = { ...known, id, prompt, request, failure: null };
  return { state: { ...state, second, saved: { ...state.saved, secondId: id }, nextRequest: request + 1 }, send: [{ type: 'readPrompt', request, prompt }] };
}

/** Shows another sample of one side. */
export function selectInPair(state: ViewState, checkpoint: number, sample: number): Step {
  return select(state, state.pair?.sides.find((side) => side.checkpoint === checkpoint), sample);
}

/** Shows another sample of the prompt beside the open one. */
export function selectInSecond(state: ViewState, sample: number): Step {
  return select(state, state.second ?? undefined, sample);
}

function select(state: ViewState, side: PairSide | SecondPrompt | undefined, sample: number): Step {
  if (side === undefined || side.sample === sample) return { state, send: [] };
  const request = state.nextRequest;
  const next = changed(state, (other) => other === side, (other) => ({ ...other, sample, text: { state: 'reading', request } }));
  return { state: { ...next, nextRequest: request + 1 }, send: [{ type: 'readSample', request, sample, ...('checkpoint' in side && { checkpoint: side.checkpoint }) }] };
}

/** A prompt was read: its first correct sample after, its first wrong one before or beside, or the first, is shown; null when nobody asked. */
export function pairDetail(state: ViewState, request: number, detail: PromptDetail): Step | null {
  const read = (side: ReadBeside): boolean => side.request === request;
  const next = changed(state, read, (side) => ({ ...side, detail }));
  if (next === state) return null;
  const at = state.pair?.sides.findIndex(read) ?? -1;
  const side = at < 0 ? next.second : next.pair?.sides[at];
  const { samples } = detail;
  const first = samples.find((line) => line.verdict === (at <= 0 ? 'wrong' : 'correct')) ?? samples[0];
  if (side == null || first === undefined || samples.some((line) => line.sample === side.sample)) return { state: next, send: [] };
  return select(next, side, first.sample);
}

/** A text was read, or was not; null when nobody asked. */
export function pairText(state: ViewState, request: number, texts: SampleTexts | { readonly failure: string }): ViewState | null {
  const text: SampleText = 'failure' in texts ? { state: 'failed', message: texts.failure } : { state: 'read', texts };
  const next = changed(state, ({ text: asked }) => asked?.state === 'reading' && asked.request === request, (side) => ({ ...side, text }));
  return next === state ? null : next;
}

/** What a side asked for could not be read; null when nobody asked. */
export function pairFailure(state: ViewState, request: number, message: string): ViewState | null {
  const next = changed(state, (side) => side.request === request, (side) => ({ ...side, failure: message }));
  return next === state ? pairText(state, request, { failure: message }) : next;
}

function changed(state: ViewState, which: (side: ReadBeside) => boolean, change: <Side extends ReadBeside>(side: Side) => Side): ViewState {
  const { pair, second } = state;
  if (second !== null && which(second)) return { ...state, second: change(second) };
  if (pair === null || !pair.sides.some(which)) return state;
  return { ...state, pair: { ...pair, sides: pair.sides.map((side) => (which(side) ? change(side) : side)) } };
}
