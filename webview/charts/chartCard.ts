import type { SavedChart } from '../../src/protocol/exporting';
import { element, setText } from '../element';
import { VirtualGrid } from '../grid/virtualGrid';
import { formatCount } from '../numbers/formatCount';
import { CardActions, type CardActionEvents } from './cardActions';
import type { ChartId, Picture, Shape } from './picture';
import { Plot, type PlotEvents } from './plot';
import { twinCsv } from './twinCsv';
import type { Sight } from './zoomRange';
import { t } from '../../src/texts/t';

export interface CardEvents extends Omit<PlotEvents, 'onAnnounce' | 'onSight'> {
  readonly onAsTable: (chart: ChartId, asTable: boolean) => void;
  readonly onWide: (chart: ChartId, wide: boolean) => void;
  readonly onSight: (chart: ChartId, sight: Sight | null) => void;
  readonly onChoice: (chart: ChartId, choice: string) => void;
  /** The card has come into sight. */
  readonly onSeen: (chart: ChartId) => void;
}

/** How a card is shown: as its table or as its chart, across the page or in its column, all of it or a part. */
export interface CardLook {
  readonly asTable: boolean;
  readonly wide: boolean;
  readonly sight: Sight | null;
}

/** What of a card lies under the bar on top of the page is not in sight; the bar is at least so high. */
const barHeight = 40;

const shapeSigns: Readonly<Record<Shape, string>> = { triangle: '▲', rect: '■', circle: '●' };

/** A chart with its title, what it rests on, its notes and its table twin. Draws only while it is in sight. */
export class ChartCard {
  readonly root = element('section', { class: 'card' });
  inSight = false;
  /** Of a card whose last note alone is in sight, nothing is drawn. */
  private frameInSight = false;
  private readonly title = element('h3');
  private readonly basis = element('p', { class: 'basis' });
  private readonly legend = element('p', { class: 'legend' });
  private readonly frame = element('div', { class: 'frame' });
  private readonly notes = element('ul', { class: 'notes' });
  private readonly live = element('p', { class: 'unseen', attributes: { 'aria-live': 'polite' } });
  private readonly actions: CardActions;
  private readonly plot: Plot;
  private readonly seen: IntersectionObserver;
  private twin: VirtualGrid | null = null;
  private picture: Picture | null = null;
  private look: CardLook = { asTable: false, wide: false, sight: null };
  private chosen: number | null = null;
  private stale = true;

  /** @param page what scrolls, under a bar that stays */
  constructor(private readonly chart: ChartId, private readonly events: CardEvents, page: HTMLElement) {
    this.seen = new IntersectionObserver((entries) => this.onSeen(entries), { root: page, rootMargin: `-${barHeight}px 0px 0px` });
    this.plot = new Plot({ ...events, onChoose: (prompts) => this.choosePrompts(prompts), onSight: (sight) => events.onSight(chart, sight), onAnnounce: (text) => setText(this.live, text) });
    this.root.tabIndex = -1;
    this.title.id = `chart-${chart}`;
    this.root.dataset['chart'] = chart;
    this.root.setAttribute('aria-labelledby', this.title.id);
    this.actions = new CardActions(this.actionEvents());
    this.root.append(element('header', {}, this.title, this.actions.more, this.actions.toggle), element('div', { class: 'basis-row' }, this.basis, this.actions.choice), this.frame, this.legend, this.notes, this.live);
    this.frame.addEventListener('dblclick', () => events.onWide(chart, !this.look.wide));
    for (const part of [this.root, this.frame]) this.seen.observe(part);
  }

  /**
   * Takes a picture, to be shown as a chart or as a table, and says it in words; `chosen` is the open prompt. Nothing is drawn
   * before paintSeen(): a font set on a canvas makes the browser style whatever was written on the page since the last time, so
   * that words and drawings in turn cost a page's styles for every chart.
   */
  describe(picture: Picture, look: CardLook, chosen: number | null): void {
    const before = this.look;
    const same = picture === this.picture && look.asTable === before.asTable && look.wide === before.wide;
    if (same && look.sight === before.sight) {
      if (chosen !== this.chosen) this.choose(chosen);
      return;
    }
    const moved = this.stale ? false : look.wide !== before.wide;
    const redrawn = picture !== this.picture;
    this.picture = picture;
    this.look = look;
    this.root.classList.toggle('wide', look.wide);
    this.root.classList.toggle('as-table', look.asTable);
    if (moved) this.root.scrollIntoView({ block: 'nearest' });
    this.chosen = chosen;
    this.stale = true;
    if (redrawn) this.write(picture);
    this.paintLegend(picture);
    this.actions.show(picture, look);
  }

  /** Draws what was described and is in sight. */
  paintSeen(): void {
    if (this.frameInSight && this.stale) this.paint();
  }

