import type { PromptRow } from '../../src/core/reportShape';
import { t } from '../../src/texts/t';
import { element, setText } from '../element';
import { formatNumber } from '../numbers/formatNumber';
import { formatShortId } from '../numbers/formatShortId';
import type { SecondPrompt } from '../state/pair';
import { button } from '../toolkit';
import { factList } from './factList';
import { promptFigures } from './promptFigures';
import { responseText } from './responseText';
import { SideView } from './sideView';

export interface SecondEvents {
  readonly onSecondSample: (sample: number) => void;
  readonly onCloseSecond: () => void;
  readonly onPrompt: (prompt: number) => void;
}

/** The prompt beside the open one. */
export interface SecondContent {
  readonly prompt: SecondPrompt;
  readonly row: PromptRow;
  /** Between the gradients of the two; null: unknown, or not worked out. */
  readonly cosine: number | null;
}

/** The other prompt of a pair: how the two pull, its numbers, its text, its samples. */
export class SecondView {
  readonly root = element('section', { class: 'second-prompt', attributes: { 'aria-labelledby': 'second-title' } });
  private readonly title = element('h2', { attributes: { id: 'second-title' } });
  private readonly between = element('p');
  private readonly numbers = element('dl', { class: 'figures' });
  private readonly text = element('div', { class: 'prompt-text' });
  private readonly side = new SideView((sample) => this.events.onSecondSample(sample));
  private shown: SecondContent | null = null;

  constructor(private readonly events: SecondEvents) {
    const close = button('×', 'icon', () => events.onCloseSecond());
    close.setAttribute('aria-label', t`Close the prompt beside`);
    this.root.append(
      element('header', { class: 'second-head' }, this.title,
        element('button', { class: 'link', text: t`Open alone`, attributes: { type: 'button' }, onClick: () => {
          if (this.shown !== null) events.onPrompt(this.shown.prompt.prompt);
        } }), close),
      this.between, this.numbers, this.text, this.side.root,
    );
  }

  /** @param place where it stands while there is one */
  show(place: HTMLElement, content: SecondContent | null, k: number): void {
    const before = this.shown;
    this.shown = content;
    if (content === null) return this.root.remove();
    if (this.root.parentElement !== place) place.append(this.root);
    const { prompt, row, cosine } = content;
    setText(this.title, formatShortId(prompt.id, 120));
    this.title.title = prompt.id.slice(0, 2000);
    this.between.className = cosine === null ? 'quiet' : cosine < 0 ? 'interference-negative' : 'interference-positive';
    setText(this.between, cosine === null ? t`How the gradients of the two lie to each other is unknown.` : cosine < 0
      ? t`Cosine ${formatNumber(cosine)} of the two gradients: a step for one unlearns the other.`
      : t`Cosine ${formatNumber(cosine)} of the two gradients: a step for one helps the other.`);
    this.numbers.replaceChildren(...factList(promptFigures(row, k)));
    if (before?.prompt.id !== prompt.id || before.prompt.detail !== prompt.detail) {
      const text = prompt.detail?.text ?? null;
      this.text.replaceChildren(...(text === null ? [] : [element('h3', { text: t`Prompt` }), responseText(text, t`Text of ${formatShortId(prompt.id, 80)}`)]));
    }
    this.side.show(prompt, formatShortId(prompt.id, 80), t`Samples`);
  }
}
