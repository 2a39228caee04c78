import {
  Chart, Filler, LinearScale, LineController, LineElement, LogarithmicScale, PointElement, ScatterController, Tooltip,
  type ActiveElement, type Plugin,
} from 'chart.js';
import annotation from 'chartjs-plugin-annotation';
import { readChartTheme, type ChartTheme } from './chartTheme';
import type { Picture } from './picture';
import { plotData, type DatasetMeaning, type PlotPoint } from './plotData';
import { plotMarks } from './plotMarks';
import { fontOf, plotScale } from './plotScales';
import { pointAt, walkPoints, type PointPlace, type WalkKey } from './pointWalk';

Chart.register(Filler, LinearScale, LineController, LineElement, LogarithmicScale, PointElement, ScatterController, Tooltip, annotation);

export interface PlotEvents {
  readonly onPrompt: (prompt: number) => void;
  readonly onK: (k: number) => void;
  /** What a screen reader shall say. */
  readonly onAnnounce: (text: string) => void;
}

const walkKeys: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']);
/** Above this many points whiskers would be a grey field. */
const mostWhiskers = 600;

/** One canvas that draws pictures: click a point, or walk to it with the arrow keys and press Enter. */
export class Plot {
  readonly canvas = document.createElement('canvas');
  private chart: Chart<'scatter' | 'line', PlotPoint[]> | null = null;
  private picture: Picture | null = null;
  private meanings: readonly DatasetMeaning[] = [];
  private theme: ChartTheme = readChartTheme();
  private chosen: number | null = null;
  private place: PointPlace | null = null;

  constructor(private readonly events: PlotEvents) {
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute('role', 'application');
    this.canvas.setAttribute('aria-roledescription', 'chart');
    this.canvas.addEventListener('keydown', (event) => this.onKey(event));
    this.canvas.addEventListener('blur', () => this.point(null));
    this.canvas.addEventListener('focus', () => events.onAnnounce(this.picture?.summary ?? ''));
  }

  /** Draws a picture; `chosen` is the open prompt, ringed. */
  draw(picture: Picture, chosen: number | null): void {
    this.picture = picture;
    this.chosen = chosen;
    this.place = null;
    this.canvas.setAttribute('aria-label', `${picture.title}. ${picture.summary} Arrow keys go from point to point, Enter opens.`);
    const { datasets, meanings } = plotData(picture, this.theme);
    this.meanings = meanings;
    const scales = { x: plotScale(picture.x, 'x', this.theme), y: plotScale(picture.y, 'y', this.theme) };
    const annotations = plotMarks(picture.marks, picture.x, this.theme);
    if (this.chart === null) {
      this.chart = this.create(datasets, scales, annotations);
      return;
    }
    this.chart.data.datasets = datasets;
    this.chart.options.scales = scales;
    this.chart.options.plugins!.annotation!.annotations = annotations;
    this.chart.update('none');
  }

  /** Rings another prompt without drawing the points anew. */
  choose(prompt: number | null): void {
    if (this.chosen === prompt) return;
    this.chosen = prompt;
    this.chart?.draw();
  }

  /** Takes on the theme now in force. */
  repaint(): void {
    this.theme = readChartTheme();
    const { picture } = this;
    this.chart?.destroy();
    this.chart = null;
    if (picture !== null) this.draw(picture, this.chosen);
  }

  dispose(): void {
    this.chart?.destroy();
    this.chart = null;
    this.canvas.remove();
  }

  private create(
    datasets: ReturnType<typeof plotData>['datasets'],
    scales: { x: ReturnType<typeof plotScale>; y: ReturnType<typeof plotScale> },
    annotations: ReturnType<typeof plotMarks>,
  ): Chart<'scatter' | 'line', PlotPoint[]> {
    const { theme } = this;
    const curves = this.picture!.curves.length > 0;
    return new Chart<'scatter' | 'line', PlotPoint[]>(this.canvas, {
      type: 'scatter',
      data: { datasets },
      plugins: [this.overlay()],
      options: {
        animation: false,
        parsing: false,
        normalized: true,
        responsive: true,
        maintainAspectRatio: false,
        layout: { padding: { top: 6, right: 8 } },
        interaction: curves ? { mode: 'nearest', axis: 'x', intersect: false } : { mode: 'nearest', intersect: true },
        scales,
        onClick: (_event, elements) => this.pick(elements[0]),
        onHover: (_event, elements) => this.canvas.classList.toggle('over-point', elements.length > 0),
        plugins: {
          annotation: { annotations, clip: true },
          tooltip: {
            animation: false,
            filter: (item) => this.meanings[item.datasetIndex]?.kind !== 'band',
            backgroundColor: theme.tooltip.background,
            titleColor: theme.tooltip.foreground,
            bodyColor: theme.tooltip.foreground,
            borderColor: theme.tooltip.border,
            borderWidth: 1,
            cornerRadius: 3,
            caretSize: 4,
            padding: 8,
            displayColors: false,
            titleFont: { ...fontOf(theme), weight: 'bold' },
            bodyFont: fontOf(theme),
            callbacks: {
              title: (items) => (items[0] === undefined ? '' : (this.linesOf(items[0].datasetIndex, items[0].dataIndex)[0] ?? '')),
              label: (item) => this.linesOf(item.datasetIndex, item.dataIndex).slice(1),
            },
          },
        },
      },
    });
  }

