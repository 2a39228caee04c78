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
  /** A picture in place of the text, which then names it; null: there is none in this column. */
  readonly picture?: (row: number, column: number) => Element | null;
  /** The open row; null when none is. */
  readonly selected: number | null;
  /** Whether a row is chosen, where rows can be. */
  readonly chosen?: (row: number) => boolean;
  /** The first decides. */
  readonly sort?: readonly { readonly column: number; readonly descending: boolean }[];
}

/** What is done to the rows that are chosen. */
export type Choice =
  | { readonly how: 'toggle'; readonly row: number }
  /** All between these two, both of them too, and nothing else. */
  | { readonly how: 'range'; readonly from: number; readonly to: number }
  | { readonly how: 'all' | 'none' };

export interface GridEvents {
  readonly onOpen: (row: number, byKeyboard: boolean) => void;
  /** Absent: the columns cannot be sorted. */
  readonly onSort?: (column: number, more: boolean) => void;
  /** Absent: rows cannot be chosen. Returns false where there was nothing to do. */
  readonly onChoose?: (choice: Choice) => boolean;
  /** What is copied when the table has the focus. */
  readonly onCopy?: () => string;
  readonly onScroll?: (top: number) => void;
}

export const rowHeight = 22;
const spareRows = 6;
let grids = 0;

/**
 * A table of any length: only the rows in sight are in the document. One tab stop; arrows, Page, Home and End move the
 * active row, Enter opens it; the header's buttons sort, with Shift by one column more. Where rows can be chosen: Ctrl or Shift
 * and a click, Space, Shift and an arrow, Ctrl+A, Escape.
 */
export class VirtualGrid {
  readonly root: HTMLElement;
  private readonly body = element('div', { class: 'grid-body', attributes: { role: 'rowgroup' } });
  private readonly head = element('div', { class: 'grid-row grid-head', attributes: { role: 'row', 'aria-rowindex': '1' } });
  private headers: HTMLElement[] = [];
  private pool: HTMLElement[] = [];
  private readonly name = `grid${grids++}`;
  private readonly resized = new ResizeObserver(() => this.fill());
  private content: GridContent = { count: 0, cell: () => '', selected: null };
  private active = 0;
  private anchor = 0;
  private extending = false;
  private columns: readonly GridColumn[] = [];

  constructor(label: string, columns: readonly GridColumn[], private readonly events: GridEvents) {
    this.root = element('div', { class: 'grid', attributes: { role: 'grid', tabindex: '0', 'aria-label': label } },
      element('div', { class: 'grid-top', attributes: { role: 'rowgroup' } }, this.head), this.body);
    if (events.onChoose !== undefined) this.root.setAttribute('aria-multiselectable', 'true');
    this.setColumns(columns);
    this.root.addEventListener('copy', (event) => this.onCopy(event));
    this.root.addEventListener('keydown', (event) => this.onKey(event));
    this.root.addEventListener('scroll', () => {
      this.fill();
      events.onScroll?.(this.root.scrollTop);
    }, { passive: true });
    this.body.addEventListener('click', (event) => this.onClick(event));
    this.resized.observe(this.root);
  }

  /** The content that is shown next is of these. */
  setColumns(columns: readonly GridColumn[]): void {
    this.columns = columns;
    this.headers = columns.map((column, at) => this.header(column, at));
    this.head.replaceChildren(...this.headers);
    this.pool = [];
    this.body.replaceChildren();
    this.content = { count: 0, cell: () => '', selected: null };
    this.root.setAttribute('aria-colcount', String(columns.length));
    this.root.style.setProperty('--grid-columns', columns.map((column, at) => (at === columns.length - 1 ? `minmax(${column.width}px, 1fr)` : `${column.width}px`)).join(' '));
    this.root.style.setProperty('--grid-width', `${columns.reduce((sum, column) => sum + column.width, 0)}px`);
  }

  show(content: GridContent): void {
    if (content.selected !== null && content.selected !== this.content.selected) this.active = content.selected;
    this.content = content;
    this.active = Math.max(0, Math.min(this.active, content.count - 1));
    this.root.setAttribute('aria-rowcount', String(content.count + 1));
    this.root.style.setProperty('--grid-height', `${(content.count + 1) * rowHeight + 16}px`);
    this.body.style.setProperty('height', `${content.count * rowHeight}px`);
    for (const at of this.headers.keys()) this.markSort(at);
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
      : element('button', { text: column.title, attributes: { type: 'button', tabindex: at === 0 ? '0' : '-1' }, onClick: (event) => onSort(at, event.shiftKey) });
    const header = element('div', { class: column.numeric ? 'grid-cell numeric' : 'grid-cell', attributes: { role: 'columnheader', 'aria-colindex': String(at + 1) } }, content);
    if (column.meaning !== undefined) header.title = column.meaning;
    return header;
  }

