import type { Report } from '../../src/core/reportShape';
import type { SavedChart } from '../../src/protocol/exporting';
import type { ViewAct } from '../../src/protocol/messages';
import { element, setText } from '../element';
import type { Deed } from '../state/perform';
import type { Parameters, ViewState } from '../state/viewState';
import { t } from '../../src/texts/t';
import { button } from '../toolkit';
import type { LaterTools } from './laterTools';

/** The acts that go beyond reading the report. */
export type ToolAct = Extract<ViewAct, 'flagByRule' | 'whatIf' | 'copyMarkdown' | 'copyLatex' | 'saveReport'>;

/** What the report shows. */
export interface ShownReport {
  readonly state: ViewState;
  readonly report: Report;
  readonly parameters: Parameters;
}

export interface ToolEvents {
  readonly act: (deed: Deed) => void;
  /** The charts as pictures. */
  readonly charts: () => Promise<readonly SavedChart[]>;
}

const whatIfId = 'whatIf';

/** What is done with a report beyond reading it. Its dialogs and the what-if are loaded when they are first wanted. */
export class ReportTools {
  /** The section "What if?": a head until it is unfolded. */
  readonly whatIf = element('section', { class: 'what-if', attributes: { 'aria-labelledby': 'what-if-title' } });
  /** For the head of the table. */
  readonly flagByRule = element('button', { class: 'chip', text: t`Flag by rule…`, attributes: { type: 'button' }, onClick: () => this.act('flagByRule') });
  private readonly toggle = button('', 'secondary', () => this.unfold(!this.isUnfolded()));
  private shown: ShownReport | null = null;
  private later: LaterTools | null = null;
  private loading: Promise<LaterTools> | null = null;

  constructor(private readonly events: ToolEvents) {
    this.toggle.setAttribute('aria-controls', 'what-if-body');
    this.whatIf.append(element('header', {}, element('h2', { text: t`What if?`, attributes: { id: 'what-if-title' } }), this.toggle));
  }

  act(act: ToolAct): void {
    if (act === 'whatIf') {
      if (this.whatIf.hidden) return;
      this.unfold(true);
      requestAnimationFrame(() => this.whatIf.scrollIntoView({ block: 'nearest' }));
    } else void this.load().then((later) => later.act(act));
  }

  show(shown: ShownReport): void {
    this.shown = shown;
    this.whatIf.hidden = shown.report.conflict === null;
    const unfolded = this.isUnfolded();
    setText(this.toggle, unfolded ? t`Fold` : t`Try dropping, capping or reweighting prompts`);
    this.toggle.setAttribute('aria-expanded', String(unfolded));
    if (unfolded) void this.load().then((later) => later.show(this.shown ?? shown));
    else this.later?.show(shown);
  }

  private isUnfolded(): boolean {
    return this.shown?.state.saved.unfolded.includes(whatIfId) ?? false;
  }

  private unfold(on: boolean): void {
    this.events.act({ type: 'setShown', how: 'unfolded', id: whatIfId, on });
  }

  private async load(): Promise<LaterTools> {
    this.loading ??= import('./laterTools').then(({ LaterTools: Tools }) => new Tools(this.whatIf, this.events));
    this.later = await this.loading;
    if (this.shown !== null) this.later.show(this.shown);
    return this.later;
  }
}
