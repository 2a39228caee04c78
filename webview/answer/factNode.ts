import { element } from '../element';
import type { Fact } from './runFacts';

/** A figure with its name above and its small print after it. */
export function factNode(fact: Fact): HTMLElement {
  return element('div', { class: 'fact' },
    element('dt', { text: fact.name }),
    element('dd', {}, element('span', { class: 'fact-value', text: fact.value }), ...(fact.detail ? [element('span', { class: 'fact-detail', text: fact.detail })] : [])));
}
