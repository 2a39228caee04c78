import { defaultSort, isTableColumn, type Sort } from '../prompts/tableColumns';

/** What a view that was hidden is rebuilt from, together with the run. null: as the settings have it. */
export interface SavedState {
  readonly k: number | null;
  readonly hardBelow: number | null;
  readonly easyAbove: number | null;
  readonly sort: Sort;
  readonly filter: string;
  /** The open prompt; by id, since a log that grows may number its prompts anew. */
  readonly promptId: string | null;
  /** The selected sample of the open prompt, as PromptDetail numbers it. */
  readonly sample: number | null;
  /** Correct beside wrong. */
  readonly beside: boolean;
  /** Charts shown as tables, by id. */
  readonly asTable: readonly string[];
  /** Charts at full width, by id. */
  readonly wide: readonly string[];
  /** Sections that are unfolded, by id. */
  readonly unfolded: readonly string[];
  readonly scroll: ScrollPlaces;
}

export interface ScrollPlaces {
  readonly page: number;
  readonly table: number;
  readonly prompt: number;
}

export const freshState: SavedState = {
  k: null,
  hardBelow: null,
  easyAbove: null,
  sort: defaultSort,
  filter: '',
  promptId: null,
  sample: null,
  beside: false,
  asTable: [],
  wide: [],
  unfolded: [],
  scroll: { page: 0, table: 0, prompt: 0 },
};

/** Reads what an earlier build of this view may have left behind: each part that does not fit is fresh. */
export function readSavedState(saved: unknown): SavedState {
  const from = asRecord(saved);
  const scroll = asRecord(from['scroll']);
  const sort = asRecord(from['sort']);
  const column = sort['column'];
  return {
    k: isWholeK(from['k']) ? from['k'] : null,
    hardBelow: isRate(from['hardBelow']) ? from['hardBelow'] : null,
    easyAbove: isRate(from['easyAbove']) ? from['easyAbove'] : null,
    sort: isTableColumn(column) ? { column, descending: sort['descending'] === true } : defaultSort,
    filter: typeof from['filter'] === 'string' ? from['filter'] : '',
    promptId: typeof from['promptId'] === 'string' ? from['promptId'] : null,
    sample: typeof from['sample'] === 'number' ? from['sample'] : null,
    beside: from['beside'] === true,
    asTable: words(from['asTable']),
    wide: words(from['wide']),
    unfolded: words(from['unfolded']),
    scroll: { page: place(scroll['page']), table: place(scroll['table']), prompt: place(scroll['prompt']) },
  };
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
