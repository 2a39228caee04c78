import { parseFilter, type PromptTest } from '../../src/core/filter/parseFilter';
import type { Report } from '../../src/core/reportShape';
import { verdictStrip } from '../../src/protocol/verdictStrip';
import { flagKinds } from '../../src/protocol/flagKinds';
import { element, setText } from '../element';
import { VirtualGrid, type Choice } from '../grid/virtualGrid';
import { formatCount } from '../numbers/formatCount';
import type { Searches } from '../state/searches';
import type { ViewState } from '../state/viewState';
import type { ChosenBar } from './chosenBar';
import { chosenAfter } from './chosenAfter';
import { ColumnChooser } from './columnChooser';
import { FilterField } from './filterField';
import { nextSort } from './nextSort';
import { KeptOrder } from './promptOrder';
import { SearchStatus } from './searchStatus';
import { shownColumns } from './shownColumns';
import { defaultSort, type ColumnOfPrompts, type Sort, type TableSource } from './tableColumns';
import { toneOf } from './toneOf';
import { verdictSparkline } from './verdictSparkline';
import { t } from '../../src/texts/t';

export interface PromptsEvents {
  readonly onOpen: (prompt: number, byKeyboard: boolean) => void;
  readonly onSort: (sort: readonly Sort[]) => void;
  readonly onFilter: (filter: string) => void;
  readonly onScroll: (top: number) => void;
  readonly onChoose: (ids: readonly string[]) => void;
  readonly onFlagChosen: (flag: string | null, note: string) => void;
  readonly onColumns: (columns: readonly string[] | null) => void;
  readonly onStopSearch: () => void;
  readonly onHit: (step: 1 | -1) => void;
}

const IDLE_PROMPTS = 5000;

/** The filter box, what is searched, what is chosen, and the table of prompts. */
export class PromptsSection {
  readonly root = element('section', { class: 'prompts', attributes: { 'aria-labelledby': 'prompts-title' } });
  private readonly field = new FilterField((text) => this.events.onFilter(text));
  private readonly count = element('span', { class: 'count', attributes: { role: 'status' } });
  private readonly problem = element('p', { class: 'problem', attributes: { role: 'alert' } });
  private readonly chooser = new ColumnChooser((columns) => this.events.onColumns(columns));
  private readonly search = new SearchStatus({ onStop: () => this.events.onStopSearch(), onHit: (step) => this.events.onHit(step) });
  private readonly barPlace = element('div');
  private bar: Promise<ChosenBar> | null = null;
  private readonly empty = element('p', { class: 'empty' });
  private readonly grid: VirtualGrid;
  private readonly kept = new KeptOrder();
  private readonly seen = new IntersectionObserver((entries) => this.onSeen(entries.some((entry) => entry.isIntersecting)), { rootMargin: '100px' });
  private source: TableSource = { rows: [], columns: { id: [], n: new Int32Array(0), c: new Int32Array(0), errored: new Int32Array(0), exactRate: null, gradients: null }, verdicts: new Uint8Array(0) };
  private sort: readonly Sort[] = [defaultSort];
  private order: Int32Array = new Int32Array(0);
  private columns: readonly ColumnOfPrompts[] = [];
  private chosen: ReadonlySet<string> = new Set();
  private chosenIds: readonly string[] = [];
  private searches: Searches = new Map();
  private inSight = false;
  private open: number | null = null;
  private matches: PromptTest | null = null;
  private relative = false;
  private byChoice = false;
  private read = '';
  /** What the filter wants to be looked for in the whole log. */
  texts: readonly string[] = [];

  constructor(private readonly events: PromptsEvents) {
    this.grid = new VirtualGrid(t`Prompts`, [], {
      onOpen: (row, byKeyboard) => events.onOpen(this.order[row]!, byKeyboard),
      onSort: (column, more) => events.onSort(nextSort(this.sort, this.columns[column]!.id, more)),
      onChoose: (choice) => this.choose(choice),
      onCopy: () => this.copied(),
      onScroll: events.onScroll,
    });
    this.seen.observe(this.root);
    this.root.append(
      element('header', {}, element('h2', { text: t`Prompts`, attributes: { id: 'prompts-title' } }), this.field.root, this.count, this.chooser.root),
      this.problem, this.search.root, this.barPlace, this.empty, this.grid.root,
    );
  }

