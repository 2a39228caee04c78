import type { PromptColumns } from '../../src/core/promptColumns';
import type { PromptRow } from '../../src/core/reportShape';
import type { FlagState } from '../../src/flags/flagEvent';
import { element, setText } from '../element';
import { formatCount } from '../numbers/formatCount';
import { formatShortId } from '../numbers/formatShortId';
import type { Answer } from '../state/answers';
import type { FlagRequest } from '../state/viewState';
import { button, progressRing } from '../toolkit';
import { factList } from './factList';
import { FlagForm } from './flagForm';
import { Neighbours } from './neighbours';
import { promptFigures } from './promptFigures';
import { responseText } from './responseText';
import { SamplesPanel, type SamplesContent, type SamplesEvents } from './samplesPanel';
import { SecondView, type SecondContent, type SecondEvents } from './secondPrompt';
import { t } from '../../src/texts/t';

export interface PaneEvents extends SamplesEvents, SecondEvents {
  readonly onClose: () => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onCopyLink: () => void;
  readonly onFlag: (flag: string | null, note: string) => void;
  readonly onHistory: () => void;
  readonly onAgain: () => void;
  readonly onScroll: (top: number) => void;
}

export interface PaneContent extends SamplesContent {
  readonly row: PromptRow;
  readonly columns: PromptColumns;
  readonly k: number;
  readonly flag: FlagState | null;
  readonly flagRequest: FlagRequest | null;
  readonly place: { readonly place: number; readonly of: number } | null;
  /** Another prompt beside it; null: none. */
  readonly second: SecondContent | null;
  /** To the question for the prompts that interfere with this one; null where it cannot be asked. */
  readonly partners: Answer | null;
}

/** One prompt: its text, its numbers, its samples, the chosen responses, its neighbours, its flag. */
export class PromptPane {
  private readonly title = element('h2', { attributes: { tabindex: '-1' } });
  private readonly place = element('span', { class: 'place', attributes: { role: 'status' } });
  private readonly previous = button('‹', 'icon', () => this.events.onStep(-1));
  private readonly next = button('›', 'icon', () => this.events.onStep(1));
  private readonly close = button('×', 'icon', () => this.events.onClose());
  private readonly copyLink = element('button', { class: 'link copy-link', text: t`Copy link`, attributes: { type: 'button', title: t`A link that opens this prompt in the editor, at this k` }, onClick: () => this.events.onCopyLink() });
  private readonly numbers = element('dl', { class: 'figures' });
  private readonly body = element('div', { class: 'pane-body' });
  private readonly text = element('div', { class: 'prompt-text' });
  private readonly samples: SamplesPanel;
  private readonly neighbours: Neighbours;
  private readonly second: SecondView;
  private readonly form = new FlagForm({ onFlag: (flag, note) => this.events.onFlag(flag, note), onHistory: () => this.events.onHistory() });
  private shownId: string | null = null;
  private shownText: readonly unknown[] = [];

  constructor(private readonly root: HTMLElement, private readonly events: PaneEvents) {
    this.previous.setAttribute('aria-label', t`Previous prompt`);
    this.next.setAttribute('aria-label', t`Next prompt`);
    this.close.setAttribute('aria-label', t`Close prompt`);
    this.samples = new SamplesPanel(events);
    this.neighbours = new Neighbours(events.onPrompt);
    this.second = new SecondView(events);
    this.body.append(element('div', { class: 'first-prompt' }, this.numbers, this.form.root, this.text, this.samples.root, this.neighbours.root));
    this.root.append(
      element('header', { class: 'pane-head' }, this.title, this.copyLink, this.place, this.previous, this.next, this.close),
      this.body,
    );
  }

  show(content: PaneContent): void {
    const { open, row } = content;
    if (open.id !== this.shownId) {
      this.shownId = open.id;
      this.root.scrollTop = 0;
    }
    setText(this.title, formatShortId(open.id, 120));
    this.title.title = open.id.slice(0, 2000);
    setText(this.place, content.place === null ? t`not in the filter` : t`${formatCount(content.place.place + 1)} of ${formatCount(content.place.of)}`);
    this.numbers.replaceChildren(...factList(promptFigures(row, content.k)));
    this.form.show(row, content.flag, content.flagRequest);
    this.showText(content);
    this.samples.show(content);
    this.neighbours.show(open.prompt, content.columns, content.partners);
    this.second.show(this.body, content.second, content.k);
  }

  focus(): void {
    this.title.focus({ preventScroll: true });
  }

  focusFlag(typed: string): void {
    this.form.focus(typed);
  }

  private showText({ open, raw, unfolded, searched }: PaneContent): void {
    const shown = [open.id, open.detail, open.failure, raw, searched];
    if (shown.every((part, at) => part === this.shownText[at])) return;
    this.shownText = shown;
    if (open.failure !== null) {
      this.text.replaceChildren(element('p', { class: 'problem', attributes: { role: 'alert' } }, open.failure, ' ',
        element('button', { class: 'link', text: t`Try again`, attributes: { type: 'button' }, onClick: () => this.events.onAgain() })));
    } else if (open.detail === null) this.text.replaceChildren(element('div', { class: 'reading' }, progressRing(), element('span', { text: t`Reading the prompt…` })));
    else {
      const { text, target } = open.detail;
      this.text.replaceChildren(
        element('h3', { text: t`Prompt` }),
        text === null
          ? element('p', { class: 'quiet', text: t`The log holds no prompt text.` })
          : responseText(text, t`Prompt text`, { raw, unfolded, searched, onFold: this.events.onFold, onDrawn: () => this.samples.mark() }),
        ...(target === null ? [] : [element('p', { class: 'answer-text' }, element('span', { class: 'label', text: t`Target ` }), element('span', { text: target.slice(0, 2000) }))]),
      );
    }
  }
}
