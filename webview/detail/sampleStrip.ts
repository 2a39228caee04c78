import type { PromptDetail, SampleLine } from '../../src/protocol/messages';
import { element } from '../element';
import { verdictSigns } from './verdictSigns';

/** All samples of a prompt in order, one mark each. One tab stop: left, right, Home and End select. */
export class SampleStrip {
  readonly root = element('div', { class: 'strip', attributes: { role: 'listbox', tabindex: '0', 'aria-label': 'Samples, in order', 'aria-orientation': 'horizontal' } });
  private detail: PromptDetail | null = null;
  private selected: number | null = null;

  constructor(private readonly onSelect: (sample: number) => void) {
    this.root.addEventListener('keydown', (event) => this.onKey(event));
    this.root.addEventListener('click', (event) => {
      const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-sample]') : null;
      if (mark !== null) onSelect(Number(mark.dataset['sample']));
    });
  }

  show(detail: PromptDetail, selected: number | null, beside: number | null): void {
    if (detail !== this.detail) {
      this.detail = detail;
      this.selected = null;
      this.root.replaceChildren(...detail.samples.map(mark));
    }
    for (const node of this.root.querySelectorAll('.beside')) node.classList.remove('beside');
    if (beside !== null) this.markOf(beside)?.classList.add('beside');
    if (selected === this.selected) return;
    if (this.selected !== null) this.markOf(this.selected)?.setAttribute('aria-selected', 'false');
    this.selected = selected;
    const node = selected === null ? null : this.markOf(selected);
    if (node === null) return this.root.removeAttribute('aria-activedescendant');
    node.setAttribute('aria-selected', 'true');
    node.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.root.setAttribute('aria-activedescendant', node.id);
  }

  private markOf(sample: number): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(`[data-sample="${sample}"]`);
  }

  private onKey(event: KeyboardEvent): void {
    const { detail } = this;
    if (detail === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = detail.samples.findIndex((line) => line.sample === this.selected);
    const last = detail.samples.length - 1;
    const targets = new Map([['ArrowRight', at + 1], ['ArrowLeft', at - 1], ['Home', 0], ['End', last]]);
    const target = targets.get(event.key);
    if (target === undefined) return;
    event.preventDefault();
    const line = detail.samples[Math.max(0, Math.min(last, target))];
    if (line !== undefined && line.sample !== this.selected) this.onSelect(line.sample);
  }
}

function mark(line: SampleLine, place: number): HTMLElement {
  return element('span', {
    class: `mark verdict-${line.verdict}`,
    text: verdictSigns[line.verdict],
    attributes: {
      role: 'option', id: `sample-${line.sample}`, 'data-sample': String(line.sample), 'aria-selected': 'false',
      'aria-label': `sample ${line.index}, ${line.verdict}`, 'aria-posinset': String(place + 1), title: `sample ${line.index}: ${line.verdict}`,
    },
  });
}
