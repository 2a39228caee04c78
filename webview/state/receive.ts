import { unreachable, type PromptDetail, type RunSnapshot, type ToView } from '../../src/protocol/messages';
import { stopAsking, withAnswer, withPart, withRefusal } from './answers';
import { listedSamples } from './listedSamples';
import { openPair, openSecond, pairDetail, pairFailure, pairText } from './pair';
import { openPrompt, wantTexts, type Step } from './perform';
import { searchAnew, searchOn, withFailedSearch, withHits } from './searches';
import type { OpenPrompt, SampleText, ViewState } from './viewState';

/** Messages that change what is known; the others ("act") are deeds of a person. */
export type Knowledge = Exclude<ToView, { readonly type: 'act' }>;

/** The state after a message, and what must be asked next. An answer to a question no longer asked changes nothing. */
export function receive(state: ViewState, message: Knowledge): Step {
  switch (message.type) {
    case 'progress': {
      const { bytesRead, bytesTotal, samples } = message;
      return { state: { ...state, failure: null, progress: { bytesRead, bytesTotal, samples } }, send: [] };
    }
    case 'run':
      return receiveRun(state, message.run);
    case 'comparison':
      return openPair({ ...state, comparison: message.comparison, failure: null, progress: null }, state.saved.promptId);
    case 'hits':
      return searchOn(withHits(state, message.request, message.hits));
    case 'readings':
    case 'report':
    case 'lines':
    case 'sniffed':
    case 'exported':
      return { state, send: [] };
    case 'flags':
      return {
        state: { ...state, flags: message.flags, flagRequest: state.flagRequest?.failure == null ? null : state.flagRequest },
        send: [],
      };
    case 'prompt':
      return pairDetail(state, message.request, message.detail) ?? receivePrompt(state, message.request, message.detail);
    case 'sample':
      return { state: pairText(state, message.request, message.texts) ?? withText(state, message.request, message.sample, { state: 'read', texts: message.texts }), send: [] };
    case 'analysis':
      return withPair(withAnswer(state, message.request, message.result), state);
    case 'analysisPart':
      return { state: withPart(state, message.request, message.part), send: [] };
    case 'failed':
      return { state: receiveFailure(state, message), send: [] };
    case 'preferences':
      return { state: { ...state, preferences: message.preferences }, send: [] };
    case 'showPrompt': {
      const { id, k } = message;
      const moved = k === null ? state : { ...state, saved: { ...state.saved, k } };
      if (id === null) return { state: moved, send: [] };
      const prompt = moved.run?.columns.id.indexOf(id) ?? -1;
      // Before the run is there, the id is kept and opened with it.
      if (prompt < 0) return { state: { ...moved, saved: { ...moved.saved, promptId: id, sample: null } }, send: [] };
      return openPrompt(moved, prompt);
    }
    default:
      return unreachable(message);
  }
}

/** The runs of a log are beside each other, perhaps again: opens the prompt that was open there. */
function withPair(state: ViewState, before: ViewState): Step {
  const { pairId, comparing } = state.saved;
  const isNew = state.answers.get('checkpoints')?.known !== before.answers.get('checkpoints')?.known;
  return isNew && comparing && pairId !== null ? openPair(state, pairId) : { state, send: [] };
}

function receiveRun(before: ViewState, run: RunSnapshot): Step {
  if (run.continues === true) {
    const shown = showRun(before, run);
    const { state, send } = searchOn(shown.state);
    return { state, send: [...stopAsking(before), ...shown.send, ...send] };
  }
  const { state, send } = searchAnew(before);
  const step = showRun(state, run);
  return { state: step.state, send: [...stopAsking(before), ...step.send, ...send] };
}

function showRun(state: ViewState, run: RunSnapshot): Step {
  // What was worked out is about the log as it was before.
  const next: ViewState = { ...state, run, answers: new Map(), failure: null, progress: run.partial ? state.progress : null };
  const wanted = state.saved.promptId;
  const prompt = wanted === null ? -1 : run.columns.id.indexOf(wanted);
  if (prompt < 0) return { state: { ...next, open: null, second: null }, send: [] };
  const step = withSecond(openPrompt({ ...next, open: null }, prompt));
  // A log that grew is asked anew, but what is on show stays until the answer is there.
  const detail = state.open?.id === wanted ? state.open.detail : null;
  if (step.state.open === null || detail === null) return step;
  return { ...step, state: { ...step.state, open: { ...step.state.open, detail, texts: state.open?.texts ?? new Map(), keepsTexts: run.continues === true } } };
}

/** Opens again what was beside the open prompt. */
function withSecond({ state, send }: Step): Step {
  if (state.saved.secondId === null) return { state, send };
  const second = openSecond(state, state.saved.secondId);
  return { state: second.state, send: [...send, ...second.send] };
}

function receivePrompt(state: ViewState, request: number, detail: PromptDetail): Step {
  const { open, saved } = state;
  if (open === null || open.request !== request) return { state, send: [] };
  const here = detail.samples.some((line) => line.sample === saved.sample);
  const sample = here ? saved.sample : ((listedSamples(detail.samples, saved.listing)[0] ?? detail.samples[0])?.sample ?? null);
  return wantTexts({ ...state, open: { ...open, detail, failure: null, texts: open.keepsTexts === true ? open.texts : new Map(), keepsTexts: false }, saved: { ...saved, sample } });
}

function receiveFailure(state: ViewState, { request, message, retry, choose = false }: Extract<ToView, { type: 'failed' }>): ViewState {
  if (request === null) return { ...state, progress: null, failure: { message, retry, choose } };
  const { open, flagRequest } = state;
  if (flagRequest?.request === request) return { ...state, flagRequest: { ...flagRequest, failure: message } };
  if (open?.request === request) return { ...state, open: { ...open, failure: message } };
  return pairFailure(state, request, message) ?? withRefusal(state, request, message) ?? withFailedSearch(state, request, message) ?? withText(state, request, null, { state: 'failed', message });
}

/** Puts what was read, or why it was not, where the request was made. */
function withText(state: ViewState, request: number, sample: number | null, text: SampleText): ViewState {
  const { open } = state;
  if (open === null) return state;
  for (const [asked, known] of open.texts) {
    if (known.state !== 'reading' || known.request !== request) continue;
    if (sample !== null && sample !== asked) return state;
    const texts = new Map(open.texts).set(asked, text);
    return { ...state, open: withTexts(open, texts) };
  }
  return state;
}

function withTexts(open: OpenPrompt, texts: ReadonlyMap<number, SampleText>): OpenPrompt {
  return { ...open, texts };
}
