import type { Analysis, AnalysisResult } from '../../src/protocol/analysis';
import type { FromView } from '../../src/protocol/messages';
import type { Step } from './perform';
import type { ViewState } from './viewState';

export type AnalysisKind = Analysis['kind'];

/** One kind of question: what is under way, and the last answer, which stays on show until the next is there. */
export interface Answer {
  readonly asked: { readonly request: number; readonly analysis: Analysis } | null;
  readonly known: { readonly analysis: Analysis; readonly result: AnalysisResult } | null;
  /** Why the last question has no answer; null while all is well. */
  readonly failure: { readonly analysis: Analysis; readonly message: string } | null;
}

export type Answers = ReadonlyMap<AnalysisKind, Answer>;

const unasked: Answer = { asked: null, known: null, failure: null };

/** Asks for what is worked out on demand, unless it is known, under way or refused; a question of its kind still under way is stopped. */
export function ask(state: ViewState, analysis: Analysis): Step {
  const slot = state.answers.get(analysis.kind) ?? unasked;
  const same = (other: { readonly analysis: Analysis } | null): boolean => other !== null && JSON.stringify(other.analysis) === JSON.stringify(analysis);
  if (same(slot.asked) || (slot.asked === null && (same(slot.known) || same(slot.failure)))) return { state, send: [] };
  const request = state.nextRequest;
  const answers = new Map(state.answers).set(analysis.kind, { ...slot, asked: { request, analysis }, failure: null });
  return {
    state: { ...state, answers, nextRequest: request + 1 },
    send: [...(slot.asked === null ? [] : [{ type: 'stopAnalysis', request: slot.asked.request } as const]), { type: 'analyse', request, analysis }],
  };
}

/** Ends what is still being worked out: it is about a log that is no longer so. */
export function stopAsking({ answers }: ViewState): FromView[] {
  return [...answers.values()].flatMap(({ asked }) => (asked === null ? [] : [{ type: 'stopAnalysis', request: asked.request } as const]));
}

/** Puts an answer where it was asked for; one to a question no longer asked changes nothing. */
export function withAnswer(state: ViewState, request: number, result: AnalysisResult): ViewState {
  return settle(state, request, (slot, analysis) => ({ ...slot, asked: null, known: { analysis, result } }));
}

/** The same for a refusal; null when the request was no analysis. */
export function withRefusal(state: ViewState, request: number, message: string): ViewState | null {
  const next = settle(state, request, (slot, analysis) => ({ ...slot, asked: null, failure: { analysis, message } }));
  return next === state ? null : next;
}

/** The last answer of a kind, and whether it is the answer to this very question. */
export function answerOf<Kind extends AnalysisKind>(answers: Answers, kind: Kind): Extract<AnalysisResult, { readonly kind: Kind }> | null {
  const result = answers.get(kind)?.known?.result;
  return result !== undefined && isOf(result, kind) ? result : null;
}

function isOf<Kind extends AnalysisKind>(result: AnalysisResult, kind: Kind): result is Extract<AnalysisResult, { readonly kind: Kind }> {
  return result.kind === kind;
}

function settle(state: ViewState, request: number, change: (slot: Answer, analysis: Analysis) => Answer): ViewState {
  for (const [kind, slot] of state.answers) {
    if (slot.asked?.request === request) return { ...state, answers: new Map(state.answers).set(kind, change(slot, slot.asked.analysis)) };
  }
  return state;
}
