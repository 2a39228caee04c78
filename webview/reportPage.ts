import type { Report } from '../src/core/reportShape';
import type { SavedChart } from '../src/protocol/exporting';
import { AnswerHeader } from './answer/answerHeader';
import { ChartSection } from './charts/chartSection';
import { KControls } from './controls/kControls';
import { element } from './element';
import { PromptsSection } from './prompts/promptsSection';
import type { Deed } from './state/perform';
import { parametersOf, type ViewState } from './state/viewState';
import { t } from '../src/texts/t';

export interface PageEvents {
  readonly openPrompt: (prompt: number, byKeyboard: boolean) => void;
  /** Flags, or with null takes the flags of, the prompts that are chosen in the table. */
  readonly flagChosen: (flag: string | null, note: string) => void;
  /** Shows the next place, or the one before, where a text of the filter was found. */
  readonly goToHit: (step: 1 | -1) => void;
}

/** The report: answer, k, charts, prompts. It scrolls by itself, beside the open prompt. */
export class ReportPage {
  readonly root = element('main', { class: 'page' });
  readonly prompts: PromptsSection;
  private readonly answer: AnswerHeader;
  private readonly controls: KControls;
  private readonly charts: ChartSection;
  private drawn: Report | null = null;

  constructor(act: (deed: Deed) => void, { openPrompt, flagChosen, goToHit }: PageEvents) {
    this.answer = new AnswerHeader({
      onFormat: () => act({ type: 'chooseFormat' }),
      onCompare: () => act({ type: 'setComparing', comparing: true }),
      onRun: (run) => act({ type: 'chooseRun', run }),
      onSource: (file, line) => act({ type: 'openSource', file, line }),
      onProblems: () => act({ type: 'carryOut', deed: { type: 'showProblems' } }),
      onUnfolded: (id, on) => act({ type: 'setShown', how: 'unfolded', id, on }),
      onChart: (chart) => this.charts.cards.get(chart)?.reveal(),
      onK: (k) => act({ type: 'setK', k }),
      onFilter: (filter) => {
        act({ type: 'setFilter', filter });
        this.prompts.showFilter();
      },
    });
    this.controls = new KControls({
      onK: (k) => act({ type: 'setK', k }),
      onShowFiltered: () => this.prompts.showFilter(),
      onClearFilter: () => act({ type: 'setFilter', filter: '' }),
      onThresholds: (hardBelow, easyAbove) => act({ type: 'setThresholds', hardBelow, easyAbove }),
    });
    this.charts = new ChartSection(act, {
      onPrompt: (prompt) => openPrompt(prompt, false),
      onPair: (first, second) => {
        openPrompt(first, false);
        act({ type: 'openBoth', first, second });
      },
    }, this.root);
    this.prompts = new PromptsSection({
      onOpen: openPrompt,
      onSort: (sort) => act({ type: 'setSort', sort }),
      onFilter: (filter) => act({ type: 'setFilter', filter }),
      onScroll: (table) => act({ type: 'scrolled', scroll: { table } }),
      onChoose: (ids) => act({ type: 'choose', ids }),
      onFlagChosen: (flag, note) => flagChosen(flag, note),
      onColumns: (columns) => act({ type: 'prefer', preferences: { columns } }),
      onStopSearch: () => act({ type: 'stopSearch' }),
      onHit: (step) => goToHit(step),
    });
    this.root.append(
      this.answer.root, this.controls.root,
      element('h2', { class: 'unseen', text: t`Charts`, attributes: { id: 'charts-title' } }),
      this.charts.root,
      this.prompts.root,
    );
    this.root.addEventListener('scroll', () => {
      const { scrollTop, scrollHeight, clientHeight } = this.root;
      act({ type: 'scrolled', scroll: { page: scrollTop, below: scrollHeight - clientHeight - scrollTop } });
    }, { passive: true });
  }

  show(state: ViewState, report: Report, stops: readonly number[]): void {
    const { run } = state;
    if (run === null) return;
    if (report !== this.drawn) {
      this.drawn = report;
      this.answer.show(run, report);
      this.answer.unfold(state.saved.unfolded);
      this.controls.show(parametersOf(run, state.saved), report.prompts.samplesPerPrompt.max, stops);
    }
    this.charts.show(state, report);
    this.prompts.show(state, report);
    this.controls.showFilter(state.saved.filter, this.prompts.shown.length, report.promptTable.length);
  }

  /** Where on the screen the k bar ends that lies over what is scrolled under it. */
  get barEnd(): number {
    return this.controls.root.getBoundingClientRect().bottom;
  }

  /** The part of the page that has the focus, else the first that is in sight. */
  sectionInUse(): HTMLElement | null {
    const parts = [...[...this.charts.cards.values()].map((card) => card.root).filter((card) => !card.hidden), this.prompts.root, this.answer.root];
    const focused = document.activeElement;
    return parts.find((part) => part.contains(focused)) ?? parts.find((part) => part.getBoundingClientRect().bottom > 120) ?? null;
  }

  /** The charts on the page, to be saved with the report; one that waits for an answer is left out. */
  async savedCharts(): Promise<SavedChart[]> {
    const charts: SavedChart[] = [];
    this.charts.showAll();
    for (const card of this.charts.cards.values()) {
      const chart = await card.saved();
      if (chart !== null) charts.push(chart);
    }
    return charts;
  }

  /** Puts a section between the charts and the prompts, and a button into the head of the table. */
  insert(section: HTMLElement, action: HTMLElement): void {
    this.prompts.root.before(section);
    this.prompts.root.querySelector('header')?.append(action);
  }

  /** After a change of theme. */
  repaint(): void {
    this.charts.repaint();
  }
}
