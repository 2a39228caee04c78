import { Chart, Filler, LinearScale, LineController, LineElement, LogarithmicScale, PointElement, ScatterController, Tooltip, type ChartConfiguration } from 'chart.js';
import { readChartTheme, type ChartTheme } from './chartTheme';
import { CloudLayer, type PlotArea } from './cloudLayer';
import { FieldLayer } from './fieldLayer';
import { framedPrompts, showsPrompts } from './framedPrompts';
import { loosePoint } from './loosePoint';
import type { Picture } from './picture';
import { datasetsPerCurve, plotData, type PlotPoint } from './plotData';
import { plotAxes, plotOptions } from './plotOptions';
import { drawGround, drawTop, type Overlay } from './plotOverlay';
import { placeUnder } from './placeUnder';
import { RubberBand } from './rubberBand';
import { sameDrawing, sameFrame } from './sameDrawing';
import { isWalkKey, pointAt, walkPoints, type PointPlace } from './pointWalk';
import { t } from '../../src/texts/t';
import { UprightTitle } from './uprightTitle';
import { followZoom } from './zoomGestures';
import { pan, zoom, type Sight } from './zoomRange';

Chart.register(Filler, LinearScale, LineController, LineElement, LogarithmicScale, PointElement, ScatterController, Tooltip);

export interface PlotEvents {
  readonly onPrompt: (prompt: number) => void;
  readonly onPair: (first: number, second: number) => void;
  readonly onK: (k: number) => void;
  readonly onFilter: (filter: string) => void;
  /** Prompts that were framed, or are a bar's, and that no filter shows alone. */
  readonly onChoose: (prompts: readonly number[]) => void;
  /** What part is to be seen; null: all of it. */
  readonly onSight: (sight: Sight | null) => void;
  /** What a screen reader shall say. */
  readonly onAnnounce: (text: string) => void;
}

type PlotChart = Chart<'scatter' | 'line', PlotPoint[]>;
type PlotConfiguration = ChartConfiguration<'scatter' | 'line', PlotPoint[]>;

/** One canvas that draws pictures: click a point, or walk to it with the arrow keys and press Enter; drag a frame around some. */
export class Plot {
  readonly canvas = document.createElement('canvas');
  private readonly band: RubberBand;
  private readonly field = new FieldLayer();
  private chart: PlotChart | null = null;
  private picture: Picture | null = null;
  private theme: ChartTheme = readChartTheme();
  private layer = new CloudLayer(this.theme);
  private title = new UprightTitle(this.theme);
  private chosen: number | null = null;
  private sight: Sight | null = null;
  /** All there is to see of the picture. */
  private whole: Sight | null = null;
  /** The point under the pointer or the keyboard. */
  private place: PointPlace | null = null;

  constructor(private readonly events: PlotEvents) {
    // Of two that listen, the first to be asked about a drag is the one that moves the picture.
    followZoom(this.canvas, {
      pans: (event) => this.sight !== null && (event.shiftKey || !this.isFramable()),
      onZoom: (left, top, factor) => this.zoomAt(left, top, factor),
      onPan: (right, down) => this.panBy(right, down),
    });
    this.band = new RubberBand(this.canvas, (event) => this.isFramable() && !(event.shiftKey && this.sight !== null), () => this.chart?.draw(), (frame) => this.frame(frame));
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute('role', 'application');
    this.canvas.setAttribute('aria-roledescription', 'chart');
    this.canvas.addEventListener('keydown', (event) => this.onKey(event));
    this.canvas.addEventListener('pointermove', (event) => this.onPointer(event));
    this.canvas.addEventListener('pointerleave', () => this.point(null));
    this.canvas.addEventListener('blur', () => this.point(null));
    this.canvas.addEventListener('focus', () => events.onAnnounce(this.picture?.summary ?? ''));
    this.canvas.addEventListener('click', (event) => {
      this.onPointer(event);
      if (this.place !== null) this.open(this.place);
    });
  }

  /** Draws a picture, or the part of it that is to be seen; `chosen` is the open prompt, ringed. */
  draw(picture: Picture, chosen: number | null, sight: Sight | null): void {
    const before = this.picture;
    const moved = sight !== this.sight;
    this.picture = picture;
    this.sight = sight;
    if (this.chart !== null && before !== null && !moved && this.place === null && sameDrawing(before, picture)) {
      this.choose(chosen);
      return;
    }
    this.chosen = chosen;
    if (this.chart !== null && before !== null && !moved && this.place === null && sameFrame(before, picture)) {
      this.name(picture);
      this.chart.draw();
      return;
    }
    this.place = null;
    if (picture !== before || this.chart === null) this.drawWhole(picture);
    if (this.chart === null || (sight === null && picture !== before)) return;
    this.chart.options.scales = plotAxes(picture, this.theme, sight);
    this.chart.update('none');
  }

