import { element, setText } from '../element';

export interface GridColumn {
  readonly title: string;
  readonly numeric: boolean;
  /** In CSS pixels; the last column takes what is left over. */
  readonly width: number;
  /** Tooltip of the header. */
  readonly meaning?: string;
}

export interface GridContent {
  readonly count: number;
  readonly cell: (row: number, column: number) => string;
  /** Class names of a cell, "" for none. */
  readonly tone?: (row: number, column: number) => string;
  /** The open row; null when none is. */
  readonly selected: number | null;
  readonly sort?: { readonly column: number; readonly descending: boolean };
}

export interface GridEvents {
  readonly onOpen: (row: number, byKeyboard: boolean) => void;
  /** Absent: the columns cannot be sorted. */
  readonly onSort?: (column: number) => void;
  readonly onScroll?: (top: number) => void;
}

export const rowHeight = 22;
const spareRows = 6;
let grids = 0;

/**
 * A table of any length: only the rows in sight are in the document. One tab stop; arrows, Page, Home and End move the
 * active row, Enter opens it; the header's buttons sort.
 */
export class VirtualGrid {
  readonly root: HTMLElement;
  private readonly body = element('div', { class: 'grid-body', attributes: { role: 'rowgroup' } });
  private readonly headers: HTMLElement[] = [];
  private readonly pool: HTMLElement[] = [];
  private readonly name = `grid${grids++}`;
  private readonly resized = new ResizeObserver(() => this.fill());
  private content: GridContent = { count: 0, cell: () => '', selected: null };
  private active = 0;

  constructor(label: string, private readonly columns: readonly GridColumn[], private readonly events: GridEvents) {
    const heads = columns.map((column, at) => this.header(column, at));
    const head = element('div', { class: 'grid-row grid-head', attributes: { role: 'row', 'aria-rowindex': '1' } }, ...heads);
    this.root = element('div', { class: 'grid', attributes: { role: 'grid', tabindex: '0', 'aria-label': label, 'aria-colcount': String(columns.length) } },
      element('div', { class: 'grid-top', attributes: { role: 'rowgroup' } }, head), this.body);
    this.root.style.setProperty('--grid-columns', columns.map((column, at) => (at === columns.length - 1 ? `minmax(${column.width}px, 1fr)` : `${column.width}px`)).join(' '));
    this.root.style.setProperty('--grid-width', `${columns.reduce((sum, column) => sum + column.width, 0)}px`);
    this.root.addEventListener('keydown', (event) => this.onKey(event));
    this.root.addEventListener('scroll', () => {
      this.fill();
      events.onScroll?.(this.root.scrollTop);
    }, { passive: true });
    this.body.addEventListener('click', (event) => this.onClick(event));
    this.resized.observe(this.root);
  }

  show(content: GridContent): void {
    if (content.selected !== null && content.selected !== this.content.selected) this.active = content.selected;
    this.content = content;
    this.active = Math.max(0, Math.min(this.active, content.count - 1));
    this.root.setAttribute('aria-rowcount', String(content.count + 1));
    this.root.style.setProperty('--grid-height', `${(content.count + 1) * rowHeight + 16}px`);
    this.body.style.setProperty('height', `${content.count * rowHeight}px`);
    for (const [at, header] of this.headers.entries()) {
      const sorted = content.sort?.column === at;
      const direction = content.sort?.descending === true ? 'descending' : 'ascending';
      header.classList.toggle('sorted', sorted);
      if (this.events.onSort !== undefined) header.setAttribute('aria-sort', sorted ? direction : 'none');
    }
    this.fill();
  }

  /** The row that Enter would open; null when there is none. */
  activeRow(): number | null {
    return this.content.count === 0 ? null : this.active;
  }

  scrollTo(top: number): void {
    if (this.root.scrollTop === top) return;
    this.root.scrollTop = top;
    this.fill();
  }

  /** Brings a row into sight with as little movement as possible. */
  reveal(row: number): void {
    const sight = this.root.clientHeight - rowHeight;
    const top = row * rowHeight;
    if (top < this.root.scrollTop) this.scrollTo(top);
    else if (top + rowHeight > this.root.scrollTop + sight) this.scrollTo(top + rowHeight - sight);
  }

