import { element } from '../element';
import type { AnalysisKind } from '../state/answers';
import type { Deed } from '../state/perform';
import type { ViewState } from '../state/viewState';
import type { Report } from '../../src/core/reportShape';
import { agreementPanel } from './agreementPanel';
import { ChartCard, type CardEvents } from './chartCard';
import type { ChartInput } from './chartInput';
import { CHOSEN } from '../prompts/chosenTerm';
import { chartWants } from './chartWants';
import { concentrationCurve } from './concentrationCurve';
import { innerProductCurve } from './innerProductCurve';
import type { LaterChartId } from './laterCharts';
import { passAtKCurve } from './passAtKCurve';
import { passRateHistogram } from './passRateHistogram';
import { passRateScatter } from './passRateScatter';
import type { ChartId, Picture } from './picture';
import { waitingPicture } from './waitingPicture';
import { weightedAgreementPanel } from './weightedAgreementPanel';
import { weightPanel } from './weightPanel';
import { t } from '../../src/texts/t';

interface Maker {
  readonly id: ChartId;
  /** Absent: it is among those that are loaded on first use. */
  readonly picture?: (input: ChartInput) => Picture;
  /** The question whose answer it draws. */
  readonly asks?: AnalysisKind;
  /** What a log must hold for it. Where gradients are missing the first chart says so for all. */
  readonly needs?: 'agreement' | 'vectors' | 'categories' | 'lengths';
}

/** The charts in their order on the page. */
const makers: readonly Maker[] = [
  { id: 'agreement', picture: ({ report }) => agreementPanel(report) },
  { id: 'weights', picture: ({ report }) => weightPanel(report) },
  { id: 'weightedAgreement', picture: ({ report }) => weightedAgreementPanel(report), needs: 'agreement' },
  { id: 'scatter', picture: ({ report }) => passRateScatter(report), needs: 'agreement' },
  { id: 'passAtK', picture: ({ report, answers }) => passAtKCurve(report, answers), asks: 'metrics' },
  { id: 'innerProduct', picture: ({ report, answers }) => innerProductCurve(report, answers), asks: 'onset', needs: 'agreement' },
  { id: 'kernel', asks: 'kernel', needs: 'vectors' },
  { id: 'plane', asks: 'plane' },
  { id: 'concentration', picture: ({ report }) => concentrationCurve(report) },
  { id: 'passRates', picture: ({ report }) => passRateHistogram(report) },
  { id: 'cost' },
  { id: 'categories', needs: 'categories' },
  { id: 'lengths', needs: 'lengths' },
];

/** How long k must rest before what is out of sight follows it, and what only the worker knows is asked for. */
const restMs = 250;

/** All charts of a run, each in its card. What is in sight asks for what it needs; the rest waits. */
export class ChartSection {
  readonly root = element('section', { class: 'cards', attributes: { 'aria-labelledby': 'charts-title' } });
  readonly cards: ReadonlyMap<ChartId, ChartCard>;
  private readonly kept = new Map<ChartId, { readonly from: readonly unknown[]; readonly picture: Picture }>();
  private later: Readonly<Record<LaterChartId, (input: ChartInput) => Picture>> | null = null;
  private loading = false;
  private loadFailed = false;
  private last: readonly [ViewState, Report] | null = null;
  private resting = 0;

  constructor(private readonly act: (deed: Deed) => void, events: Pick<CardEvents, 'onPrompt' | 'onPair'>, page: HTMLElement) {
    const all: CardEvents = {
      ...events,
      onK: (k) => act({ type: 'setK', k }),
      onFilter: (filter) => act({ type: 'setFilter', filter }),
      onChoose: (prompts) => {
        act({ type: 'choose', ids: prompts.flatMap((prompt) => this.last?.[1].promptTable[prompt]?.id ?? []) });
        act({ type: 'setFilter', filter: CHOSEN });
      },
      onAsTable: (chart, on) => act({ type: 'setShown', how: 'asTable', id: chart, on }),
      onWide: (chart, on) => act({ type: 'setShown', how: 'wide', id: chart, on }),
      onSight: (chart, sight) => act({ type: 'setSight', chart, sight }),
      onChoice: (chart, choice) => act({ type: 'setChoice', chart, choice }),
      onSeen: (chart) => this.seen(chart),
    };
    this.cards = new Map(makers.map(({ id }) => [id, new ChartCard(id, all, page)]));
    this.root.append(...[...this.cards.values()].map((card) => card.root));
  }

