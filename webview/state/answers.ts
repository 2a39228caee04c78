import type { Analysis, AnalysisResult, KernelRows } from '../../src/protocol/analysis';
import type { FromView } from '../../src/protocol/messages';
import type { Step } from './perform';
import type { ViewState } from './viewState';

export type AnalysisKind = Analysis['kind'];

/** One kind of question: what is under way, and the last answer, which stays on show until the next is there. */
export interface Answer {
  readonly asked: { readonly request: number; readonly analysis: Analysis } | null;
  readonly known: { readonly analysis: Analysis; readonly result: AnalysisResult } | null;
  /** As far as what is under way is worked out; absent while nothing of it is there. */
  readonly part?: KernelSoFar;
  /** Why the last question has no answer; null while all is well. */
  readonly failure: { readonly analysis: Analysis; readonly message: string } | null;
}

/** A kernel of which some rows are there, hard to easy, and of the others what the symmetry tells; NaN elsewhere. */
export interface KernelSoFar {
  readonly prompts: Int32Array;
  /** [m·m]; a new array whenever there is more, so that who has drawn it sees that it is another. */
  readonly cosine: Float32Array;
  readonly rows: number;
}

export type Answers = ReadonlyMap<AnalysisKind, Answer>;

const unasked: Answer = { asked: null, known: null, failure: null };

/** Asks for what is worked out on demand, unless it is known, under way or refused; a question of its kind still under way is stopped. */
export function ask(state: ViewState, analysis: Analysis): Step {
  const slot = state.answers.get(analysis.kind) ?? unasked;
  const same = (other: { readonly analysis: Analysis } | null): boolean => other !== null && JSON.stringify(other.analysis) === JSON.stringify(analysis);
  if (same(slot.asked) || (slot.asked === null && (same(slot.known) || same(slot.failure)))) return { state, send: [] };
  const request = state.nextRequest;
  const answers = new Map(state.answers).set(analysis.kind, { known: slot.known, asked: { request, analysis }, failure: null });
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
  return settle(state, request, (_, analysis) => ({ asked: null, known: { analysis, result }, failure: null }));
}

/** Adds rows to what is there of the answer to come. */
export function withPart(state: ViewState, request: number, { prompts, first, end, lower }: KernelRows): ViewState {
  return settle(state, request, (slot) => {
    const m = prompts.length;
    // The same memory in a new array: a large kernel is not copied ten times a second.
    const cosine = slot.part === undefined ? new Float32Array(m * m).fill(NaN) : new Float32Array(slot.part.cosine.buffer);
    for (let row = first, from = 0; row < end; from += ++row) {
      cosine.set(lower.subarray(from, from + row + 1), row * m);
      for (let column = 0; column < row; column++) cosine[column * m + row] = lower[from + column];
    }
    return { ...slot, part: { prompts, cosine, rows: end } };
  });
}

/** The same for a refusal; null when the request was no analysis. */
export function withRefusal(state: ViewState, request: number, message: string): ViewState | null {
  const next = settle(state, request, ({ known }, analysis) => ({ known, asked: null, failure: { analysis, message } }));
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