  show(state: ViewState, report: Report): void {
    const { run, saved, searches } = state;
    if (run === null) return;
    const before = this.matches;
    const rows = report.promptTable;
    const chosenBefore = this.chosenIds;
    if (saved.chosen !== chosenBefore) this.chosen = new Set(saved.chosen);
    this.chosenIds = saved.chosen;
    if (saved.filter !== this.read || before === null || (this.relative && rows !== this.source.rows) || (this.byChoice && saved.chosen !== chosenBefore)) this.readFilter(saved.filter, report);
    const changed = rows !== this.source.rows || saved.sort !== this.sort || this.matches !== before || searches !== this.searches;
    if (run.columns !== this.source.columns) this.showRun(run.columns.id.length, run.partial);
    this.source = { rows, columns: run.columns, verdicts: run.verdicts };
    this.searches = searches;
    if (changed) this.order = this.kept.update(this.source, this.matches, saved.sort);
    this.sort = saved.sort;
    this.open = state.open?.prompt ?? null;
    this.field.show(saved.filter, this.problem.textContent !== '', new Map([
      ['flag', [...new Set(['any', 'none', ...flagKinds, ...state.flags.map(({ flag }) => flag)])]],
      ['category', run.columns.categories?.names ?? []],
    ]));
    const all = formatCount(rows.length, 'prompt');
    const shown = this.order.length === rows.length ? all : t`${formatCount(this.order.length)} of ${all}`;
    setText(this.count, run.partial ? t`${shown} so far` : shown);
    this.search.show(searches);
    this.chooser.show(run.columns, state.preferences.columns);
    this.setColumns(shownColumns(run.columns, state.preferences.columns));
    this.showChosen(state);
    this.showEmpty(rows.length, run.partial);
    if (this.inSight) this.fill();
  }

  /** The prompt before or after another in the table's order; the first when that one is not in it. */
  neighbour(prompt: number | null, step: 1 | -1): number | null {
    const at = prompt === null ? -1 : this.order.indexOf(prompt);
    return at < 0 ? (this.order[0] ?? null) : (this.order[at + step] ?? null);
  }

  /** Where a prompt stands in the table's order, from 0; null when the filter hides it. */
  placeOf(prompt: number): { readonly place: number; readonly of: number } | null {
    const place = this.order.indexOf(prompt);
    return place < 0 ? null : { place, of: this.order.length };
  }

  /** Prompts as the table has them. */
  get shown(): Int32Array {
    return this.order;
  }

  activePrompt(): number | null {
    const row = this.grid.activeRow();
    return row === null ? null : this.order[row]!;
  }

  reveal(prompt: number): void {
    this.fill();
    const row = this.order.indexOf(prompt);
    if (row >= 0) this.grid.reveal(row);
  }

  scrollTo(top: number): void {
    this.fill();
    this.grid.scrollTo(top);
  }

  /** Brings the table and its filter into sight. */
  showFilter(): void {
    this.root.scrollIntoView({ block: 'nearest' });
  }

  /** @param typed what was typed for it before it had the focus; null: it went into it already */
  focusFilter(typed: string | null): void {
    this.fill();
    this.root.scrollIntoView({ block: 'nearest' });
    this.field.focus(typed);
  }

  /** To flag what is chosen. */
  focusChosen(): void {
    this.root.scrollIntoView({ block: 'nearest' });
    void this.chosenBar().then((bar) => bar.focus());
  }

  focusTable(): void {
    this.fill();
    this.grid.root.focus({ preventScroll: true });
  }

