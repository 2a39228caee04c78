import type { ComparisonSnapshot } from '../../src/protocol/comparisonSnapshot';
import type { ViewAct } from '../../src/protocol/messages';
import { ChartCard, type CardEvents } from '../charts/chartCard';
import type { ChartId, Picture } from '../charts/picture';
import { KControls } from '../controls/kControls';
import { element } from '../element';
import { nextStop } from '../state/kStops';
import type { Deed } from '../state/perform';
import type { ViewState } from '../state/viewState';
import { agreementMoves } from './agreementMoves';
import { bothCurves } from './bothCurves';
import { bucketBars } from './bucketBars';
import { changeByK } from './changeByK';
import { coMovementField } from './coMovementField';
import { CompareCounts } from './compareCounts';
import { CompareHeader } from './compareHeader';
import type { CompareInput } from './compareInput';
import { flipScatter } from './flipScatter';
import { lostLines } from './lostLines';
import { MoverTable } from './moverTable';
import { PairPane } from './pairPane';
import { seriesCurves } from './seriesCurves';
import { slopeChart } from './slopeChart';
import { weightMoves } from './weightMoves';
import { t } from '../../src/texts/t';

type Maker = (input: CompareInput, snapshot: ComparisonSnapshot) => Picture;

/** The charts in their order on the page; those of a series only where there are three checkpoints or more. */
const makers: readonly (readonly [ChartId, Maker, 'series'?])[] = [
  ['series', seriesCurves],
  ['changeByK', changeByK],
  ['bothCurves', bothCurves],
  ['flips', flipScatter],
  ['slopes', slopeChart],
  ['buckets', bucketBars],
  ['weightMoves', weightMoves],
  ['agreementMoves', agreementMoves],
  ['lost', (input, { checkpoints }) => lostLines(input, checkpoints), 'series'],
  ['coMovement', coMovementField, 'series'],
];

/** Two checkpoints beside each other, or many one after the other: answer, k, charts, prompts. */
export class ComparePage {
  readonly root = element('main', { class: 'page compare' });
  readonly pane: PairPane;
  private readonly counts = new CompareCounts();
  private readonly header: CompareHeader;
  private readonly controls: KControls;
  private readonly cards: ReadonlyMap<ChartId, ChartCard>;
  private readonly table: MoverTable;
  private drawn: CompareInput | null = null;
  private pictures = new Map<ChartId, Picture>();
  private restored = false;
  private shown: { readonly state: ViewState; readonly snapshot: ComparisonSnapshot } | null = null;

  constructor(private readonly act: (deed: Deed) => void) {
    this.header = new CompareHeader({
      onCompared: (compared) => act({ type: 'setCompared', compared }),
      onBack: () => act({ type: 'setComparing', comparing: false }),
      onPrompt: (id) => this.open(id),
    });
    this.controls = new KControls({
      onK: (k) => act({ type: 'setK', k }),
      onThresholds: (hardBelow, easyAbove) => act({ type: 'setThresholds', hardBelow, easyAbove }),
      onShowFiltered: () => undefined,
      onClearFilter: () => undefined,
    });
    this.controls.showFilter('', 0, 0);
    const events: CardEvents = {
      onPrompt: (row) => {
        const id = this.drawn?.comparison.promptTable.at(row)?.id;
        if (id !== undefined) this.open(id);
      },
      onPair: () => undefined,
      onK: (k) => act({ type: 'setK', k }),
      onFilter: () => undefined,
      onChoose: (rows) => this.table.pick(rows),
      onAsTable: (id, on) => act({ type: 'setShown', how: 'asTable', id, on }),
      onWide: (id, on) => act({ type: 'setShown', how: 'wide', id, on }),
      onSight: (chart, sight) => act({ type: 'setSight', chart, sight }),
      onChoice: (chart, choice) => act({ type: 'setChoice', chart, choice }),
      onSeen: () => undefined,
    };
    this.cards = new Map(makers.map(([id]) => [id, new ChartCard(id, events, this.root)]));
    this.table = new MoverTable((id) => this.open(id));
    this.pane = new PairPane({
      onClose: () => {
        act({ type: 'openPair', id: null });
        requestAnimationFrame(() => this.table.focus());
      },
      onSample: (checkpoint, sample) => act({ type: 'selectInPair', checkpoint, sample }),
    });
    this.root.append(
      this.header.root, this.controls.root,
      element('h2', { class: 'unseen', text: t`Charts`, attributes: { id: 'compare-charts-title' } }),
      element('section', { class: 'cards', attributes: { 'aria-labelledby': 'compare-charts-title' } }, ...[...this.cards.values()].map((card) => card.root)),
      this.table.root,
    );
    this.root.addEventListener('scroll', () => act({ type: 'scrolled', scroll: { page: this.root.scrollTop } }), { passive: true });
  }

  /** @param inLog the checkpoints are runs of the log whose report is behind this page */
  show(state: ViewState, snapshot: ComparisonSnapshot, inLog: boolean): void {
    const { saved, pair } = state;
    this.shown = { state, snapshot };
    const input = this.counts.input(snapshot, saved);
    const { promptTable } = input.comparison;
    if (input !== this.drawn) {
      this.drawn = input;
      this.pictures = new Map(makers.map(([id, picture]) => [id, picture(input, snapshot)]));
      this.header.show(snapshot, saved, input, inLog);
      this.controls.show(this.counts.parameters(snapshot, saved), this.counts.most(snapshot), this.counts.stops(snapshot));
    }
    const open = pair === null ? -1 : promptTable.findIndex(({ id }) => id === pair.id);
    for (const [id, , of] of makers) {
      const card = this.cards.get(id);
      const picture = this.pictures.get(id);
      if (card === undefined || picture === undefined) continue;
      card.root.hidden = of === 'series' && snapshot.checkpoints.length < 3;
      card.describe(picture, { asTable: saved.asTable.includes(id), wide: saved.wide.includes(id), sight: saved.sights[id] ?? null }, open < 0 ? null : open);
    }
    for (const card of this.cards.values()) card.paintSeen();
    this.table.show(promptTable, pair?.id ?? null);
    this.pane.show(pair, snapshot, promptTable.at(open < 0 ? promptTable.length : open) ?? null);
    if (!this.restored) {
      this.restored = true;
      this.root.scrollTop = saved.scroll.page;
    }
  }

  /** After a change of theme. */
  repaint(): void {
    for (const card of this.cards.values()) card.repaint();
  }

  /** A command of the editor; true where it was for a comparison. */
  onAct(act: ViewAct): boolean {
    if (this.shown === null) return false;
    const { state, snapshot } = this.shown;
    if (act === 'moreK' || act === 'lessK') {
      const { k } = this.counts.parameters(snapshot, state.saved);
      this.act({ type: 'setK', k: nextStop(this.counts.stops(snapshot), k, act === 'moreK' ? 1 : -1) });
    } else if (act === 'closePrompt') this.act({ type: 'openPair', id: null });
    else if (act === 'nextPrompt' || act === 'previousPrompt') {
      const id = this.table.neighbour(act === 'nextPrompt' ? 1 : -1);
      if (id !== null) this.act({ type: 'openPair', id });
    } else return false;
    return true;
  }

  private open(id: string): void {
    this.act({ type: 'openPair', id });
    requestAnimationFrame(() => this.pane.focus());
  }
}
