import type { PromptDetail } from '../../src/protocol/messages';
import { element } from '../element';
import { formatCount } from '../numbers/formatCount';
import { tallyAnswers, type AnswerCount } from '../state/tallyAnswers';
import { t } from '../../src/texts/t';

const AT_FIRST = 6;

/** Which answers were given how often, the majority's marked. A press lists the samples that give it, another all again. */
export class AnswerTally {
  readonly root = element('div', { class: 'answers', attributes: { role: 'group', 'aria-label': t`Answers` } });
  private detail: PromptDetail | null = null;
  private chosen: string | null = null;
  private all = false;

  constructor(private readonly onChoose: (answer: string | null) => void) {}

  show(detail: PromptDetail, chosen: string | null): void {
    if (detail === this.detail && chosen === this.chosen) return;
    if (detail.id !== this.detail?.id) this.all = false;
    this.detail = detail;
    this.chosen = chosen;
    this.fill();
  }

  private fill(): void {
    const tally = this.detail === null ? [] : tallyAnswers(this.detail.samples);
    this.root.hidden = tally.length === 0;
    const shown = tally.filter(({ answer }, at) => this.all || at < AT_FIRST || answer === this.chosen);
    const focused = this.root.contains(document.activeElement) ? this.root.ownerDocument.activeElement?.getAttribute('data-answer') : null;
    this.root.replaceChildren(
      element('span', { class: 'label', text: formatCount(tally.length, 'different answer') }),
      ...shown.map((each) => this.button(each)),
      ...this.rest(tally.length - shown.length),
    );
    if (focused != null) [...this.root.querySelectorAll<HTMLElement>('[data-answer]')].find((each) => each.dataset['answer'] === focused)?.focus();
  }

  private button({ answer, count, correct, majority }: AnswerCount): HTMLElement {
    const verdicts = correct === count ? t`correct` : correct === 0 ? t`not correct` : t`${formatCount(correct)} correct`;
    const short = answer.length > 40 ? `${answer.slice(0, 40)}…` : answer;
    return element('button', {
      class: majority ? 'answer majority' : 'answer',
      attributes: {
        type: 'button', 'aria-pressed': String(answer === this.chosen), 'data-answer': answer.slice(0, 200),
        title: `${answer.slice(0, 500)}\n${formatCount(count, 'sample')}, ${verdicts}${majority ? t`, the majority answer` : ''}`,
      },
      onClick: () => this.onChoose(answer === this.chosen ? null : answer),
    },
    element('span', { class: correct > 0 ? 'verdict-correct' : 'verdict-wrong', text: correct === count ? '✓' : correct === 0 ? '✗' : '±', attributes: { 'aria-hidden': 'true' } }),
    element('span', { class: 'answer-words', text: short === '' ? t`(empty)` : short }),
    element('span', { class: 'answer-count', text: `× ${formatCount(count)}` }),
    element('span', { class: majority ? 'badge' : 'unseen', text: majority ? t`majority` : verdicts }));
  }

  private rest(hidden: number): Node[] {
    const unread = this.detail?.unreadAnswers ?? 0;
    return [
      ...(hidden > 0 ? [element('button', {
        class: 'link', text: t`Show ${formatCount(hidden)} more`, attributes: { type: 'button' },
        onClick: () => {
          this.all = true;
          this.fill();
        },
      })] : []),
      ...(unread > 0 ? [element('span', { class: 'quiet', text: t`${formatCount(unread, 'sample')} with rarer answers, not listed` })] : []),
    ];
  }
}