  private markSort(at: number): void {
    const header = this.headers[at]!;
    const sorts = this.content.sort ?? [];
    const place = sorts.findIndex(({ column }) => column === at);
    const direction = sorts[place]?.descending === true ? 'descending' : 'ascending';
    if (this.events.onSort === undefined) return;
    header.setAttribute('aria-sort', place < 0 ? 'none' : direction);
    const button = header.firstElementChild;
    // One that decides only what is alike before it says which it is.
    if (place < 0 || sorts.length === 1) button?.removeAttribute('data-place');
    else button?.setAttribute('data-place', String(place + 1));
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
    const open = row === content.selected;
    const chosen = content.chosen?.(row) ?? false;
    node.setAttribute('aria-selected', String(content.chosen === undefined ? open : chosen));
    if (open && content.chosen !== undefined) node.setAttribute('aria-current', 'true');
    else node.removeAttribute('aria-current');
    node.classList.toggle('open', open);
    node.classList.toggle('chosen', chosen);
    node.classList.toggle('active', row === this.active);
    for (let column = 0; column < this.columns.length; column++) {
      const cell = node.children[column] as HTMLElement;
      // A cell shows one line; what is longer than any cell is cut here and whole where the row opens.
      const text = content.cell(row, column);
      const picture = content.picture?.(row, column) ?? null;
      if (picture === null) {
        cell.removeAttribute('aria-label');
        setText(cell, text.length > 200 ? `${text.slice(0, 200)}…` : text);
      } else {
        cell.replaceChildren(picture);
        cell.setAttribute('aria-label', text);
      }
      if (content.tone !== undefined) cell.className = `grid-cell${this.columns[column]!.numeric ? ' numeric' : ''} ${content.tone(row, column)}`;
    }
  }

  private rowId(row: number): string {
    return `${this.name}-row${row}`;
  }

  private onClick(event: MouseEvent): void {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined;
    if (row === undefined) return;
    const { onChoose } = this.events;
    this.active = Number(row);
    if (onChoose !== undefined && event.shiftKey) onChoose({ how: 'range', from: this.anchor, to: this.active });
    else {
      this.anchor = this.active;
      this.extending = true;
      if (onChoose !== undefined && (event.ctrlKey || event.metaKey)) onChoose({ how: 'toggle', row: this.active });
      else this.events.onOpen(this.active, false);
    }
    this.fill();
  }

  private onCopy(event: ClipboardEvent): void {
    const { onCopy } = this.events;
    // Text that is marked with the mouse is copied as everywhere.
    if (onCopy === undefined || event.clipboardData === null || document.getSelection()?.isCollapsed === false) return;
    event.clipboardData.setData('text/plain', onCopy());
    event.preventDefault();
  }

  /** @returns false when the key does nothing here */
  private chooseByKey(event: KeyboardEvent): boolean {
    const { onChoose } = this.events;
    if (onChoose === undefined || this.content.count === 0) return false;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') return onChoose({ how: 'all' });
    if (event.ctrlKey || event.metaKey) return false;
    if (event.key === 'Escape') return onChoose({ how: 'none' });
    if (event.key !== ' ') return false;
    this.extending = true;
    if (event.shiftKey) return onChoose({ how: 'range', from: this.anchor, to: this.active });
    this.anchor = this.active;
    return onChoose({ how: 'toggle', row: this.active });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.altKey) return;
    if (event.target === this.root && this.chooseByKey(event)) return event.preventDefault();
    if (event.ctrlKey || event.metaKey) return;
    if (event.target !== this.root) return this.onHeaderKey(event);
    const page = Math.max(1, Math.floor(this.root.clientHeight / rowHeight) - 2);
    const last = this.content.count - 1;
    const moves = new Map([['ArrowDown', 1], ['ArrowUp', -1], ['PageDown', page], ['PageUp', -page], ['Home', -last], ['End', last]]);
    const move = moves.get(event.key);
    if (move !== undefined && last >= 0) {
      // A stretch begins where the first arrow with Shift was pressed, or at what was chosen before it.
      if (event.shiftKey && !this.extending) this.anchor = this.active;
      this.extending = event.shiftKey;
      this.active = Math.max(0, Math.min(last, this.active + move));
      if (event.shiftKey) this.events.onChoose?.({ how: 'range', from: this.anchor, to: this.active });
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
