import { flagKinds } from '../../src/protocol/flagKinds';
import { dropdown } from '../dropdown';
import { element, setText } from '../element';
import { formatCount } from '../numbers/formatCount';
import type { FlagRequest } from '../state/viewState';
import { button, textField } from '../toolkit';
import { t } from '../../src/texts/t';

export interface ChosenEvents {
  readonly onFlag: (flag: string | null, note: string) => void;
  readonly onClear: () => void;
}

/** What can be done with the prompts that are chosen in the table; hidden while none is. */
export class ChosenBar {
  readonly root = element('section', { class: 'chosen-bar', attributes: { 'aria-label': t`Chosen prompts` } });
  private readonly count = element('span', { class: 'chosen-count', attributes: { role: 'status' } });
  private readonly kind = dropdown(t`Flag the chosen as`, flagKinds, () => undefined);
  private readonly note = textField(t`Note on the chosen`, { visibleLabel: false, placeholder: t`Note (optional)` }, () => undefined, () => this.flag());
  private readonly set = button(t`Flag`, 'primary', () => this.flag());
  private readonly remove = button(t`Remove flags`, 'secondary', () => this.events.onFlag(null, ''));
  private readonly clear = element('button', { class: 'link', text: t`Choose none`, attributes: { type: 'button' }, onClick: () => this.events.onClear() });
  private readonly problem = element('p', { class: 'problem', attributes: { role: 'alert' } });

  constructor(private readonly events: ChosenEvents) {
    this.root.append(this.count, this.kind, this.note, this.set, this.remove, this.clear, this.problem);
  }

  /** @param flagged how many of the chosen have a flag */
  show(chosen: number, hidden: number, flagged: number, request: FlagRequest | null): void {
    this.root.hidden = chosen === 0;
    const busy = request !== null && request.failure === null;
    const away = hidden === 0 ? '' : t`, ${formatCount(hidden)} of them hidden by the filter`;
    setText(this.count, busy ? t`Writing the flags…` : chosen === 0 ? '' : t`${formatCount(chosen, 'prompt')} chosen${away}`);
    this.set.disabled = busy;
    this.remove.disabled = busy;
    setText(this.set, t`Flag ${formatCount(chosen)}`);
    this.remove.hidden = flagged === 0;
    setText(this.problem, request?.failure ?? '');
  }

  focus(): void {
    this.note.focus();
  }

  private flag(): void {
    this.events.onFlag(this.kind.value, this.note.value.trim());
    this.note.value = '';
  }
}
