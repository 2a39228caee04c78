import type { Report } from '../../src/core/reportShape';
import type { RunSnapshot } from '../../src/protocol/messages';
import type { ChartId } from '../charts/picture';
import { dropdown } from '../dropdown';
import { element, setText } from '../element';
import { formatCount } from '../numbers/formatCount';
import { formatShortId } from '../numbers/formatShortId';
import { startingK } from '../state/startingK';
import { button } from '../toolkit';
import { caveats, type Caveat } from './caveats';
import { factNode } from './factNode';
import { headline, type Headline } from './headline';
import { views, why } from './why';
import { keyFigures, runFacts, runLine } from './runFacts';
import { t } from '../../src/texts/t';

export interface AnswerEvents {
  readonly onRun: (run: string) => void;
  readonly onFormat: () => void;
  readonly onCompare: () => void;
  readonly onSource: (file: number, line: number) => void;
  /** Puts the lines that could not be read into the editor's Problems. */
  readonly onProblems: () => void;
  readonly onUnfolded: (section: string, unfolded: boolean) => void;
  readonly onChart: (chart: ChartId) => void;
  readonly onK: (k: number) => void;
  /** Shows the prompts of a caveat in the table. */
  readonly onFilter: (filter: string) => void;
}

/** A shape for each answer, so that colour is not needed to tell them apart. */
const signs: Readonly<Record<Headline['kind'], string>> = { conflict: '▼', 'no conflict': '▲', inconclusive: '≈', unknown: '○' };

/** The top of the page: the answer, what to know before believing it, the figures, and what was read. */
export class AnswerHeader {
  readonly root = element('header', { class: 'report-answer' });
  private readonly title = element('span', { class: 'run-title' });
  private readonly chooser = element('span', { class: 'run-chooser' });
  private readonly sign = element('span', { class: 'answer-sign', attributes: { 'aria-hidden': 'true' } });
  private readonly sentence = element('h1', { attributes: { 'aria-live': 'polite' } });
  private readonly cautions = element('ul', { class: 'caveats' });
  private readonly malformed = element('div', { class: 'malformed', attributes: { role: 'region', 'aria-label': t`Lines that could not be read` } });
  private readonly figures = element('dl', { class: 'figures' });
  private readonly factLine = element('span');
  private readonly chain = element('span');
  private readonly reasons = element('ol', { class: 'reasons' });
  private readonly others = element('ul', { class: 'reasons' });
  private readonly why = this.section('why', this.chain, this.reasons, this.others);
  private readonly facts = element('dl', { class: 'facts' });
  private readonly read = this.section('read', this.factLine, this.facts);
  private run: RunSnapshot | null = null;
  private shownCaveats = '';
  /** Fills what is folded, which nobody sees while k moves. */
  private unfolded = (): void => undefined;

  constructor(private readonly events: AnswerEvents) {
    this.malformed.hidden = true;
    this.root.append(
      element('div', { class: 'run-line' }, this.title, this.chooser),
      element('div', { class: 'answer-line' }, this.sign, this.sentence),
      this.cautions, this.malformed, this.figures,
      this.why,
      element('div', { class: 'read-line' }, this.read,
        element('button', { class: 'link', text: t`Change…`, attributes: { type: 'button', title: t`Choose the format and the fields` }, onClick: () => this.events.onFormat() })),
    );
  }

  show(run: RunSnapshot, report: Report): void {
    if (run !== this.run) this.showRun(run);
    const answer = headline(report);
    this.root.dataset['answer'] = answer.kind;
    setText(this.sign, signs[answer.kind]);
    setText(this.sentence, answer.sentence);
    this.showCaveats(caveats(report, run.defaults.k, startingK(run.columns, run.defaults.k)));
    this.figures.replaceChildren(...keyFigures(report).map(factNode));
    const reasons = why(report);
    this.why.hidden = reasons.length === 0;
    setText(this.chain, t`Why: ${reasons.map((reason) => reason.title.toLowerCase()).join(' → ')}`);
    setText(this.factLine, runLine(report, run.fields, run));
    this.unfolded = () => {
      this.unfolded = () => undefined;
      for (const [list, shown] of [[this.reasons, reasons], [this.others, views(report)]] as const) {
        list.replaceChildren(...shown.map((reason) => element('li', {},
          element('button', { class: 'link', text: reason.title, attributes: { type: 'button' }, onClick: () => this.events.onChart(reason.chart) }), ` ${reason.text}`)));
      }
      this.facts.replaceChildren(...runFacts(report, run).map(factNode));
    };
    if (this.why.open || this.read.open) this.unfolded();
  }

