import type { FromView, TextHits } from '../../src/protocol/messages';
import type { Step } from './perform';
import type { ViewState } from './viewState';

/** What is known of one text that is looked for in the whole log. */
export interface Search {
  readonly request: number;
  /** Once it is done, the samples before this one have been looked into. */
  readonly upTo: number;
  /** Hit i lies in prompt prompts[i], in the response of samples[i]; -1: in the prompt's own text. As they were found. */
  readonly prompts: readonly number[];
  readonly samples: readonly number[];
  /** Ids of the prompts with a hit. */
  readonly ids: ReadonlySet<string>;
  readonly scannedBytes: number;
  readonly totalBytes: number;
  readonly passedOver: number;
  readonly done: boolean;
  readonly failure: string | null;
}

export type Searches = ReadonlyMap<string, Search>;

/** Looks for these texts and no others: what is under way for others is stopped, what is known already stays. */
export function search(state: ViewState, texts: readonly string[]): Step {
  const searches = new Map<string, Search>();
  const send: FromView[] = [];
  for (const [text, known] of state.searches) {
    if (texts.includes(text)) searches.set(text, known);
    else if (!known.done && known.failure === null) send.push({ type: 'stopSearch', request: known.request });
  }
  let request = state.nextRequest;
  for (const text of texts) {
    if (searches.has(text)) continue;
    searches.set(text, { request, upTo: 0, prompts: [], samples: [], ids: new Set(), scannedBytes: 0, totalBytes: 0, passedOver: 0, done: false, failure: null });
    send.push({ type: 'searchText', request, text });
    request++;
  }
  return send.length === 0 && searches.size === state.searches.size ? { state, send } : { state: { ...state, searches, nextRequest: request }, send };
}

/** Ends the searches under way; what was found stays. */
export function stopSearches(state: ViewState): Step {
  const send = [...state.searches.values()].filter(({ done, failure }) => !done && failure === null).map(({ request }) => ({ type: 'stopSearch', request }) as const);
  return { state, send };
}

/** Adds what was found to the search that asked. */
export function withHits(state: ViewState, request: number, hits: TextHits): ViewState {
  return settle(state, request, (known) => {
    const names = state.run?.columns.id ?? [];
    const ids = hits.prompts.length === 0 ? known.ids : new Set(known.ids);
    if (ids instanceof Set) for (const prompt of hits.prompts) ids.add(names[prompt] ?? '');
    const { scannedBytes, totalBytes, passedOver, upTo, done } = hits;
    return { ...known, prompts: [...known.prompts, ...hits.prompts], samples: [...known.samples, ...hits.samples], ids, scannedBytes, totalBytes, passedOver, upTo, done };
  });
}

/** The search that asked has failed; null when the request was none. */
export function withFailedSearch(state: ViewState, request: number, message: string): ViewState | null {
  const next = settle(state, request, (known) => ({ ...known, done: true, failure: message }));
  return next === state ? null : next;
}

/** Looks for what is looked for in the samples that are new, where what came before has been looked through. */
export function searchOn(state: ViewState): Step {
  if (state.run?.partial !== false) return { state, send: [] };
  const searches = new Map(state.searches);
  const send: FromView[] = [];
  let request = state.nextRequest;
  for (const [text, known] of state.searches) {
    // One that was stopped is not taken up again.
    if (!known.done || known.failure !== null || known.scannedBytes < known.totalBytes || known.upTo >= state.run.source.samples) continue;
    searches.set(text, { ...known, request, done: false });
    send.push({ type: 'searchText', request, text, fromSample: known.upTo });
    request++;
  }
  return send.length === 0 ? { state, send } : { state: { ...state, searches, nextRequest: request }, send };
}

/** The hits lie in rows of a run that is no longer on show: all is looked for anew. */
export function searchAnew(state: ViewState): Step {
  const texts = [...state.searches.keys()];
  const stopped = stopSearches(state).send;
  const step = search({ ...state, searches: new Map() }, texts);
  return { state: step.state, send: [...stopped, ...step.send] };
}

function settle(state: ViewState, request: number, change: (known: Search) => Search): ViewState {
  for (const [text, known] of state.searches) {
    if (known.request === request) return { ...state, searches: new Map(state.searches).set(text, change(known)) };
  }
  return state;
}
