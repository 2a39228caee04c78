import { element, setText } from '../element';
import { VirtualGrid } from '../grid/virtualGrid';
import type { ChartId, Picture, Shape } from './picture';
import { Plot, type PlotEvents } from './plot';
import { twinCsv } from './twinCsv';

export interface CardEvents extends Omit<PlotEvents, 'onAnnounce'> {
  readonly onAsTable: (chart: ChartId, asTable: boolean) => void;
  readonly onWide: (chart: ChartId, wide: boolean) => void;
}

/** How a card is shown: as its table or as its chart, across the page or in its column. */
export interface CardLook {
  readonly asTable: boolean;
  readonly wide: boolean;
}

const shapeSigns: Readonly<Record<Shape, string>> = { triangle: '▲', rect: '■', circle: '●' };

/** A chart with its title, what it rests on, its notes and its table twin. Draws only while it is in sight. */
export class ChartCard {
  readonly root = element('section', { class: 'card' });
  private readonly title = element('h3');
  private readonly basis = element('p', { class: 'basis' });
  private readonly legend = element('p', { class: 'legend', attributes: { 'aria-hidden': 'true' } });
  private readonly frame = element('div', { class: 'frame' });
  private readonly notes = element('ul', { class: 'notes' });
  private readonly live = element('p', { class: 'unseen', attributes: { 'aria-live': 'polite' } });
  private readonly toggle = this.action('Table', () => this.events.onAsTable(this.chart, !this.look.asTable));
  private readonly copy = this.action('Copy', () => void this.onCopy());
  private readonly widen = this.action('Widen', () => this.events.onWide(this.chart, !this.look.wide));
  private readonly plot: Plot;
  private readonly seen = new IntersectionObserver((entries) => this.onSeen(entries.some((entry) => entry.isIntersecting)), { rootMargin: '200px' });
  private twin: VirtualGrid | null = null;
  private picture: Picture | null = null;
  private look: CardLook = { asTable: false, wide: false };
  private chosen: number | null = null;
  private inSight = false;
  private stale = true;

  constructor(private readonly chart: ChartId, private readonly events: CardEvents) {
    this.plot = new Plot({ ...events, onAnnounce: (text) => setText(this.live, text) });
    this.title.id = `chart-${chart}`;
    this.root.dataset['chart'] = chart;
    this.root.setAttribute('aria-labelledby', this.title.id);
    this.root.append(element('header', {}, this.title, element('span', { class: 'more-actions' }, this.copy, this.widen), this.toggle), this.basis, this.frame, this.legend, this.notes, this.live);
    this.frame.addEventListener('dblclick', () => events.onWide(chart, !this.look.wide));
    this.seen.observe(this.root);
  }

  /** Shows a picture as a chart or as a table; `chosen` is the open prompt. */
  draw(picture: Picture, look: CardLook, chosen: number | null): void {
    if (picture === this.picture && look.asTable === this.look.asTable && look.wide === this.look.wide) {
      if (chosen !== this.chosen) this.choose(chosen);
      return;
    }
    this.picture = picture;
    const moved = this.stale ? false : look.wide !== this.look.wide;
    this.look = look;
    this.root.classList.toggle('wide', look.wide);
    this.root.classList.toggle('as-table', look.asTable);
    if (moved) this.root.scrollIntoView({ block: 'nearest' });
    this.chosen = chosen;
    this.stale = true;
    // Words at once, so that the page has its height; the drawing when it is in sight.
    this.describe(picture);
    if (this.inSight) this.paint();
  }

  /** Brings the card into sight and puts the keyboard on it. */
  reveal(): void {
    this.root.scrollIntoView({ block: 'nearest' });
    (this.look.asTable ? this.toggle : this.plot.canvas).focus({ preventScroll: true });
  }

  repaint(): void {
    this.plot.repaint();
  }

  dispose(): void {
    this.seen.disconnect();
    this.twin?.dispose();
    this.plot.dispose();
    this.root.remove();
  }

  private action(text: string, onClick: () => void): HTMLButtonElement {
    return element('button', { class: 'link', text, attributes: { type: 'button' }, onClick });
  }