  /** Whiskers beneath the points, the ring of the open prompt above them. */
  private overlay(): Plugin<'scatter' | 'line'> {
    return {
      id: 'overlay',
      beforeDatasetsDraw: (chart) => {
        const { ctx, chartArea } = chart;
        const total = this.meanings.reduce((sum, meaning) => sum + (meaning.kind === 'cloud' ? meaning.cloud.x.length : 0), 0);
        if (total > mostWhiskers) return;
        ctx.save();
        ctx.beginPath();
        ctx.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
        ctx.clip();
        for (const meaning of this.meanings) {
          if (meaning.kind !== 'cloud' || meaning.cloud.error === null) continue;
          ctx.strokeStyle = this.theme.tones[meaning.cloud.tone];
          ctx.globalAlpha = 0.45;
          ctx.lineWidth = 1;
          ctx.beginPath();
          for (let i = 0; i < meaning.cloud.x.length; i++) {
            const error = meaning.cloud.error[i]!;
            if (Number.isNaN(error)) continue;
            const x = chart.scales['x']!.getPixelForValue(meaning.cloud.x[i]!);
            ctx.moveTo(x, chart.scales['y']!.getPixelForValue(meaning.cloud.y[i]! - error));
            ctx.lineTo(x, chart.scales['y']!.getPixelForValue(meaning.cloud.y[i]! + error));
          }
          ctx.stroke();
        }
        ctx.restore();
      },
      afterDatasetsDraw: (chart) => {
        if (this.chosen === null) return;
        for (const meaning of this.meanings) {
          if (meaning.kind !== 'cloud') continue;
          const point = meaning.cloud.prompt.indexOf(this.chosen);
          if (point < 0) continue;
          const { ctx } = chart;
          ctx.save();
          ctx.strokeStyle = this.theme.foreground;
          ctx.lineWidth = 2;
          ctx.beginPath();
          ctx.arc(
            chart.scales['x']!.getPixelForValue(meaning.cloud.x[point]!),
            chart.scales['y']!.getPixelForValue(meaning.cloud.y[point]!),
            (meaning.cloud.radius?.[point] ?? 4) + 4, 0, 2 * Math.PI,
          );
          ctx.stroke();
          ctx.restore();
        }
      },
    };
  }

  private pick(element: ActiveElement | undefined): void {
    const place = element === undefined ? null : this.placeOf(element.datasetIndex, element.index);
    if (place !== null) this.open(place);
  }

  private open(place: PointPlace): void {
    const { prompt, k } = pointAt(this.picture!, place);
    if (prompt !== null) this.events.onPrompt(prompt);
    else if (k !== null) this.events.onK(k);
  }

  private onKey(event: KeyboardEvent): void {
    if (this.picture === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && this.place !== null) this.open(this.place);
    else if (walkKeys.has(event.key)) this.point(walkPoints(this.picture, this.place, event.key as WalkKey));
    else return;
    event.preventDefault();
  }

  private point(place: PointPlace | null): void {
    const { chart, picture } = this;
    if (chart === null || picture === null || (place === null && this.place === null)) return;
    this.place = place;
    const active = place === null ? [] : [{ datasetIndex: this.datasetOf(place), index: place.point }];
    chart.setActiveElements(active);
    chart.tooltip?.setActiveElements(active, { x: 0, y: 0 });
    chart.update('none');
    if (place !== null) this.events.onAnnounce(pointAt(picture, place).lines.join(', '));
  }

  private linesOf(dataset: number, point: number): string[] {
    const place = this.placeOf(dataset, point);
    return place === null ? [] : [...pointAt(this.picture!, place).lines];
  }

  private placeOf(dataset: number, point: number): PointPlace | null {
    const meaning = this.meanings[dataset];
    if (meaning === undefined || meaning.kind === 'band') return null;
    const { clouds, curves } = this.picture!;
    return { series: meaning.kind === 'cloud' ? clouds.indexOf(meaning.cloud) : clouds.length + curves.indexOf(meaning.curve), point };
  }

  private datasetOf(place: PointPlace): number {
    const { clouds, curves } = this.picture!;
    const cloud = clouds[place.series];
    const curve = curves[place.series - clouds.length];
    return this.meanings.findIndex((meaning) => (meaning.kind === 'cloud' ? meaning.cloud === cloud : meaning.kind === 'curve' && meaning.curve === curve));
  }
}
