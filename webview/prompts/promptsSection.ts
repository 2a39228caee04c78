import type { PromptRow, Report } from '../../src/core/reportShape';
import { element, setText } from '../element';
import { VirtualGrid } from '../grid/virtualGrid';
import { formatCount } from '../numbers/formatCount';
import { textField } from '../toolkit';
import { parseFilter, type PromptTest } from '../../src/core/filter/parseFilter';
import { KeptOrder } from './promptOrder';
import { defaultSort, tableColumns, type Sort } from './tableColumns';

export interface PromptsEvents {
  readonly onOpen: (prompt: number, byKeyboard: boolean) => void;
  readonly onSort: (sort: readonly Sort[]) => void;
  readonly onFilter: (filter: string) => void;
  readonly onScroll: (top: number) => void;
}

const example = 'state:unsolved group:hard interference:negative flag:any weight>1 agreement<0 p<0.1 or part of an id';

/** The filter box and the table of prompts. */
export class PromptsSection {
  readonly root = element('section', { class: 'prompts', attributes: { 'aria-labelledby': 'prompts-title' } });
  private readonly field = textField('Filter prompts', { visibleLabel: false, placeholder: `Filter: ${example}` }, (text) => this.events.onFilter(text));
  private readonly count = element('span', { class: 'count', attributes: { role: 'status' } });
  private readonly problem = element('p', { class: 'problem', attributes: { role: 'alert' } });
  private readonly grid: VirtualGrid;
  private rows: readonly PromptRow[] = [];
  private sort: readonly Sort[] = [defaultSort];
  private readonly kept = new KeptOrder();
  private order: Int32Array = new Int32Array(0);
  private readonly seen = new IntersectionObserver((entries) => this.onSeen(entries.some((entry) => entry.isIntersecting)), { rootMargin: '100px' });
  private inSight = false;
  private open: number | null = null;
  private matches: PromptTest | null = null;
  private read = '';
  private relative = false;

  constructor(private readonly events: PromptsEvents) {
    this.grid = new VirtualGrid('Prompts', tableColumns, {
      onOpen: (row, byKeyboard) => events.onOpen(this.order[row]!, byKeyboard),
      onSort: (column) => {
        const { id, numeric } = tableColumns[column]!;
        const known = this.sort[0]?.column === id ? this.sort[0] : undefined;
        // A first press puts the hardest, or the heaviest, on top.
        const down = numeric && id !== 'passRate' && id !== 'passAtK' && id !== 'agreement' && id !== 'weightedAgreement' && id !== 'c';
        events.onSort([{ column: id, descending: known === undefined ? down : !known.descending }]);
      },
      onScroll: events.onScroll,
    });
    this.seen.observe(this.root);
    this.root.append(
      element('header', {}, element('h2', { text: 'Prompts', attributes: { id: 'prompts-title' } }), this.field, this.count),
      this.problem, this.grid.root,
    );
  }

  show(report: Report, sort: readonly Sort[], filter: string, open: number | null): void {
    const before = this.matches;
    const anew = this.relative && this.rows !== report.promptTable;
    if (filter !== this.read || this.matches === null || anew) this.readFilter(filter, report.promptTable);
    if (this.rows !== report.promptTable || this.sort !== sort || this.matches !== before) {
      this.order = this.kept.update(report.promptTable, this.matches, sort);
    }
    this.rows = report.promptTable;
    this.sort = sort;
    this.open = open;
    if (document.activeElement !== this.field && this.field.value !== filter) this.field.value = filter;
    setText(this.count, this.order.length === this.rows.length
      ? formatCount(this.rows.length, 'prompt')
      : `${formatCount(this.order.length)} of ${formatCount(this.rows.length, 'prompt')}`);
    if (this.inSight) this.fill();
  }

  private fill(): void {
    const { sort, open } = this;
    const selected = open === null ? -1 : this.order.indexOf(open);
    this.grid.show({
      count: this.order.length,
      cell: (row, column) => tableColumns[column]!.text(this.rows[this.order[row]!]!),
      tone: (row, column) => toneOf(this.rows[this.order[row]!]!, tableColumns[column]!.id),
      selected: selected < 0 ? null : selected,
      sort: { column: tableColumns.findIndex((column) => column.id === sort[0]?.column), descending: sort[0]?.descending === true },
    });
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

  shownCount(): number {
    return this.order.length;
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

  focusFilter(): void {
    this.fill();
    this.root.scrollIntoView({ block: 'nearest' });
    this.field.focus();
  }

  focusTable(): void {
    this.fill();
    this.grid.root.focus({ preventScroll: true });
  }

  private onSeen(inSight: boolean): void {
    if (inSight && !this.inSight) this.fill();
    this.inSight = inSight;
  }

  private readFilter(filter: string, rows: readonly PromptRow[]): void {
    const parsed = parseFilter(filter, rows);
    this.read = filter;
    this.relative = parsed.relative;
    this.matches = parsed.matches;
    setText(this.problem, parsed.ok ? '' : parsed.message);
    this.field.classList.toggle('bad', !parsed.ok);
  }
}

function toneOf(row: PromptRow, column: string): string {
  switch (column) {
    case 'group':
      return row.group === null ? 'tone-unknown' : `sign-${row.group}`;
    case 'interference':
      return `interference-${row.interference}`;
    case 'state':
      return row.state === null ? 'tone-unknown' : `state-${row.state}`;
    case 'agreement':
      return row.agreement === null ? 'tone-unknown' : '';
    case 'weightedAgreement':
      return row.weightedAgreement === null ? 'tone-unknown' : '';
    case 'flag':
      return row.flag === null ? '' : 'flagged';
    default:
      return '';
  }
}
