import type { PromptMovement } from '../../src/core/compare/comparisonShape';
import { element, setText } from '../element';
import { VirtualGrid, type GridColumn } from '../grid/virtualGrid';
import { formatCount } from '../numbers/formatCount';
import { formatNumber } from '../numbers/formatNumber';
import { formatRate } from '../numbers/formatRate';
import { signedInterval, signedRate } from './signedNumber';
import { t } from '../../src/texts/t';

interface Column extends GridColumn {
  readonly text: (row: PromptMovement) => string;
  readonly key: (row: PromptMovement) => number | string | null;
}

const columns: readonly Column[] = [
  { title: t`Prompt`, numeric: false, width: 210, text: ({ id }) => id, key: ({ id }) => id },
  { title: t`Before`, numeric: true, width: 112, text: ({ before }) => counted(before), key: ({ before }) => before.c / before.n },
  { title: t`After`, numeric: true, width: 112, text: ({ after }) => counted(after), key: ({ after }) => after.c / after.n },
  { title: t`Change`, numeric: true, width: 72, text: ({ change }) => signedRate(change), key: ({ change }) => change },
  { title: t`95% CI`, numeric: true, width: 142, text: ({ ci }) => signedInterval(ci), key: ({ ci }) => ci[0] },
  { title: t`Adjusted p`, numeric: true, width: 88, text: ({ adjustedP }) => (adjustedP < 0.001 ? '<0.001' : adjustedP.toFixed(3)), key: ({ adjustedP }) => adjustedP, meaning: t`Fisher's exact test, adjusted over the prompts (Benjamini and Hochberg)` },
  { title: t`Moved`, numeric: false, width: 84, text: ({ sign }) => ({ rose: t`▲ rose`, fell: t`▼ fell`, unclear: t`unclear` })[sign], key: ({ sign }) => sign },
  { title: t`Weight`, numeric: true, width: 132, text: ({ weight }) => arrow(weight), key: ({ weight }) => weight.after },
  { title: t`Agreement`, numeric: true, width: 170, text: ({ agreement }) => arrow(agreement), key: ({ agreement }) => agreement.after },
];

const shownChoices = [['all', t`all prompts`], ['moved', t`clearly moved`], ['rose', t`rose`], ['fell', t`fell`], ['unclear', t`not clearly`], ['framed', t`framed in a chart`]] as const;
type Shown = (typeof shownChoices)[number][0];

/** All prompts of a comparison: who moved, sorted by any column, some of them by their movement or a part of their id. */
export class MoverTable {
  readonly root = element('section', { class: 'prompts', attributes: { 'aria-labelledby': 'movers-title' } });
  private readonly count = element('span', { class: 'count', attributes: { role: 'status' } });
  private readonly choice = element('select', { class: 'choice', attributes: { 'aria-label': t`Which prompts are shown` } });
  private readonly search = element('input', { class: 'choice', attributes: { type: 'search', placeholder: t`Part of an id`, 'aria-label': t`Part of a prompt id` } });
  private readonly grid: VirtualGrid;
  private table: readonly PromptMovement[] = [];
  private shown: readonly number[] = [];
  private sort = { column: 5, descending: false };
  private selected: string | null = null;
  /** Ids of the prompts that a frame in a chart was drawn around. */
  private framed: ReadonlySet<string> = new Set();

  constructor(onOpen: (id: string) => void) {
    this.choice.append(...shownChoices.map(([value, name]) => element('option', { text: name, attributes: { value } })));
    for (const field of [this.choice, this.search]) field.addEventListener('input', () => this.arrange());
    this.grid = new VirtualGrid(t`Prompts of both`, columns, {
      onOpen: (row) => onOpen(this.table[this.shown[row]].id),
      onSort: (column) => {
        this.sort = { column, descending: this.sort.column === column ? !this.sort.descending : columns[column].numeric && column !== 5 };
        this.arrange();
      },
    });
    this.root.append(element('div', { class: 'prompts-head mover-head' }, element('h2', { text: t`Prompts`, attributes: { id: 'movers-title' } }), this.choice, this.search, this.count), this.grid.root);
  }

  show(table: readonly PromptMovement[], selected: string | null): void {
    if (table === this.table && selected === this.selected) return;
    this.table = table;
    this.selected = selected;
    this.arrange();
  }

  /** Shows the prompts that were framed in a chart, by their rows, and no others. */
  pick(rows: readonly number[]): void {
    this.framed = new Set(rows.flatMap((row) => this.table.at(row)?.id ?? []));
    this.choice.value = 'framed';
    this.arrange();
  }

  /** The id after, or before, the open one in the order shown; the first where none is open; null at the end. */
  neighbour(step: 1 | -1): string | null {
    const at = this.shown.findIndex((row) => this.table[row].id === this.selected);
    const next = this.shown[at < 0 ? 0 : at + step];
    return next === undefined ? null : this.table[next].id;
  }

  focus(): void {
    this.grid.root.focus({ preventScroll: true });
  }

  private arrange(): void {
    const { key } = columns[this.sort.column];
    const keys = this.table.map(key);
    this.shown = moversShown(this.table, this.choice.value as Shown, this.search.value, this.framed);
    const turn = this.sort.descending ? -1 : 1;
    this.shown = [...this.shown].sort((a, b) => compareKeys(keys[a], keys[b], turn) || a - b);
    setText(this.count, this.shown.length === this.table.length ? formatCount(this.table.length, 'prompt') : t`${formatCount(this.shown.length)} of ${formatCount(this.table.length, 'prompt')}`);
    const selected = this.shown.findIndex((row) => this.table[row].id === this.selected);
    this.grid.show({ count: this.shown.length, cell: (row, column) => columns[column].text(this.table[this.shown[row]]), selected: selected < 0 ? null : selected, sort: [this.sort] });
  }
}

/** Rows whose movement is wanted, or which are framed, and whose id holds a text. */
export function moversShown(table: readonly PromptMovement[], which: Shown, part: string, framed: ReadonlySet<string> = new Set()): number[] {
  const wanted = part.trim().toLowerCase();
  const rows: number[] = [];
  for (let row = 0; row < table.length; row++) {
    const { sign, id } = table[row];
    const fits = which === 'all' || sign === which || (which === 'moved' && sign !== 'unclear') || (which === 'framed' && framed.has(id));
    if (fits && (wanted === '' || id.toLowerCase().includes(wanted))) rows.push(row);
  }
  return rows;
}

/** Unknown ones stand last either way. */
function compareKeys(a: number | string | null, b: number | string | null, turn: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return turn * (a < b ? -1 : a > b ? 1 : 0);
}

function counted({ n, c }: PromptMovement['before']): string {
  return t`${c} of ${n}, ${formatRate(c / n)}`;
}

function arrow({ before, after }: PromptMovement['weight']): string {
  return before === null && after === null ? t`unknown` : `${formatNumber(before)} → ${formatNumber(after)}`;
}
