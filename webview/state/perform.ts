import type { Analysis } from '../../src/protocol/analysis';
import type { HostDeed } from '../../src/protocol/hostDeed';
import type { FlagEvidence, FromView, ViewPreferences } from '../../src/protocol/messages';
import type { Sight } from '../charts/zoomRange';
import { withoutChosen } from '../prompts/chosenTerm';
import type { Sort } from '../prompts/tableColumns';
import { ask } from './answers';
import { listedSamples } from './listedSamples';
import type { SampleListing, ScrollPlaces } from './savedState';
import { search, stopSearches } from './searches';
import { openPair, openSecond, selectInPair, selectInSecond } from './pair';
import { counterpart, type OpenPrompt, type ViewState } from './viewState';

/** What a person does. Moving k, thresholds, sort or filter sends nothing. */
export type Deed =
  | { readonly type: 'setK'; readonly k: number }
  | { readonly type: 'setThresholds'; readonly hardBelow: number; readonly easyAbove: number }
  | { readonly type: 'setSort'; readonly sort: readonly Sort[] }
  | { readonly type: 'setFilter'; readonly filter: string }
  /** A chart as a table or at full width, a section unfolded; or back. */
  | { readonly type: 'setShown'; readonly how: 'asTable' | 'wide' | 'unfolded'; readonly id: string; readonly on: boolean }
  /** What part of a chart is in sight; null: all of it. */
  | { readonly type: 'setSight'; readonly chart: string; readonly sight: Sight | null }
  /** One of the ways to draw a chart. */
  | { readonly type: 'setChoice'; readonly chart: string; readonly choice: string }
  | { readonly type: 'scrolled'; readonly scroll: Partial<ScrollPlaces> }
  /** sample: to be selected; absent: the first of those listed. */
  | { readonly type: 'openPrompt'; readonly prompt: number; readonly sample?: number }
  /** Two prompts beside each other. */
  | { readonly type: 'openBoth'; readonly first: number; readonly second: number }
  | { readonly type: 'closeSecond' }
  | { readonly type: 'selectInSecond'; readonly sample: number }
  | { readonly type: 'closePrompt' }
  | { readonly type: 'selectSample'; readonly sample: number }
  | { readonly type: 'setBeside'; readonly beside: boolean }
  /** Which samples of the open prompt are listed, and in which order. */
  | { readonly type: 'setListing'; readonly listing: Partial<SampleListing> }
  /** Marks the words in which two responses differ. */
  | { readonly type: 'setDifferences'; readonly differences: boolean }
  /** The prompts that are chosen in the table. */
  | { readonly type: 'choose'; readonly ids: readonly string[] }
  | { readonly type: 'prefer'; readonly preferences: Partial<ViewPreferences> }
  /** A link to the open prompt. */
  | { readonly type: 'copyLink'; readonly k: number }
  | { readonly type: 'openSource'; readonly file: number; readonly line: number }
  | { readonly type: 'setFlag'; readonly evidence: readonly FlagEvidence[]; readonly flag: string | null; readonly note: string }
  /** What only the host can do: files, the clipboard, the flags' history. */
  | { readonly type: 'carryOut'; readonly deed: HostDeed }
  | { readonly type: 'retry' }
  | { readonly type: 'cancel' }
  | { readonly type: 'chooseFormat' }
  | { readonly type: 'chooseRun'; readonly run: string }
  /** Which two of the checkpoints are compared. */
  | { readonly type: 'setCompared'; readonly compared: readonly [number, number] }
  /** Compares the runs of a log, or goes back to its report. */
  | { readonly type: 'setComparing'; readonly comparing: boolean }
  /** A prompt of both checkpoints; null: none. */
  | { readonly type: 'openPair'; readonly id: string | null }
  | { readonly type: 'selectInPair'; readonly checkpoint: number; readonly sample: number }
  /** Wants what is worked out only on demand; nothing is sent where it is known already. */
  | { readonly type: 'analyse'; readonly analysis: Analysis }
  /** Looks for these texts in the whole log, and for no others. */
  | { readonly type: 'search'; readonly texts: readonly string[] }
  | { readonly type: 'stopSearch' };

export interface Step {
  readonly state: ViewState;
  readonly send: readonly FromView[];
}

