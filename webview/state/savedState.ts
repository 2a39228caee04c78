import type { SampleVerdict } from '../../src/logs/recordSink';
import type { Sight } from '../charts/zoomRange';
import { withoutChosen } from '../prompts/chosenTerm';
import { defaultSort, isTableColumn, type Sort } from '../prompts/tableColumns';

/** What a view that was hidden is rebuilt from, together with the run. null: as the settings have it. */
export interface SavedState {
  readonly k: number | null;
  readonly hardBelow: number | null;
  readonly easyAbove: number | null;
  /** The first decides, each other what is alike before it. */
  readonly sort: readonly Sort[];
  readonly filter: string;
  /** The open prompt; by id, since a log that grows may number its prompts anew. */
  readonly promptId: string | null;
  /** The prompt beside it. */
  readonly secondId: string | null;
  /** The open prompt of the runs of a log that are compared. */
  readonly pairId: string | null;
  /** The selected sample of the open prompt, as PromptDetail numbers it. */
  readonly sample: number | null;
  /** Correct beside wrong. */
  readonly beside: boolean;
  /** The words in which they differ are marked. */
  readonly differences: boolean;
  readonly listing: SampleListing;
  /** Ids of the prompts that are chosen in the table. */
  readonly chosen: readonly string[];
  /** Charts shown as tables, by id. */
  readonly asTable: readonly string[];
  /** Charts at full width, by id. */
  readonly wide: readonly string[];
  /** The two checkpoints that are compared; null: the first and the last. */
  readonly compared: readonly [number, number] | null;
  /** The runs of a log are compared, in place of its report. */
  readonly comparing: boolean;
  /** Which part of a chart is in sight, by its id; all of it where there is none. */
  readonly sights: Readonly<Record<string, Sight>>;
  /** What was chosen of the ways to draw a chart, by its id. */
  readonly choices: Readonly<Record<string, string>>;
  /** Sections that are unfolded, by id. */
  readonly unfolded: readonly string[];
  readonly scroll: ScrollPlaces;
}

/** Which samples of the open prompt are listed, and in which order. */
export interface SampleListing {
  /** null: of every verdict. */
  readonly verdict: SampleVerdict | null;
  /** null: with any answer, or none. */
  readonly answer: string | null;
  readonly order: SampleOrder;
  readonly descending: boolean;
}

export const sampleOrders = ['log', 'verdict', 'answer', 'length', 'score'] as const;
export type SampleOrder = (typeof sampleOrders)[number];

export interface ScrollPlaces {
  readonly page: number;
  /** From the page's end, where the table is: what is above it may have another height when it is drawn anew. null: never scrolled. */
  readonly below: number | null;
  readonly table: number;
  readonly prompt: number;
}

export const freshState: SavedState = {
  k: null,
  hardBelow: null,
  easyAbove: null,
  sort: [defaultSort],
  filter: '',
  promptId: null,
  pairId: null,
  secondId: null,
  sample: null,
  beside: false,
  differences: false,
  listing: { verdict: null, answer: null, order: 'log', descending: false },
  chosen: [],
  asTable: [],
  wide: [],
  compared: null,
  comparing: false,
  sights: {},
  choices: {},
  unfolded: [],
  scroll: { page: 0, below: null, table: 0, prompt: 0 },
};

/** Reads what an earlier build of this view may have left behind: each part that does not fit is fresh. */
export function readSavedState(saved: unknown): SavedState {
  const from = asRecord(saved);
  const scroll = asRecord(from['scroll']);
  return {
    k: isWholeK(from['k']) ? from['k'] : null,
    hardBelow: isRate(from['hardBelow']) ? from['hardBelow'] : null,
    easyAbove: isRate(from['easyAbove']) ? from['easyAbove'] : null,
    sort: readSort(from['sort']),
    filter: typeof from['filter'] === 'string' ? from['filter'] : '',
    promptId: typeof from['promptId'] === 'string' ? from['promptId'] : null,
    pairId: typeof from['pairId'] === 'string' ? from['pairId'] : null,
    secondId: typeof from['secondId'] === 'string' ? from['secondId'] : null,
    sample: typeof from['sample'] === 'number' ? from['sample'] : null,
    beside: from['beside'] === true,
    differences: from['differences'] === true,
    listing: readListing(asRecord(from['listing'])),
    chosen: words(from['chosen']),
    asTable: words(from['asTable']),
    wide: words(from['wide']),
    compared: readCompared(from['compared']),
    comparing: from['comparing'] === true,
    sights: readSights(asRecord(from['sights'])),
    choices: Object.fromEntries(Object.entries(asRecord(from['choices'])).filter((pair): pair is [string, string] => typeof pair[1] === 'string')),
    unfolded: words(from['unfolded']),
    scroll: { page: place(scroll['page']), below: typeof scroll['below'] === 'number' ? place(scroll['below']) : null, table: place(scroll['table']), prompt: place(scroll['prompt']) },
  };
}

/** More chosen prompts than this are not kept: the state is written each time something is scrolled. */
const MOST_CHOSEN = 1000;

/** What of a state is kept while the view is hidden. */
export function toSave(state: SavedState): SavedState {
  return state.chosen.length > MOST_CHOSEN ? { ...state, chosen: [], filter: withoutChosen(state.filter) } : state;
}

function readSort(saved: unknown): readonly Sort[] {
  const sorts: Sort[] = [];
  for (const each of Array.isArray(saved) ? saved.map(asRecord) : []) {
    const column = each['column'];
    if (isTableColumn(column) && !sorts.some((known) => known.column === column)) sorts.push({ column, descending: each['descending'] === true });
  }
  return sorts.length === 0 ? freshState.sort : sorts;
}

function readListing(saved: Readonly<Record<string, unknown>>): SampleListing {
  const verdict = saved['verdict'];
  const answer = saved['answer'];
  return {
    verdict: verdict === 'correct' || verdict === 'wrong' || verdict === 'errored' ? verdict : null,
    answer: typeof answer === 'string' ? answer : null,
    order: sampleOrders.find((known) => known === saved['order']) ?? 'log',
    descending: saved['descending'] === true,
  };
}

function readCompared(saved: unknown): readonly [number, number] | null {
  const places: readonly unknown[] = Array.isArray(saved) ? saved : [];
  const [before, after] = places;
  const isPlace = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
  return isPlace(before) && isPlace(after) && before !== after && places.length === 2 ? [before, after] : null;
}

function readSights(saved: Readonly<Record<string, unknown>>): Readonly<Record<string, Sight>> {
  const side = (range: unknown): readonly [number, number] | null => {
    const [low, high] = Array.isArray(range) ? range.map(Number) : [];
    return low !== undefined && high !== undefined && low < high && high - low < Infinity ? [low, high] : null;
  };
  const sights: [string, Sight][] = [];
  for (const [chart, sight] of Object.entries(saved)) {
    const [x, y] = [side(asRecord(sight)['x']), side(asRecord(sight)['y'])];
    if (x !== null && y !== null) sights.push([chart, { x, y }]);
  }
  return Object.fromEntries(sights);
}

export function isWholeK(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 1_000_000;
}

export function isRate(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function words(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}

function place(value: unknown): number {
  return typeof value === 'number' && value > 0 && value < Infinity ? value : 0;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
