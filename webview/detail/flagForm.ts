import type { PromptRow } from '../../src/core/reportShape';
import type { FlagState } from '../../src/flags/flagEvent';
import { dropdown, option } from '../dropdown';
import { element, setText } from '../element';
import type { FlagRequest } from '../state/viewState';
import { t } from '../../src/texts/t';
import { button, textField } from '../toolkit';
import { flagKinds } from '../../src/protocol/flagKinds';

export interface FlagFormEvents {
  readonly onFlag: (flag: string | null, note: string) => void;
  /** All that was ever flagged of the prompt. */
  readonly onHistory: () => void;
}

/** The flag a prompt most likely needs. */
export function suggestedFlag(row: PromptRow): string {
  if (row.interference === 'negative' || (row.agreement !== null && row.agreement < 0)) return 'negative-interference';
  return row.group === 'hard' ? 'hard' : 'review';
}

/** Sets, changes or takes off the flag of the open prompt. */
export class FlagForm {
  readonly root = element('section', { class: 'flag-form', attributes: { 'aria-label': t`Flag` } });
  private readonly kind = dropdown(t`Flag as`, flagKinds, () => undefined);
  private readonly note = textField(t`Note`, { visibleLabel: false, placeholder: t`Note (optional)` }, () => undefined, () => this.flag());
  private readonly set = button(t`Flag`, 'primary', () => this.flag());
  private readonly remove = button(t`Remove flag`, 'secondary', () => this.events.onFlag(null, ''));
  private readonly standing = element('p', { class: 'flag-standing', attributes: { role: 'status' } });
  private readonly problem = element('p', { class: 'problem', attributes: { role: 'alert' } });
  private shown: string | null = null;

  constructor(private readonly events: FlagFormEvents) {
    this.root.append(this.standing, element('div', { class: 'flag-fields' }, this.kind, this.note, this.set, this.remove, element('button', { class: 'link', text: t`History…`, attributes: { type: 'button' }, onClick: () => this.events.onHistory() })), this.problem);
  }

  show(row: PromptRow, flag: FlagState | null, request: FlagRequest | null): void {
    const busy = request !== null && request.failure === null;
    const subject = JSON.stringify([row.id, flag?.flag ?? null, flag?.note ?? null]);
    if (subject !== this.shown) {
      this.shown = subject;
      const kind = flag?.flag ?? suggestedFlag(row);
      this.choose(kind);
      this.note.value = flag?.note ?? '';
    }
    this.set.disabled = busy;
    this.remove.disabled = busy;
    this.remove.hidden = flag === null;
    this.set.textContent = flag === null ? t`Flag` : t`Change flag`;
    setText(this.standing, busy ? t`Writing the flag…` : flag === null ? '' : `⚑ ${flag.flag}${flag.note === '' ? '' : `: ${flag.note}`}${flag.stale === undefined ? '' : ` ⚠ ${flag.stale}`}`);
    setText(this.problem, request?.failure ?? '');
  }

  /** @param typed what was typed for the note before it had the focus */
  focus(typed: string): void {
    this.note.value += typed;
    this.note.focus();
  }

  /** A kind that another tool wrote is offered as well. */
  private choose(kind: string): void {
    if (![...this.kind.children].some((known) => known.getAttribute('value') === kind)) {
      this.kind.append(option(kind));
    }
    this.kind.value = kind;
  }

  private flag(): void {
    this.events.onFlag(this.kind.value, this.note.value.trim());
  }
}
