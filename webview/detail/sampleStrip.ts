import type { SampleLine } from '../../src/protocol/messages';
import { element } from '../element';
import { verdictSigns } from './verdictSigns';
import { t } from '../../src/texts/t';
import { wordOf } from '../../src/texts/wordOf';

/** A mark and the gap beside it, in CSS pixels. */
const STEP = 20;
/** The frame of the strip on both sides. */
const PADDING = 6;
const SPARE_ROWS = 2;
let strips = 0;

/** Samples of a prompt in the order listed, one mark each; only those in sight are in the document. One tab stop: left, right, up, down, Home and End select. */
export class SampleStrip {
  readonly root = element('div', { class: 'strip', attributes: { role: 'listbox', tabindex: '0', 'aria-label': t`Samples, in order` } });
  private readonly body = element('div', { class: 'strip-body', attributes: { role: 'presentation' } });
  private readonly inSight = element('div', { class: 'strip-marks', attributes: { role: 'presentation' } });
  private readonly resized = new ResizeObserver(() => this.fill());
  /** Two checkpoints may number their samples alike. */
  private readonly name = `strip${strips++}`;
  private lines: readonly SampleLine[] = [];
  private selected: number | null = null;
  private beside: number | null = null;

  constructor(private readonly onSelect: (sample: number) => void) {
    this.body.append(this.inSight);
    this.root.append(this.body);
    this.root.addEventListener('keydown', (event) => this.onKey(event));
    this.root.addEventListener('scroll', () => this.fill(), { passive: true });
    this.root.addEventListener('click', (event) => {
      const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-sample]') : null;
      if (mark !== null) onSelect(Number(mark.dataset['sample']));
    });
    this.resized.observe(this.root);
  }

  show(lines: readonly SampleLine[], selected: number | null, beside: number | null): void {
    if (lines === this.lines && selected === this.selected && beside === this.beside) return;
    const moved = lines !== this.lines || selected !== this.selected;
    this.lines = lines;
    this.selected = selected;
    this.beside = beside;
    this.fill();
    if (moved) this.reveal();
  }

  private get perRow(): number {
    return Math.max(1, Math.floor((this.root.clientWidth - PADDING) / STEP));
  }

  private reveal(): void {
    const at = this.lines.findIndex((line) => line.sample === this.selected);
    const top = Math.floor(at / this.perRow) * STEP;
    const { clientHeight, scrollTop } = this.root;
    if (at < 0 || clientHeight === 0) return;
    if (top < scrollTop) this.root.scrollTop = top;
    else if (top + STEP > scrollTop + clientHeight) this.root.scrollTop = top + STEP - clientHeight;
    this.fill();
  }

  private fill(): void {
    const { lines, perRow, root } = this;
    const rows = Math.ceil(lines.length / perRow);
    this.body.style.setProperty('height', `${rows * STEP}px`);
    const first = Math.max(0, Math.floor(root.scrollTop / STEP) - SPARE_ROWS);
    const last = Math.min(rows, Math.ceil((root.scrollTop + root.clientHeight) / STEP) + SPARE_ROWS);
    this.inSight.style.setProperty('transform', `translateY(${first * STEP}px)`);
    this.inSight.style.setProperty('grid-template-columns', `repeat(${perRow}, ${STEP}px)`);
    const shown = lines.slice(first * perRow, last * perRow);
    while (this.inSight.childElementCount > shown.length) this.inSight.lastElementChild?.remove();
    while (this.inSight.childElementCount < shown.length) this.inSight.append(element('span', { attributes: { role: 'option' } }));
    for (const [at, line] of shown.entries()) this.fillMark(this.inSight.children[at] as HTMLElement, line, first * perRow + at);
    const active = shown.some((line) => line.sample === this.selected);
    if (active) root.setAttribute('aria-activedescendant', `${this.name}-sample${this.selected}`);
    else root.removeAttribute('aria-activedescendant');
  }

  private fillMark(node: HTMLElement, line: SampleLine, place: number): void {
    node.className = `mark verdict-${line.verdict}${line.sample === this.beside ? ' beside' : ''}`;
    node.textContent = verdictSigns[line.verdict];
    node.id = `${this.name}-sample${line.sample}`;
    node.dataset['sample'] = String(line.sample);
    node.title = t`sample ${line.index}: ${wordOf(line.verdict)}`;
    node.setAttribute('aria-label', t`sample ${line.index}, ${wordOf(line.verdict)}`);
    node.setAttribute('aria-selected', String(line.sample === this.selected));
    node.setAttribute('aria-posinset', String(place + 1));
    node.setAttribute('aria-setsize', String(this.lines.length));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = this.lines.findIndex((line) => line.sample === this.selected);
    const last = this.lines.length - 1;
    const targets = new Map([
      ['ArrowRight', at + 1], ['ArrowLeft', at - 1], ['ArrowDown', at + this.perRow], ['ArrowUp', at - this.perRow], ['Home', 0], ['End', last],
    ]);
    const target = targets.get(event.key);
    if (target === undefined) return;
    event.preventDefault();
    const line = this.lines[Math.max(0, Math.min(last, target))];
    if (line !== undefined && line.sample !== this.selected) this.onSelect(line.sample);
  }
}