  private fill(): void {
    const { sort, open, order, source, columns } = this;
    const selected = open === null ? -1 : order.indexOf(open);
    this.grid.show({
      count: order.length,
      cell: (row, column) => columns[column]!.text(source.rows[order[row]!]!, order[row]!, source),
      tone: (row, column) => toneOf(source.rows[order[row]!]!, columns[column]!.id),
      picture: (row, column) => (columns[column]!.id === 'verdicts' ? verdictSparkline(verdictStrip(source.verdicts, order[row]!)) : null),
      selected: selected < 0 ? null : selected,
      chosen: (row) => this.chosen.has(source.rows[order[row]!]!.id),
      sort: sort.map(({ column, descending }) => ({ column: columns.findIndex(({ id }) => id === column), descending })),
    });
  }

  private setColumns(columns: readonly ColumnOfPrompts[]): void {
    if (columns.length === this.columns.length && columns.every((column, at) => column === this.columns[at])) return;
    this.columns = columns;
    this.grid.setColumns(columns);
  }

  private showRun(prompts: number, partial: boolean): void {
    if (prompts >= IDLE_PROMPTS && !partial) requestIdleCallback(() => this.kept.rankIds(this.source));
  }

  private showChosen({ saved: { chosen }, flagRequest }: ViewState): void {
    const rows = this.chosen.size === 0 ? [] : this.source.rows.filter(({ id }) => this.chosen.has(id));
    const passing = this.matches === null ? rows : rows.filter(this.matches);
    const about = flagRequest !== null && flagRequest.ids.length === chosen.length && flagRequest.ids[0] === chosen[0];
    if (rows.length === 0 && this.bar === null) return;
    void this.chosenBar().then((bar) => bar.show(rows.length, rows.length - passing.length, rows.filter(({ flag }) => flag !== null).length, about ? flagRequest : null));
  }

  /** Made when the first row is chosen. */
  private chosenBar(): Promise<ChosenBar> {
    this.bar ??= import('./chosenBar').then(({ ChosenBar: Bar }) => {
      const bar = new Bar({ onFlag: (flag, note) => this.events.onFlagChosen(flag, note), onClear: () => this.events.onChoose([]) });
      this.barPlace.replaceWith(bar.root);
      return bar;
    });
    return this.bar;
  }

  private showEmpty(prompts: number, partial: boolean): void {
    this.empty.hidden = this.order.length > 0;
    this.grid.root.hidden = this.order.length === 0;
    if (this.order.length > 0) return;
    const searching = [...this.searches.values()].some(({ done }) => !done);
    const clear = element('button', { class: 'link', text: t`Clear the filter`, attributes: { type: 'button' }, onClick: () => this.events.onFilter('') });
    this.empty.replaceChildren(...(prompts === 0
      ? [partial ? t`No prompt has been read yet.` : t`The log has no prompts.`]
      : [searching ? t`Nothing found so far.` : t`None of ${formatCount(prompts, 'prompt')} passes this filter.`, ' ', clear]));
  }

  private choose(choice: Choice): boolean {
    const next = chosenAfter(choice, this.chosen, (row) => this.source.rows[this.order[row]!]!.id, this.order.length);
    if (next === null) return false;
    this.events.onChoose(next);
    return true;
  }

  private copied(): string {
    const active = this.activePrompt();
    const ids = Array.from(this.order, (prompt) => this.source.rows[prompt]!.id).filter((id) => this.chosen.has(id));
    return ids.length > 0 ? ids.join('\n') : active === null ? '' : this.source.rows[active]!.id;
  }

  private onSeen(inSight: boolean): void {
    if (inSight && !this.inSight) this.fill();
    this.inSight = inSight;
  }

  private readFilter(filter: string, report: Report): void {
    // Until a text is looked for, every prompt may hold it.
    const parsed = parseFilter(filter, report.promptTable, (text, { id }) => this.searches.get(text)?.ids.has(id) ?? true, this.chosen);
    this.read = filter;
    this.matches = parsed.matches;
    this.relative = parsed.relative;
    this.byChoice = parsed.byChoice;
    this.texts = parsed.texts;
    setText(this.problem, parsed.ok ? '' : parsed.message);
    this.field.root.classList.toggle('bad', !parsed.ok);
  }
}