  /** Brings the card into sight and puts the keyboard on it. */
  reveal(): void {
    this.root.scrollIntoView({ block: 'nearest' });
    // A chart that is still being loaded has no canvas yet.
    const drawn = this.plot.canvas.isConnected ? this.plot.canvas : this.root;
    (this.look.asTable ? this.actions.toggle : drawn).focus({ preventScroll: true });
  }

  repaint(): void {
    this.plot.repaint();
  }

  /** The chart for a saved report; null where there is none. */
  async saved(): Promise<SavedChart | null> {
    if (this.picture === null || this.root.hidden) return null;
    const { savedChart } = await import('./savedChart');
    return savedChart(this.picture, { ...this.events, onSight: () => undefined, onAnnounce: () => undefined });
  }

  dispose(): void {
    this.seen.disconnect();
    this.twin?.dispose();
    this.plot.dispose();
    this.root.remove();
  }

  private actionEvents(): CardActionEvents {
    return {
      onToggle: () => this.events.onAsTable(this.chart, !this.look.asTable),
      onWiden: () => this.events.onWide(this.chart, !this.look.wide),
      onZoom: (factor) => (factor === null ? this.events.onSight(this.chart, null) : this.plot.zoomBy(factor)),
      onChoice: (choice) => this.events.onChoice(this.chart, choice),
      say: (text) => setText(this.live, text),
      csv: () => (this.picture === null ? '' : twinCsv(this.picture.twin)),
      png: () => this.plot.picturePng(),
      svg: () => this.plot.pictureSvg(),
    };
  }

  private choosePrompts(prompts: readonly number[]): void {
    this.events.onChoose(prompts);
    setText(this.live, t`${formatCount(prompts.length, 'prompt')} chosen in the table.`);
  }

  private choose(chosen: number | null): void {
    this.chosen = chosen;
    this.plot.choose(chosen);
    if (this.twin !== null) this.fillTwin(this.twin);
  }

  private onSeen(entries: readonly IntersectionObserverEntry[]): void {
    const before = this.inSight;
    for (const { target, isIntersecting } of entries) {
      if (target === this.root) this.inSight = isIntersecting;
      else this.frameInSight = isIntersecting;
    }
    // It may have moved while it was not looked at.
    if (this.inSight && !before) this.events.onSeen(this.chart);
    this.paintSeen();
  }

  private paint(): void {
    const { picture } = this;
    if (picture === null) return;
    this.stale = false;
    if (picture.missing !== null) this.paintMissing(picture.missing);
    else if (this.look.asTable) this.paintTwin(picture);
    else this.paintPlot(picture);
  }

  private write(picture: Picture): void {
    setText(this.title, picture.title);
    setText(this.basis, picture.basis);
    while (this.notes.children.length > picture.notes.length) this.notes.lastElementChild?.remove();
    for (const [at, note] of picture.notes.entries()) setText(this.notes.children[at] ?? this.notes.appendChild(element('li')), note);
  }

  private paintPlot(picture: Picture): void {
    this.dropTwin();
    if (this.plot.canvas.parentElement !== this.frame) this.frame.replaceChildren(this.plot.canvas);
    this.plot.draw(picture, this.chosen, this.look.sight);
  }

  private paintTwin(picture: Picture): void {
    this.dropTwin();
    this.twin = new VirtualGrid(t`${picture.title}, as a table`, picture.twin.columns, {
      onOpen: (row) => {
        const { twin } = this.picture!;
        const pair = twin.pair?.(row) ?? null;
        const prompt = twin.prompt(row);
        if (pair !== null) this.events.onPair(...pair);
        else if (prompt !== null) this.events.onPrompt(prompt);
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
    this.frame.replaceChildren(element('div', { class: 'missing' }, element('p', { text: what }), ...(how === '' ? [] : [element('p', { text: how })])));
  }

  /** What the shapes mean; bands name themselves, and one curve is what the title says. */
  private paintLegend(picture: Picture): void {
    const clouds = picture.x.bands === undefined ? picture.clouds.map((cloud) => ({ ...cloud, sign: shapeSigns[cloud.shape] })) : [];
    const curves = picture.curves.length > 1 ? picture.curves.map((curve) => ({ ...curve, sign: `─${shapeSigns[curve.shape ?? 'circle']}─` })) : [];
    const named = this.look.asTable || picture.missing !== null ? [] : [...clouds, ...curves, ...(picture.legend ?? [])];
    this.legend.replaceChildren(...named.map(({ tone, sign, name }) =>
      element('span', {}, element('span', { class: `sign tone-${tone}`, text: sign, attributes: { 'aria-hidden': 'true' } }), ` ${name}`)));
  }

  private dropTwin(): void {
    this.twin?.dispose();
    this.twin = null;
  }
}
