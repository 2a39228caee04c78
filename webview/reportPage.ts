import type { Report } from '../src/core/reportShape';
import { AnswerHeader } from './answer/answerHeader';
import { agreementPanel } from './charts/agreementPanel';
import { ChartCard } from './charts/chartCard';
import { concentrationCurve } from './charts/concentrationCurve';
import { innerProductCurve } from './charts/innerProductCurve';
import { passAtKCurve } from './charts/passAtKCurve';
import { passRateHistogram } from './charts/passRateHistogram';
import { passRateScatter } from './charts/passRateScatter';
import type { ChartId, Picture } from './charts/picture';
import { weightedAgreementPanel } from './charts/weightedAgreementPanel';
import { weightPanel } from './charts/weightPanel';
import { KControls } from './controls/kControls';
import { element } from './element';
import { PromptsSection } from './prompts/promptsSection';
import type { Deed } from './state/perform';
import { parametersOf, type ViewState } from './state/viewState';

/** The charts in their order on the page. */
const charts: readonly (readonly [ChartId, (report: Report) => Picture])[] = [
  ['agreement', agreementPanel],
  ['weights', weightPanel],
  ['weightedAgreement', weightedAgreementPanel],
  ['scatter', passRateScatter],
  ['passAtK', passAtKCurve],
  ['innerProduct', innerProductCurve],
  ['concentration', concentrationCurve],
  ['passRates', passRateHistogram],
];

const needGradients: ReadonlySet<ChartId> = new Set<ChartId>(['weightedAgreement', 'scatter', 'innerProduct']);

/** The report: answer, k, charts, prompts. It scrolls by itself, beside the open prompt. */
export class ReportPage {
  readonly root = element('main', { class: 'page' });
  readonly prompts: PromptsSection;
  private readonly answer: AnswerHeader;
  private readonly controls: KControls;
  private readonly cards: readonly (readonly [(report: Report) => Picture, ChartId, ChartCard])[];
  private drawn: Report | null = null;
  private pictures = new Map<ChartId, Picture>();

  constructor(act: (deed: Deed) => void, openPrompt: (prompt: number, byKeyboard: boolean) => void) {
    this.answer = new AnswerHeader({
      onFormat: () => act({ type: 'chooseFormat' }),
      onRun: (run) => act({ type: 'chooseRun', run }),
      onSource: (file, line) => act({ type: 'openSource', file, line }),
      onUnfolded: (id, on) => act({ type: 'setShown', how: 'unfolded', id, on }),
      onChart: (chart) => this.cards.find(([, id]) => id === chart)?.[2].reveal(),
    });
    this.controls = new KControls({
      onK: (k) => act({ type: 'setK', k }),
      onShowFiltered: () => this.prompts.showFilter(),
      onClearFilter: () => act({ type: 'setFilter', filter: '' }),
      onThresholds: (hardBelow, easyAbove) => act({ type: 'setThresholds', hardBelow, easyAbove }),
    });
    this.cards = charts.map(([id, picture]) => [picture, id, new ChartCard(id, {
      onPrompt: (prompt) => openPrompt(prompt, false),
      onK: (k) => act({ type: 'setK', k }),
      onFilter: (filter) => act({ type: 'setFilter', filter }),
      onAsTable: (chart, on) => act({ type: 'setShown', how: 'asTable', id: chart, on }),
      onWide: (chart, on) => act({ type: 'setShown', how: 'wide', id: chart, on }),
    })]);
    this.prompts = new PromptsSection({
      onOpen: openPrompt,
      onSort: (sort) => act({ type: 'setSort', sort }),
      onFilter: (filter) => act({ type: 'setFilter', filter }),
      onScroll: (table) => act({ type: 'scrolled', scroll: { table } }),
    });
    this.root.append(
      this.answer.root, this.controls.root,
      element('h2', { class: 'unseen', text: 'Charts', attributes: { id: 'charts-title' } }),
      element('section', { class: 'cards', attributes: { 'aria-labelledby': 'charts-title' } }, ...this.cards.map(([, , card]) => card.root)),
      this.prompts.root,
    );
    this.root.addEventListener('scroll', () => act({ type: 'scrolled', scroll: { page: this.root.scrollTop } }), { passive: true });
  }

  show(state: ViewState, report: Report, stops: readonly number[]): void {
    const { run } = state;
    if (run === null) return;
    if (report !== this.drawn) {
      this.drawn = report;
      this.pictures = new Map(charts.map(([id, picture]) => [id, picture(report)]));
      this.answer.show(run, report);
      this.answer.unfold(state.saved.unfolded);
      this.controls.show(parametersOf(run, state.saved), report, stops);
    }
    const open = state.open?.prompt ?? null;
    for (const [, id, card] of this.cards) {
      const picture = this.pictures.get(id);
      // Without gradients one card says so for all that need them.
      card.root.hidden = report.conflict === null && needGradients.has(id);
      if (picture !== undefined) card.draw(picture, { asTable: state.saved.asTable.includes(id), wide: state.saved.wide.includes(id) }, open);
    }
    this.prompts.show(report, state.saved.sort, state.saved.filter, open);
    this.controls.showFilter(state.saved.filter, this.prompts.shownCount(), report.promptTable.length);
  }

  /** The part of the page that has the focus, else the first that is in sight. */
  sectionInUse(): HTMLElement | null {
    const parts = [...this.cards.map(([, , card]) => card.root), this.prompts.root, this.answer.root];
    const focused = document.activeElement;
    return parts.find((part) => part.contains(focused)) ?? parts.find((part) => part.getBoundingClientRect().bottom > 120) ?? null;
  }

  /** After a change of theme. */
  repaint(): void {
    for (const [, , card] of this.cards) card.repaint();
  }
}
