import { Chart, Filler, LinearScale, LineController, LineElement, LogarithmicScale, PointElement, ScatterController, Tooltip, type ChartOptions } from 'chart.js';
import annotation from 'chartjs-plugin-annotation';
import { drawBars } from './barLayer';
import { readChartTheme, withAlpha, type ChartTheme } from './chartTheme';
import { CloudLayer, type PlotArea } from './cloudLayer';
import type { Picture } from './picture';
import { datasetsPerCurve, plotData, yReach, type PlotPoint } from './plotData';
import { plotMarks } from './plotMarks';
import { fontOf, plotScale } from './plotScales';
import { RubberBand } from './rubberBand';
import { sameDrawing } from './sameDrawing';
import { isWalkKey, pointAt, walkPoints, type PointPlace } from './pointWalk';

Chart.register(Filler, LinearScale, LineController, LineElement, LogarithmicScale, PointElement, ScatterController, Tooltip, annotation);

export interface PlotEvents {
  readonly onPrompt: (prompt: number) => void;
  readonly onK: (k: number) => void;
  readonly onFilter: (filter: string) => void;
  /** What a screen reader shall say. */
  readonly onAnnounce: (text: string) => void;
}

type PlotChart = Chart<'scatter' | 'line', PlotPoint[]>;

/** One canvas that draws pictures: click a point, or walk to it with the arrow keys and press Enter; drag a frame around some. */
export class Plot {
  readonly canvas = document.createElement('canvas');
  private readonly band: RubberBand;
  private chart: PlotChart | null = null;
  private picture: Picture | null = null;
  private theme: ChartTheme = readChartTheme();
  private layer = new CloudLayer(this.theme);
  private chosen: number | null = null;
  /** The point under the pointer or the keyboard. */
  private place: PointPlace | null = null;

