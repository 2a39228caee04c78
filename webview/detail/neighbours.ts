import type { Partner } from '../../src/core/interference/strongestPartners';
import type { PromptColumns } from '../../src/core/promptColumns';
import { element } from '../element';
import { formatCount } from '../numbers/formatCount';
import { formatNumber } from '../numbers/formatNumber';
import { formatRate } from '../numbers/formatRate';
import { formatShortId } from '../numbers/formatShortId';
import type { Answer } from '../state/answers';
import { t } from '../../src/texts/t';

/** The prompts that a step on this one hurts and helps most, each a link. */
export class Neighbours {
  readonly root = element('section', { class: 'neighbours', attributes: { 'aria-label': t`Interference with other prompts` } });
  private shown: readonly unknown[] = [];

  constructor(private readonly onPrompt: (prompt: number) => void) {}

  /** @param answer to the question for partners, of whichever prompt; null when it cannot be asked: no gradient vectors */
  show(prompt: number, columns: PromptColumns, answer: Answer | null): void {
    this.root.hidden = answer === null;
    const shown = [prompt, columns, answer];
    if (answer === null || shown.every((part, at) => part === this.shown[at])) return;
    this.shown = shown;
    this.root.replaceChildren(element('h3', { text: t`Interference with other prompts` }), ...this.content(prompt, columns, answer));
  }

  private content(prompt: number, columns: PromptColumns, { known, failure }: Answer): Node[] {
    if (failure?.analysis.kind === 'partners' && failure.analysis.prompt === prompt) return [element('p', { class: 'quiet', text: failure.message })];
    const result = known?.result;
    if (result?.kind !== 'partners' || result.prompt !== prompt) return [element('p', { class: 'quiet', text: t`Working out its neighbours…`, attributes: { role: 'status' } })];
    const list = (title: string, sign: string, partners: readonly Partner[]): HTMLElement => element('div', {},
      element('h4', { class: `interference-${sign}`, text: title }),
      partners.length === 0 ? element('p', { class: 'quiet', text: t`None.` }) : element('ol', {}, ...partners.map((partner) => this.link(partner, columns))));
    return [
      element('p', { class: 'quiet', text: `${t`κ: what a gradient step on this prompt does to the pass rate of another, a unit of step size, to first order.`}${result.unknown > 0 ? ` ${t`The gradients of ${formatCount(result.unknown, 'prompt')} are unknown.`}` : ''}` }),
      element('div', { class: 'neighbour-lists' }, list(t`Hurts most`, 'negative', result.negative), list(t`Helps most`, 'positive', result.positive)),
    ];
  }

  private link({ prompt, kernel }: Partner, { id, n, c }: PromptColumns): HTMLElement {
    return element('li', {},
      element('button', { class: 'link', text: formatShortId(id[prompt]!), attributes: { type: 'button', title: id[prompt]!.slice(0, 500) }, onClick: () => this.onPrompt(prompt) }),
      element('span', { class: 'quiet', text: ` κ ${formatNumber(kernel)}${n[prompt]! > 0 ? `, ${t`pass rate`} ${formatRate(c[prompt]! / n[prompt]!)}` : ''}` }));
  }
}
