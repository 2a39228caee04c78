import { element } from '../element';

/** Names and values with what they rest on, as the children of a list of definitions. */
export function factList(facts: readonly (readonly [name: string, value: string, detail: string])[]): HTMLElement[] {
  return facts.map(([name, value, detail]) =>
    element('div', { class: 'fact' }, element('dt', { text: name }), element('dd', {}, element('span', { class: 'fact-value', text: value }), ...(detail === '' ? [] : [element('span', { class: 'fact-detail', text: detail })]))));
}