/** The state after a deed, and what must be asked of the host. */
export function perform(state: ViewState, deed: Deed): Step {
  switch (deed.type) {
    case 'setK':
      return keep(state, { k: deed.k });
    case 'setThresholds':
      return keep(state, { hardBelow: deed.hardBelow, easyAbove: deed.easyAbove });
    case 'setSort':
      return keep(state, { sort: deed.sort, scroll: { ...state.saved.scroll, table: 0 } });
    case 'setFilter':
      return keep(state, { filter: deed.filter, scroll: { ...state.saved.scroll, table: 0 } });
    case 'setShown': {
      const others = state.saved[deed.how].filter((id) => id !== deed.id);
      return keep(state, { [deed.how]: deed.on ? [...others, deed.id] : others });
    }
    case 'setSight': {
      const others = Object.entries(state.saved.sights).filter(([chart]) => chart !== deed.chart);
      return keep(state, { sights: Object.fromEntries(deed.sight === null ? others : [...others, [deed.chart, deed.sight]]) });
    }
    case 'setChoice':
      // Another order of its cells: what was in sight is elsewhere.
      return keep(state, { choices: { ...state.saved.choices, [deed.chart]: deed.choice }, sights: Object.fromEntries(Object.entries(state.saved.sights).filter(([chart]) => chart !== deed.chart)) });
    case 'scrolled':
      return keep(state, { scroll: { ...state.saved.scroll, ...deed.scroll } });
    case 'openPrompt':
      return openPrompt(state, deed.prompt, deed.sample);
    case 'openBoth': {
      const first = openPrompt(state, deed.first);
      const both = openSecond(first.state, state.run?.columns.id[deed.second] ?? null);
      return { state: both.state, send: [...first.send, ...both.send] };
    }
    case 'closeSecond':
      return openSecond(state, null);
    case 'selectInSecond':
      return selectInSecond(state, deed.sample);
    case 'closePrompt':
      return { state: { ...state, open: null, second: null, flagRequest: null, saved: { ...state.saved, promptId: null, secondId: null, sample: null } }, send: [] };
    case 'selectSample':
      return wantTexts({ ...state, saved: { ...state.saved, sample: deed.sample } });
    case 'setBeside':
      return wantTexts({ ...state, saved: { ...state.saved, beside: deed.beside } });
    case 'setListing':
      return selectListed(keep(state, { listing: { ...state.saved.listing, ...deed.listing } }).state);
    case 'setDifferences':
      return keep(state, { differences: deed.differences });
    case 'choose':
      return keep(state, { chosen: deed.ids, ...(deed.ids.length === 0 && { filter: withoutChosen(state.saved.filter) }) });
    case 'prefer': {
      const preferences = { ...state.preferences, ...deed.preferences };
      return { state: { ...state, preferences }, send: [{ type: 'remember', preferences }] };
    }
    case 'copyLink':
      return { state, send: [{ type: 'copyLink', id: state.open?.id ?? null, k: deed.k }] };
    case 'openSource':
      return { state, send: [{ type: 'openSource', file: deed.file, line: deed.line }] };
    case 'setFlag': {
      const request = state.nextRequest;
      return {
        state: { ...state, nextRequest: request + 1, flagRequest: { request, ids: deed.evidence.map(({ id }) => id), failure: null } },
        send: [{ type: 'setFlag', request, prompts: deed.evidence, flag: deed.flag, note: deed.note }],
      };
    }
    case 'carryOut':
      return { state, send: [{ type: 'carryOut', deed: deed.deed }] };
    case 'retry':
      return { state: { ...state, failure: null, progress: null }, send: [{ type: 'retry' }] };
    case 'cancel':
      return { state, send: [{ type: 'cancel' }] };
    case 'chooseFormat':
      return { state, send: [{ type: 'chooseFormat' }] };
    case 'chooseRun':
      return { state, send: [{ type: 'chooseRun', run: deed.run }] };
    case 'setCompared': {
      const step = keep(state, { compared: deed.compared });
      return state.pair === null ? step : openPair(step.state, state.pair.id);
    }
    case 'setComparing':
      return keep({ ...state, pair: null }, { comparing: deed.comparing, pairId: null });
    case 'openPair':
      return openPair(state, deed.id);
    case 'selectInPair':
      return selectInPair(state, deed.checkpoint, deed.sample);
    case 'analyse':
      return ask(state, deed.analysis);
    case 'search':
      return search(state, deed.texts);
    case 'stopSearch':
      return stopSearches(state);
    default:
      return never(deed);
  }
}

/** Opens a prompt, or does nothing when it is open already. */
export function openPrompt(state: ViewState, prompt: number, sample: number | null = null): Step {
  const id = state.run?.columns.id[prompt];
  if (id === undefined || (state.open?.prompt === prompt && state.open.failure === null)) return { state, send: [] };
  const request = state.nextRequest;
  const open: OpenPrompt = { prompt, id, request, detail: null, failure: null, texts: new Map() };
  const moved = id !== state.saved.promptId;
  const saved = moved
    ? { ...state.saved, promptId: id, secondId: null, sample, listing: { ...state.saved.listing, answer: null }, scroll: { ...state.saved.scroll, prompt: 0 } }
    : state.saved;
  return {
    state: { ...state, open, second: moved ? null : state.second, flagRequest: null, saved, nextRequest: request + 1 },
    send: [{ type: 'readPrompt', request, prompt }],
  };
}

/** Asks for the texts of the samples on show that have not been read yet. */
export function wantTexts(state: ViewState): Step {
  const { open, saved } = state;
  if (open?.detail == null || saved.sample === null) return { state, send: [] };
  const other = saved.beside ? counterpart(open.detail, saved.sample) : null;
  const texts = new Map(open.texts);
  const send: FromView[] = [];
  let request = state.nextRequest;
  for (const sample of other === null ? [saved.sample] : [saved.sample, other]) {
    if (texts.has(sample) && texts.get(sample)!.state !== 'failed') continue;
    texts.set(sample, { state: 'reading', request });
    send.push({ type: 'readSample', request, sample });
    request++;
  }
  return { state: { ...state, open: { ...open, texts }, nextRequest: request }, send };
}

/** Selects the first of the samples listed where the selected one is not among them. */
function selectListed(state: ViewState): Step {
  const listed = listedSamples(state.open?.detail?.samples ?? [], state.saved.listing);
  const first = listed[0];
  if (first === undefined || listed.some(({ sample }) => sample === state.saved.sample)) return { state, send: [] };
  return wantTexts({ ...state, saved: { ...state.saved, sample: first.sample } });
}

function keep(state: ViewState, change: Partial<ViewState['saved']>): Step {
  return { state: { ...state, saved: { ...state.saved, ...change } }, send: [] };
}

function never(deed: never): never {
  throw new Error(`unknown deed ${JSON.stringify(deed)}`);
}
