import { element, setText } from '../element';
import { VirtualGrid } from '../grid/virtualGrid';
import type { ChartId, Picture, Shape } from './picture';
import { Plot, type PlotEvents } from './plot';

export interface CardEvents extends Omit<PlotEvents, 'onAnnounce'> {
  readonly onAsTable: (chart: ChartId, asTable: boolean) => void;
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
  private readonly toggle = element('button', { class: 'link', text: 'Table', attributes: { type: 'button' }, onClick: () => this.events.onAsTable(this.chart, !this.asTable) });
  private readonly plot: Plot;
  private readonly seen = new IntersectionObserver((entries) => this.onSeen(entries.some((entry) => entry.isIntersecting)), { rootMargin: '200px' });
  private twin: VirtualGrid | null = null;
  private picture: Picture | null = null;
  private asTable = false;
  private chosen: number | null = null;
  private inSight = false;
  private stale = true;

  constructor(private readonly chart: ChartId, private readonly events: CardEvents) {
    this.plot = new Plot({ ...events, onAnnounce: (text) => setText(this.live, text) });
    this.title.id = `chart-${chart}`;
    this.root.dataset['chart'] = chart;
    this.root.setAttribute('aria-labelledby', this.title.id);
    this.root.append(element('header', {}, this.title, this.toggle), this.basis, this.frame, this.legend, this.notes, this.live);
    this.seen.observe(this.root);
  }

  /** Shows a picture as a chart or as a table; `chosen` is the open prompt. */
  draw(picture: Picture, asTable: boolean, chosen: number | null): void {
    if (picture === this.picture && asTable === this.asTable) {
      if (chosen !== this.chosen) this.choose(chosen);
      return;
    }
    this.picture = picture;
    this.asTable = asTable;
    this.chosen = chosen;
    this.stale = true;
    // Words at once, so that the page has its height; the drawing when it is in sight.
    this.describe(picture);
    if (this.inSight) this.paint();
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
    else if (this.asTable) this.paintTwin(picture);
    else this.paintPlot(picture);
  }

  private describe(picture: Picture): void {
    setText(this.title, picture.title);
    setText(this.basis, picture.basis);
    while (this.notes.children.length > picture.notes.length) this.notes.lastElementChild?.remove();
    for (const [at, note] of picture.notes.entries()) setText(this.notes.children[at] ?? this.notes.appendChild(element('li')), note);
    this.paintLegend(picture);
    this.toggle.hidden = picture.missing !== null;
    setText(this.toggle, this.asTable ? 'Chart' : 'Table');
    this.toggle.setAttribute('aria-label', `${picture.title}: show as ${this.asTable ? 'chart' : 'table'}`);
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
    const shown = picture.x.bands === undefined && picture.clouds.length > 0 && !this.asTable;
    this.legend.replaceChildren(...(shown ? picture.clouds.map((cloud) =>
      element('span', {}, element('span', { class: `sign tone-${cloud.tone}`, text: shapeSigns[cloud.shape] }), ` ${cloud.name}`)) : []));
  }

  private dropTwin(): void {
    this.twin?.dispose();
    this.twin = null;
  }
}