  private async onCopy(): Promise<void> {
    if (this.picture === null) return;
    try {
      await navigator.clipboard.write([this.look.asTable
        ? new ClipboardItem({ 'text/plain': new Blob([twinCsv(this.picture.twin)], { type: 'text/plain' }) })
        : new ClipboardItem({ 'image/png': this.plot.picturePng() })]);
      setText(this.live, 'Copied.');
      setText(this.copy, 'Copied');
    } catch (error) {
      setText(this.live, `Could not be copied: ${error instanceof Error ? error.message : String(error)}`);
      setText(this.copy, 'Not copied');
    }
    setTimeout(() => setText(this.copy, 'Copy'), 2000);
  }

  private choose(chosen: number | null): void {
    this.chosen = chosen;
    this.plot.choose(chosen);
    if (this.twin !== null) this.fillTwin(this.twin);
  }

  private onSeen(inSight: boolean): void {
    this.inSight = inSight;
    if (inSight && this.stale) this.paint();
  }

  private paint(): void {
    const { picture } = this;
    if (picture === null) return;
    this.stale = false;
    if (picture.missing !== null) this.paintMissing(picture.missing);
    else if (this.look.asTable) this.paintTwin(picture);
    else this.paintPlot(picture);
  }

  private describe(picture: Picture): void {
    setText(this.title, picture.title);
    setText(this.basis, picture.basis);
    while (this.notes.children.length > picture.notes.length) this.notes.lastElementChild?.remove();
    for (const [at, note] of picture.notes.entries()) setText(this.notes.children[at] ?? this.notes.appendChild(element('li')), note);
    this.paintLegend(picture);
    this.toggle.hidden = picture.missing !== null;
    for (const action of [this.copy, this.widen]) action.hidden = picture.missing !== null;
    setText(this.toggle, this.look.asTable ? 'Chart' : 'Table');
    setText(this.widen, this.look.wide ? 'Narrow' : 'Widen');
    this.copy.setAttribute('aria-label', `${picture.title}: copy as ${this.look.asTable ? 'CSV' : 'picture'}`);
    this.widen.setAttribute('aria-label', `${picture.title}: ${this.look.wide ? 'back to its column' : 'full width'}`);
    this.toggle.setAttribute('aria-label', `${picture.title}: show as ${this.look.asTable ? 'chart' : 'table'}`);
  }

  private paintPlot(picture: Picture): void {
    this.dropTwin();
    if (this.plot.canvas.parentElement !== this.frame) this.frame.replaceChildren(this.plot.canvas);
    this.plot.draw(picture, this.chosen);
  }

  private paintTwin(picture: Picture): void {
    this.dropTwin();
    this.twin = new VirtualGrid(`${picture.title}, as a table`, picture.twin.columns, {
      onOpen: (row) => {
        const prompt = this.picture!.twin.prompt(row);
        if (prompt !== null) this.events.onPrompt(prompt);
      },
    });
    this.frame.replaceChildren(this.twin.root);
    this.fillTwin(this.twin);
  }

  private fillTwin(grid: VirtualGrid): void {
    const { twin } = this.picture!;
    let selected: number | null = null;
    for (let row = 0; this.chosen !== null && row < twin.rows && selected === null; row++) if (twin.prompt(row) === this.chosen) selected = row;
    grid.show({ count: twin.rows, cell: twin.cell, selected });
  }

  private paintMissing({ what, how }: { readonly what: string; readonly how: string }): void {
    this.dropTwin();
    this.frame.replaceChildren(element('div', { class: 'missing' }, element('p', { text: what }), element('p', { text: how })));
  }

  private paintLegend(picture: Picture): void {
    const shown = picture.x.bands === undefined && picture.clouds.length > 0 && !this.look.asTable;
    this.legend.replaceChildren(...(shown ? picture.clouds.map((cloud) =>
      element('span', {}, element('span', { class: `sign tone-${cloud.tone}`, text: shapeSigns[cloud.shape] }), ` ${cloud.name}`)) : []));
  }

  private dropTwin(): void {
    this.twin?.dispose();
    this.twin = null;
  }
}
