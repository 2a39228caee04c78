import type { ViewAct } from '../../src/protocol/messages';
import { element } from '../element';
import { comparisonOf } from '../state/pair';
import type { Deed } from '../state/perform';
import type { ViewState } from '../state/viewState';
import type { ComparePage } from './comparePage';
import { t } from '../../src/texts/t';

/** Where a comparison is shown, in place of the report; what it consists of is loaded with the first one. */
export class CompareFrame {
  readonly root = element('div', { class: 'compare-frame' });
  private page: ComparePage | null = null;
  private loading = false;
  private last: ViewState | null = null;

  constructor(private readonly act: (deed: Deed) => void) {
    this.root.hidden = true;
  }

  /** @returns whether it takes the place of the report */
  show(state: ViewState): boolean {
    this.last = state;
    const inLog = state.comparison === null;
    const comparing = !inLog || (state.saved.comparing && state.run !== null && !state.run.partial);
    this.root.hidden = !comparing;
    if (!comparing) return false;
    const comparison = comparisonOf(state);
    if (inLog) this.act({ type: 'analyse', analysis: { kind: 'checkpoints' } });
    const failure = inLog ? state.answers.get('checkpoints')?.failure?.message : undefined;
    if (failure !== undefined) this.say(failure, true);
    else if (comparison === null) this.say(t`Putting the runs beside each other…`, inLog);
    else if (this.page === null) this.load();
    else {
      if (this.page.root.parentElement !== this.root) this.root.replaceChildren(this.page.root, this.page.pane.root);
      this.page.show(state, comparison, inLog);
    }
    return true;
  }

  /** A command of the editor; true where it was for the comparison on show. */
  onAct(act: ViewAct): boolean {
    return !this.root.hidden && this.page !== null && this.page.onAct(act);
  }

  repaint(): void {
    this.page?.repaint();
  }

  private load(): void {
    if (this.loading) return;
    this.loading = true;
    this.say(t`Loading…`, false);
    import('./comparePage').then(({ ComparePage }) => {
      this.page = new ComparePage(this.act);
      if (this.last !== null) this.show(this.last);
    }, () => this.say(t`The comparison could not be loaded. Close it and open it again.`, false));
  }

  private say(text: string, back: boolean): void {
    this.root.replaceChildren(element('p', { class: 'compare-waiting', text, attributes: { role: 'status' } }),
      ...(back ? [element('button', { class: 'link', text: t`Back to the report`, attributes: { type: 'button' }, onClick: () => this.act({ type: 'setComparing', comparing: false }) })] : []));
  }
}
