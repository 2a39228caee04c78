import { element } from '../element';
import { filterCompletions, type Completions, type Vocabulary } from './filterCompletions';
import { t } from '../../src/texts/t';

const example = t`state:unsolved group:hard interference:negative flag:any weight>1 agreement<0 p<0.1 text:"…" or part of an id`;
const none: Completions = { from: 0, to: 0, completions: [] };

/**
 * The filter box, with what the word being typed could become: arrows choose, Enter or Tab takes what is chosen, Escape closes,
 * Ctrl+Space or an arrow opens.
 */
export class FilterField {
  readonly root = element('div', { class: 'filter-field' });
  private readonly input = element('input', {
    attributes: {
      type: 'text', role: 'combobox', 'aria-label': t`Filter prompts`, 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'filter-completions',
      placeholder: t`Filter: ${example}`, spellcheck: 'false', autocomplete: 'off',
    },
  });
  private readonly list = element('ul', { class: 'completions', attributes: { id: 'filter-completions', role: 'listbox', 'aria-label': t`Completions` } });
  private readonly clear = element('button', { class: 'clear', text: '×', attributes: { type: 'button', 'aria-label': t`Clear the filter` }, onClick: () => this.change('', 0) });
  private vocabulary: Vocabulary = new Map();
  private offered: Completions = none;
  private active = -1;

  constructor(private readonly onFilter: (filter: string) => void) {
    this.root.append(this.input, this.clear, this.list);
    this.close();
    this.input.addEventListener('input', () => {
      onFilter(this.input.value);
      this.offer(false);
    });
    this.input.addEventListener('keydown', (event) => this.onKey(event));
    this.input.addEventListener('blur', () => this.close());
    this.list.addEventListener('pointerdown', (event) => {
      event.preventDefault(); // the box keeps the focus
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-at]') : null;
      if (option !== null) this.accept(Number(option.dataset['at']));
    });
  }

  show(filter: string, bad: boolean, vocabulary: Vocabulary): void {
    this.vocabulary = vocabulary;
    if (document.activeElement !== this.input && this.input.value !== filter) this.input.value = filter;
    this.clear.hidden = filter === '';
    this.input.setAttribute('aria-invalid', String(bad));
  }

  /** @param typed what was typed before the box had the focus, which takes the place of what is in it; null: it is in the box already */
  focus(typed: string | null): void {
    this.input.focus();
    if (typed === null) return this.offer(false);
    this.input.select();
    if (typed !== '') this.change(typed, typed.length);
  }

  private change(value: string, caret: number): void {
    this.input.value = value;
    this.input.focus();
    this.input.setSelectionRange(caret, caret);
    this.onFilter(value);
    this.offer(false);
  }

  private offer(asked: boolean): void {
    const { input } = this;
    const caret = input.selectionStart ?? input.value.length;
    this.offered = filterCompletions(input.value, caret, this.vocabulary, asked);
    this.active = -1;
    const { completions } = this.offered;
    this.list.hidden = completions.length === 0;
    this.input.setAttribute('aria-expanded', String(completions.length > 0));
    this.list.replaceChildren(...completions.map(({ text, does }, at) => element('li', { attributes: { role: 'option', id: `completion-${at}`, 'data-at': String(at), 'aria-selected': 'false' } },
      element('span', { class: 'completion', text }), ...(does === '' ? [] : [element('span', { class: 'quiet', text: does })]))));
    this.mark();
  }

  private close(): void {
    this.offered = none;
    this.active = -1;
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  private mark(): void {
    for (const [at, option] of [...this.list.children].entries()) option.setAttribute('aria-selected', String(at === this.active));
    if (this.active < 0) return this.input.removeAttribute('aria-activedescendant');
    this.list.children[this.active]?.scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', `completion-${this.active}`);
  }

  private accept(at: number): void {
    const { from, to, completions } = this.offered;
    const chosen = completions[at];
    if (chosen === undefined) return;
    // A whole term is done with; a name wants its value, a sign its number.
    const done = !/[:<>=]$/.test(chosen.text);
    const text = done ? `${chosen.text} ` : chosen.text;
    const { value } = this.input;
    this.change(value.slice(0, from) + text + value.slice(to).replace(/^\s+/, ''), from + text.length);
  }

  private onKey(event: KeyboardEvent): void {
    const { length } = this.offered.completions;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') this.input.select();
    if (event.altKey || event.metaKey || (event.ctrlKey && event.key !== ' ')) return;
    if (event.ctrlKey || ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && length === 0)) this.offer(true);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.active = (this.active + (event.key === 'ArrowDown' ? 1 : this.active < 0 ? 0 : -1) + length) % length;
      this.mark();
    } else if ((event.key === 'Enter' || event.key === 'Tab') && this.active >= 0) this.accept(this.active);
    else if (event.key === 'Escape' && length > 0) this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