  constructor(private readonly events: PlotEvents) {
    this.band = new RubberBand(this.canvas, () => this.picture?.enclosing != null, () => this.chart?.draw(), (frame) => this.frame(frame));
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

  /** Draws a picture; `chosen` is the open prompt, ringed. */
  draw(picture: Picture, chosen: number | null): void {
    const before = this.picture;
    this.picture = picture;
    if (this.chart !== null && before !== null && this.place === null && sameDrawing(before, picture)) {
      this.choose(chosen);
      return;
    }
    this.chosen = chosen;
    this.place = null;
    this.canvas.setAttribute('aria-label', `${picture.title}. ${picture.summary} Arrow keys go from point to point, Enter opens.`);
    const datasets = plotData(picture, this.theme);
    const scales = { x: plotScale(picture.x, 'x', this.theme, {}), y: plotScale(picture.y, 'y', this.theme, yReach(picture)) };
    const annotations = plotMarks(picture, this.theme);
    if (this.chart === null) {
      this.chart = new Chart<'scatter' | 'line', PlotPoint[]>(this.canvas, {
        type: 'scatter', data: { datasets }, options: this.options(scales, annotations), plugins: [this.overlay()],
      });
      return;
    }
    this.chart.data.datasets = datasets;
    this.chart.options.scales = scales;
    if (this.chart.options.plugins?.annotation !== undefined) this.chart.options.plugins.annotation.annotations = annotations;
    this.chart.update('none');
  }

  /** Rings another prompt. */
  choose(prompt: number | null): void {
    if (this.chosen === prompt) return;
    this.chosen = prompt;
    this.chart?.draw();
  }

  /** Takes on the theme now in force. */
  repaint(): void {
    const { picture, chosen } = this;
    this.theme = readChartTheme();
    this.layer = new CloudLayer(this.theme);
    this.chart?.destroy();
    this.chart = null;
    if (picture !== null) this.draw(picture, chosen);
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
      sheet.toBlob((blob) => (blob === null ? reject(new Error('the chart has no size')) : resolve(blob)), 'image/png');
    });
  }

  dispose(): void {
    this.chart?.destroy();
    this.chart = null;
    this.canvas.remove();
  }

  private options(scales: { x: ReturnType<typeof plotScale>; y: ReturnType<typeof plotScale> }, annotations: ReturnType<typeof plotMarks>): ChartOptions<'scatter' | 'line'> {
    const { theme } = this;
    const lines = (): readonly string[] => (this.place === null || this.picture === null ? [] : pointAt(this.picture, this.place).lines);
    return {
      animation: false,
      parsing: false,
      normalized: true,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { top: 6, right: 8 } },
      // The pointer is followed here, by one way for clouds and curves.
      events: [],
      scales,
      plugins: {
        annotation: { annotations, clip: true },
        tooltip: {
          animation: false,
          backgroundColor: theme.tooltip.background,
          titleColor: theme.tooltip.foreground,
          bodyColor: theme.tooltip.foreground,
          borderColor: theme.tooltip.border,
          borderWidth: 1,
          cornerRadius: 3,
          caretSize: 4,
          caretPadding: 8,
          padding: 8,
          displayColors: false,
          titleFont: { ...fontOf(theme), weight: 'bold' },
          bodyFont: fontOf(theme),
          callbacks: { title: () => lines()[0] ?? '', label: () => lines().slice(1) },
        },
      },
    };
  }

  /** The clouds above the marks, and the rings above the clouds. */
  private overlay(): { id: string; afterDatasetsDraw: (chart: PlotChart) => void } {
    return {
      id: 'clouds',
      afterDatasetsDraw: ({ ctx, scales, chartArea }) => {
        const { clouds, bars } = this.picture ?? { clouds: [], bars: [] };
        if (bars.length > 0) drawBars(ctx, bars, scales['x'], scales['y'], this.theme, this.place?.point ?? null);
        if (clouds.length === 0) return;
        this.layer.draw(ctx, clouds, scales['x'], scales['y'], chartArea);
        const chosen = this.chosen === null ? null : this.layer.placeOf(this.chosen);
        if (chosen !== null) this.layer.ring(ctx, chosen, 2);
        if (this.place !== null) this.layer.ring(ctx, this.place, 1.25);
        if (this.band.frame !== null) this.drawFrame(ctx, this.band.frame);
      },
    };
  }

  private drawFrame(context: CanvasRenderingContext2D, { left, top, right, bottom }: PlotArea): void {
    context.save();
    context.fillStyle = withAlpha(this.theme.focus, 0.12);
    context.strokeStyle = this.theme.focus;
    context.fillRect(left, top, right - left, bottom - top);
    context.strokeRect(left + 0.5, top + 0.5, right - left, bottom - top);
    context.restore();
  }

  /** A frame was drawn: the table shows the prompts in it. */
  private frame(frame: PlotArea): void {
    const prompts = this.layer.within(frame);
    const filter = prompts.length === 0 ? undefined : this.picture?.enclosing?.(prompts);
    if (filter !== undefined) this.events.onFilter(filter);
  }

  private open(place: PointPlace): void {
    if (this.picture === null) return;
    const { opens } = pointAt(this.picture, place);
    if (opens === null) return;
    if ('prompt' in opens) this.events.onPrompt(opens.prompt);
    else if ('k' in opens) this.events.onK(opens.k);
    else this.events.onFilter(opens.filter);
  }

  private onKey(event: KeyboardEvent): void {
    if (this.picture === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && this.place !== null) this.open(this.place);
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
    const place = picture.clouds.length > 0 ? this.layer.hit(event.offsetX, event.offsetY) : this.placeBelow(chart, picture, event.offsetX);
    this.canvas.classList.toggle('over-point', place !== null);
    this.point(place);
  }

  /** The point of the first curve that is nearest to the pointer from left to right, or the bar. */
  private placeBelow({ chartArea, scales }: PlotChart, picture: Picture, left: number): PointPlace | null {
    if (left < chartArea.left - 8 || left > chartArea.right + 8) return null;
    const xs = picture.curves[0]?.x ?? picture.bars.map((_, bar) => bar + 0.5);
    let best = -1;
    let nearest = Infinity;
    for (let point = 0; point < xs.length; point++) {
      const distance = Math.abs(scales['x'].getPixelForValue(xs[point]) - left);
      if (distance < nearest) [best, nearest] = [point, distance];
    }
    return best < 0 ? null : { series: picture.clouds.length, point: best };
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

/** Where a point is that Chart.js does not draw itself; null for those of curves. */
function loosePoint({ clouds, curves, bars }: Picture, { series, point }: PointPlace): PlotPoint | null {
  if (series < clouds.length) return { x: clouds[series].x[point], y: clouds[series].y[point] };
  return series - clouds.length < curves.length ? null : { x: point + 0.5, y: bars[point].height };
}