  /** Rings another prompt. */
  choose(prompt: number | null): void {
    if (this.chosen === prompt) return;
    this.chosen = prompt;
    this.chart?.draw();
  }

  /** Looks closer at the middle, or from further away. */
  zoomBy(factor: number): void {
    this.look((sight, whole, { x, y }) => zoom(sight, whole, { x, y }, { x: 0.5, y: 0.5 }, factor));
  }

  /** Takes on the theme now in force. */
  repaint(): void {
    const { picture, chosen, sight } = this;
    this.theme = readChartTheme();
    this.layer = new CloudLayer(this.theme);
    this.title = new UprightTitle(this.theme);
    this.chart?.destroy();
    this.chart = null;
    if (picture !== null) this.draw(picture, chosen, sight);
  }

  /** What is drawn, on the editor's background. */
  picturePng(): Promise<Blob> {
    const { canvas } = this;
    const sheet = document.createElement('canvas');
    sheet.width = canvas.width;
    sheet.height = canvas.height;
    const context = sheet.getContext('2d');
    if (context !== null) {
      context.fillStyle = this.theme.background;
      context.fillRect(0, 0, sheet.width, sheet.height);
      context.drawImage(canvas, 0, 0);
    }
    return new Promise((resolve, reject) => {
      sheet.toBlob((blob) => (blob === null ? reject(new Error(t`the chart has no size`)) : resolve(blob)), 'image/png');
    });
  }

  /** The same as lines and letters that can be scaled: a document of its own. */
  async pictureSvg(): Promise<string> {
    const { picture, theme, sight } = this;
    if (picture === null) throw new Error(t`there is no chart`);
    const { svgOf } = await import('./svgOf');
    const layers = { clouds: new CloudLayer(theme), field: new FieldLayer(), place: null, frame: null, asShapes: true };
    return svgOf(
      { width: this.canvas.clientWidth, height: this.canvas.clientHeight, background: theme.background, title: picture.title },
      this.configuration(picture, sight, () => ({ ...this.overlay(picture), ...layers })),
    );
  }

  dispose(): void {
    this.chart?.destroy();
    this.chart = null;
    this.canvas.remove();
  }

  private name({ title, summary }: Picture): void {
    const label = t`${title}. ${summary} Arrow keys go from point to point, Enter opens, plus and minus look closer or from further away.`;
    if (label !== this.canvas.ariaLabel) this.canvas.ariaLabel = label;
  }

  private drawWhole(picture: Picture): void {
    this.name(picture);
    if (this.chart === null) {
      this.chart = new Chart<'scatter' | 'line', PlotPoint[]>(this.canvas, this.configuration(picture, null, () => this.overlay(this.picture ?? picture)));
    } else {
      // Made anew, they are laid out anew, even where there is nothing but clouds.
      if (picture.curves.length > 0 || this.chart.data.datasets.length > 1) this.chart.data.datasets = plotData(picture, this.theme);
      this.chart.options.scales = plotAxes(picture, this.theme, null);
      this.chart.update('none');
    }
    if (picture.equal === true) this.equalize(this.chart);
    const { x, y } = this.chart.scales;
    this.whole = x === undefined || y === undefined ? null : { x: [x.min, x.max], y: [y.min, y.max] };
  }

  /** Shows as much from left to right as makes a unit as long as one upwards. */
  private equalize(chart: PlotChart): void {
    const { left, right, top, bottom } = chart.chartArea;
    const reach = this.picture?.y.max;
    const axis = chart.options.scales?.['x'];
    if (reach === undefined || axis === undefined || bottom <= top) return;
    axis.max = (reach * (right - left)) / (bottom - top);
    axis.min = -axis.max;
    chart.update('none');
  }

  /** The canvas has another size. */
  private onResize(): void {
    if (this.picture?.equal !== true || this.chart === null) return;
    this.drawWhole(this.picture);
    this.draw(this.picture, this.chosen, this.sight);
  }

  private configuration(picture: Picture, sight: Sight | null, overlay: () => Overlay): PlotConfiguration {
    const lines = (): readonly string[] => (this.place === null || this.picture === null ? [] : pointAt(this.picture, this.place).lines);
    return {
      type: 'scatter',
      data: { datasets: plotData(picture, this.theme) },
      options: { ...plotOptions(plotAxes(picture, this.theme, sight), this.theme, lines), onResize: () => queueMicrotask(() => this.onResize()) },
      plugins: [{
        id: 'layers',
        beforeDatasetsDraw: (chart) => drawGround(chart, overlay()),
        afterDatasetsDraw: (chart) => drawTop(chart, overlay()),
      }],
    };
  }