  dispose(): void {
    this.resized.disconnect();
    this.root.remove();
  }

  private header(column: GridColumn, at: number): HTMLElement {
    const { onSort } = this.events;
    const content = onSort === undefined
      ? element('span', { text: column.title })
      : element('button', { text: column.title, attributes: { type: 'button', tabindex: at === 0 ? '0' : '-1' }, onClick: () => onSort(at) });
    const header = element('div', { class: column.numeric ? 'grid-cell numeric' : 'grid-cell', attributes: { role: 'columnheader', 'aria-colindex': String(at + 1) } }, content);
    if (column.meaning !== undefined) header.title = column.meaning;
    this.headers.push(header);
    return header;
  }

  private row(place: number): HTMLElement {
    const known = this.pool[place];
    if (known !== undefined) return known;
    const cells = this.columns.map((column, at) =>
      element('div', { class: column.numeric ? 'grid-cell numeric' : 'grid-cell', attributes: { role: 'gridcell', 'aria-colindex': String(at + 1) } }));
    const made = element('div', { class: 'grid-row', attributes: { role: 'row' } }, ...cells);
    this.pool.push(made);
    this.body.append(made);
    return made;
  }

  private fill(): void {
    const { content, pool, root } = this;
    const first = Math.max(0, Math.floor(root.scrollTop / rowHeight) - spareRows);
    const last = Math.min(content.count, Math.ceil((root.scrollTop + root.clientHeight) / rowHeight) + spareRows);
    for (let row = first; row < last; row++) this.fillRow(this.row(row - first), row);
    for (let place = Math.max(0, last - first); place < pool.length; place++) pool[place]!.hidden = true;
    if (this.active >= first && this.active < last) root.setAttribute('aria-activedescendant', this.rowId(this.active));
    else root.removeAttribute('aria-activedescendant');
  }

  private fillRow(node: HTMLElement, row: number): void {
    const { content } = this;
    node.hidden = false;
    node.id = this.rowId(row);
    node.dataset['row'] = String(row);
    node.style.setProperty('transform', `translateY(${row * rowHeight}px)`);
    node.setAttribute('aria-rowindex', String(row + 2));
    node.setAttribute('aria-selected', String(row === content.selected));
    node.classList.toggle('active', row === this.active);
    for (let column = 0; column < this.columns.length; column++) {
      const cell = node.children[column] as HTMLElement;
      // A cell shows one line; what is longer than any cell is cut here and whole where the row opens.
      const text = content.cell(row, column);
      setText(cell, text.length > 200 ? `${text.slice(0, 200)}…` : text);
      if (content.tone !== undefined) cell.className = `grid-cell${this.columns[column]!.numeric ? ' numeric' : ''} ${content.tone(row, column)}`;
    }
  }

  private rowId(row: number): string {
    return `${this.name}-row${row}`;
  }

  private onClick(event: MouseEvent): void {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined;
    if (row === undefined) return;
    this.active = Number(row);
    this.fill();
    this.events.onOpen(this.active, false);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target !== this.root) return this.onHeaderKey(event);
    const page = Math.max(1, Math.floor(this.root.clientHeight / rowHeight) - 2);
    const last = this.content.count - 1;
    const moves = new Map([['ArrowDown', 1], ['ArrowUp', -1], ['PageDown', page], ['PageUp', -page], ['Home', -last], ['End', last]]);
    const move = moves.get(event.key);
    if (move !== undefined && last >= 0) {
      this.active = Math.max(0, Math.min(last, this.active + move));
      this.reveal(this.active);
      this.fill();
    } else if (event.key === 'Enter' && last >= 0) this.events.onOpen(this.active, true);
    else return;
    event.preventDefault();
  }

  /** The header is one tab stop: left and right go from button to button. */
  private onHeaderKey(event: KeyboardEvent): void {
    const buttons = this.headers.map((header) => header.firstElementChild as HTMLElement);
    const at = buttons.findIndex((candidate) => candidate === event.target);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = buttons[at + step];
    if (at < 0 || step === 0 || next === undefined) return;
    for (const candidate of buttons) candidate.tabIndex = candidate === next ? 0 : -1;
    next.focus();
    event.preventDefault();
  }
}