  /** Draws what is in sight at once, the rest when k has come to rest. */
  show(state: ViewState, report: Report): void {
    this.last = [state, report];
    for (const maker of makers) this.showCard(maker, state, report, false);
    this.paintSeen();
    this.wantSoon();
  }

  /** Draws them all, to be saved. */
  showAll(): void {
    if (this.last === null) return;
    for (const maker of makers) this.showCard(maker, ...this.last, true);
    this.paintSeen();
  }

  private paintSeen(): void {
    for (const card of this.cards.values()) card.paintSeen();
  }

  private showCard(maker: Maker, state: ViewState, report: Report, unseen: boolean): void {
    const { run, saved, answers } = state;
    const { id, needs } = maker;
    const card = this.cards.get(id);
    if (card === undefined || run === null) return;
    // Gradients come last: while a log is being read, nobody can say that it has none.
    const isToCome = run.partial && (id === 'agreement' || id === 'plane') && report.conflict === null;
    card.root.hidden = isToCome || (needs !== undefined && !holds(report, needs));
    if (card.root.hidden || (!card.inSight && !unseen && this.kept.has(id))) return;
    const picture = this.picture(maker, { run, report, answers, choice: saved.choices[id] ?? null });
    card.describe(picture, { asTable: saved.asTable.includes(id), wide: saved.wide.includes(id), sight: saved.sights[id] ?? null }, state.open?.prompt ?? null);
  }

  /** After a change of theme. */
  repaint(): void {
    for (const card of this.cards.values()) card.repaint();
  }

  private seen(chart: ChartId): void {
    const maker = makers.find(({ id }) => id === chart);
    if (this.last !== null && maker !== undefined) this.showCard(maker, ...this.last, true);
    this.wantSoon();
  }

  private picture(maker: Maker, input: ChartInput): Picture {
    const { id, asks } = maker;
    const from = [input.run, input.report, asks === undefined ? null : input.answers.get(asks), input.choice, this.later, this.loadFailed];
    const kept = this.kept.get(id);
    if (kept !== undefined && from.every((part, at) => part === kept.from[at])) return kept.picture;
    const make = maker.picture ?? this.later?.[id as LaterChartId];
    const picture = make === undefined ? waitingPicture(id, this.loadFailed ? t`This chart could not be loaded. Close the report and open it again.` : t`Loading…`) : make(input);
    this.kept.set(id, { from, picture });
    return picture;
  }

  private wantSoon(): void {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.want(), restMs);
  }

  /** Asks for what the charts in sight need; what is known or under way is not asked again. */
  private want(): void {
    if (this.last === null) return;
    this.showAll();
    const [state, report] = this.last;
    for (const { id, picture } of makers) {
      const card = this.cards.get(id);
      if (card === undefined || !card.inSight || card.root.hidden) continue;
      if (picture === undefined) this.load();
      const analysis = state.run === null ? null : chartWants(id, state.run, report);
      if (analysis !== null) this.act({ type: 'analyse', analysis });
    }
  }

  private load(): void {
    if (this.loading) return;
    this.loading = true;
    import('./laterCharts').then(({ laterCharts }) => (this.later = laterCharts), () => (this.loadFailed = true)).finally(() => {
      this.showAll();
    });
  }
}

function holds({ conflict, gradients, categories, lengths }: Report, what: NonNullable<Maker['needs']>): boolean {
  switch (what) {
    case 'agreement':
      return conflict !== null;
    case 'vectors':
      return gradients.dimension !== null;
    case 'categories':
      return (categories?.rows.length ?? 0) > 0;
    case 'lengths':
      return lengths !== undefined;
  }
}