  private overlay(picture: Picture): Overlay {
    return { picture, theme: this.theme, clouds: this.layer, field: this.field, title: this.title, chosen: this.chosen, place: this.place, frame: this.band.frame, asShapes: false };
  }

  /** A frame was drawn: the table shows the prompts in it, or has them chosen. */
  private frame(frame: PlotArea): void {
    const { chart, picture } = this;
    if (chart === null || picture === null) return;
    const prompts = framedPrompts(chart.scales, picture, frame, this.layer.within(frame));
    if (prompts.length === 0) return;
    if (picture.enclosing === null) this.events.onChoose(prompts);
    else this.events.onFilter(picture.enclosing(prompts));
  }

  private isFramable(): boolean {
    return this.picture !== null && showsPrompts(this.picture);
  }

  private zoomAt(left: number, top: number, factor: number): void {
    const area = this.chart?.chartArea;
    if (area === undefined) return;
    const share = (value: number, from: number, to: number): number => Math.min(1, Math.max(0, (value - from) / (to - from)));
    const y = share(top, area.bottom, area.top);
    this.look((sight, whole, axes) => zoom(sight, whole, axes, { x: share(left, area.left, area.right), y: axes.y.reverse === true ? 1 - y : y }, factor));
  }

  private panBy(right: number, down: number): void {
    const area = this.chart?.chartArea;
    if (area === undefined) return;
    this.look((sight, whole, axes) => pan(sight, whole, axes, { x: -right / (area.right - area.left), y: ((axes.y.reverse === true ? -1 : 1) * down) / (area.bottom - area.top) }));
  }

  private look(next: (sight: Sight, whole: Sight, axes: Pick<Picture, 'x' | 'y'>) => Sight | null): void {
    const { picture, whole, sight } = this;
    if (picture !== null && whole !== null) this.events.onSight(next(sight ?? whole, whole, picture));
  }

  private open(place: PointPlace): void {
    if (this.picture === null) return;
    const { opens } = pointAt(this.picture, place);
    if (opens === null) return;
    if ('prompt' in opens) this.events.onPrompt(opens.prompt);
    else if ('pair' in opens) this.events.onPair(...opens.pair);
    else if ('k' in opens) this.events.onK(opens.k);
    else if ('chooses' in opens) this.events.onChoose(opens.chooses);
    else this.events.onFilter(opens.filter);
  }

  private onKey(event: KeyboardEvent): void {
    if (this.picture === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const moves = new Map([['ArrowLeft', [1, 0]], ['ArrowRight', [-1, 0]], ['ArrowUp', [0, 1]], ['ArrowDown', [0, -1]]]);
    const move = event.shiftKey && this.sight !== null ? moves.get(event.key) : undefined;
    if (event.key === 'Enter' && this.place !== null) this.open(this.place);
    else if (event.key === '+' || event.key === '=') this.zoomBy(1 / 1.5);
    else if (event.key === '-') this.zoomBy(1.5);
    else if (event.key === '0') this.events.onSight(null);
    else if (move !== undefined) this.panBy(40 * move[0], 40 * move[1]);
    else if (isWalkKey(event.key)) {
      const place = walkPoints(this.picture, this.place, event.key);
      this.point(place);
      if (place !== null) this.events.onAnnounce(pointAt(this.picture, place).lines.join(', '));
    } else return;
    event.preventDefault();
  }

  private onPointer(event: MouseEvent): void {
    const { chart, picture } = this;
    if (chart === null || picture === null || this.band.frame !== null) return;
    const place = picture.clouds.length > 0 ? this.layer.hit(event.offsetX, event.offsetY, chart.chartArea) : placeUnder(chart, picture, event.offsetX, event.offsetY);
    this.canvas.classList.toggle('over-point', place !== null && pointAt(picture, place).opens !== null);
    this.point(place);
  }

  private point(place: PointPlace | null): void {
    const { chart, picture } = this;
    const same = place?.series === this.place?.series && place?.point === this.place?.point;
    if (chart === null || picture === null || same) return;
    this.place = place;
    const loose = place === null ? null : loosePoint(picture, place);
    const pointed = chart.data.datasets[chart.data.datasets.length - 1];
    pointed.data = loose === null ? [] : [loose];
    chart.update('none');
    const active = place === null ? [] : [loose !== null
      ? { datasetIndex: chart.data.datasets.length - 1, index: 0 }
      : { datasetIndex: (place.series - picture.clouds.length) * datasetsPerCurve, index: place.point }];
    chart.setActiveElements(active);
    chart.tooltip?.setActiveElements(active, { x: 0, y: 0 });
    chart.draw();
  }
}