  /** Folds and unfolds the sections as they were left. */
  unfold(unfolded: readonly string[]): void {
    for (const section of [this.why, this.read]) section.open = unfolded.includes(section.dataset['section'] ?? '');
  }

  private section(id: string, summary: HTMLElement, ...body: HTMLElement[]): HTMLDetailsElement {
    const made = element('details', { class: 'more' }, element('summary', {}, summary), ...body);
    made.dataset['section'] = id;
    made.addEventListener('toggle', () => {
      if (made.open) this.unfolded();
      this.events.onUnfolded(id, made.open);
    });
    return made;
  }

  private showRun(run: RunSnapshot): void {
    this.run = run;
    this.shownCaveats = '';
    setText(this.title, formatShortId(run.title, 120));
    this.chooser.replaceChildren();
    const { runs, run: current } = run.source;
    if (runs !== undefined && runs.length > 1) {
      const choice = dropdown(t`Run`, runs, (chosen) => {
        if (chosen !== current) this.events.onRun(chosen);
      });
      choice.value = current ?? runs[0]!;
      this.chooser.append(element('span', { class: 'control-name', text: t`one of ${formatCount(runs.length)} runs` }), choice,
        element('button', { class: 'link', text: t`Compare the runs`, attributes: { type: 'button' }, onClick: () => this.events.onCompare() }));
    }
    this.malformed.replaceChildren(...this.malformedList(run));
  }

  private showCaveats(list: readonly Caveat[]): void {
    // Left alone while they say the same, so that the button under the reader's finger stays.
    const spelled = JSON.stringify(list);
    if (spelled === this.shownCaveats) return;
    this.shownCaveats = spelled;
    this.cautions.replaceChildren(...list.map((caveat) => {
      const item = element('li', { class: caveat.weight },
        element('span', { class: 'caveat-sign', text: caveat.weight === 'warning' ? '⚠' : 'ⓘ', attributes: { 'aria-hidden': 'true' } }),
        element('span', { text: caveat.text }));
      if (caveat.shows === 'malformed') {
        const toggle = element('button', { class: 'link', text: t`Show lines`, attributes: { type: 'button', 'aria-expanded': String(!this.malformed.hidden) }, onClick: () => {
          this.malformed.hidden = !this.malformed.hidden;
          toggle.setAttribute('aria-expanded', String(!this.malformed.hidden));
          setText(toggle, this.malformed.hidden ? t`Show lines` : t`Hide lines`);
        } });
        item.append(' ', element('span', { class: 'caveat-acts' }, toggle,
          element('button', { class: 'link', text: t`Show in Problems`, attributes: { type: 'button' }, onClick: () => this.events.onProblems() })));
      } else if (caveat.shows !== undefined) {
        const { shows } = caveat;
        item.append(' ', 'k' in shows
          ? element('button', { class: 'link', text: t`Use k = ${shows.k}`, attributes: { type: 'button' }, onClick: () => this.events.onK(shows.k) })
          : element('button', { class: 'link', text: t`Show them`, attributes: { type: 'button', title: shows.filter }, onClick: () => this.events.onFilter(shows.filter) }));
      }
      return item;
    }));
  }

  private malformedList({ source }: RunSnapshot): HTMLElement[] {
    const rows = source.malformed.map(({ file, line, reason }) => {
      const at = source.files.findIndex((candidate) => candidate.path === file);
      const where = source.files.length > 1 ? t`${file.split(/[\\/]/).at(-1) ?? file} line ${formatCount(line)}` : t`line ${formatCount(line)}`;
      const place = at < 0
        ? element('span', { text: where })
        : element('button', { class: 'link', text: where, attributes: { type: 'button' }, onClick: () => this.events.onSource(at, line) });
      return element('li', {}, place, element('span', { text: ` ${reason}` }));
    });
    const cut = source.malformedCount - source.malformed.length;
    return [
      element('ul', {}, ...rows),
      ...(cut > 0 ? [element('p', { text: t`The first ${formatCount(source.malformed.length)} are listed; ${formatCount(cut)} more are not.` })] : []),
      button(t`Hide`, 'secondary', () => {
        this.malformed.hidden = true;
        this.shownCaveats = '';
        const toggle = this.cautions.querySelector('button[aria-expanded]');
        toggle?.setAttribute('aria-expanded', 'false');
        if (toggle !== null) setText(toggle, t`Show lines`);
      }),
    ];
  }
}
