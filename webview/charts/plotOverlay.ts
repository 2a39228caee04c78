import { drawBars } from './barLayer';
import { withAlpha, type ChartTheme } from './chartTheme';
import type { CloudLayer, PixelScale, PlotArea } from './cloudLayer';
import { drawLines, frameCell, type FieldLayer } from './fieldLayer';
import { drawMarkLabels, drawMarks } from './markLayer';
import type { Mark, Picture } from './picture';
import { fieldSeries, type PointPlace } from './pointWalk';
import type { UprightTitle } from './uprightTitle';

/** What is drawn over and under what Chart.js draws itself. */
export interface Overlay {
  readonly picture: Picture;
  readonly theme: ChartTheme;
  readonly clouds: CloudLayer;
  readonly field: FieldLayer;
  readonly title: UprightTitle;
  /** The open prompt, ringed. */
  readonly chosen: number | null;
  /** The point under the pointer or the keyboard. */
  readonly place: PointPlace | null;
  /** The frame that is being drawn around points. */
  readonly frame: PlotArea | null;
  /** Points as shapes, not as images: for a drawing that is scaled later. */
  readonly asShapes: boolean;
}

export interface Canvas {
  readonly ctx: CanvasRenderingContext2D;
  readonly scales: { readonly [name: string]: PixelScale };
  readonly chartArea: PlotArea;
}

/** Below the curves: the title of the y axis, the field, the marks, the lines of single prompts. */
export function drawGround({ ctx, scales, chartArea }: Canvas, { picture, theme, field, title, asShapes }: Overlay): void {
  const [x, y] = [scales['x'], scales['y']];
  title.draw(ctx, picture.y.title, chartArea, asShapes);
  if (picture.field !== undefined) field.draw(ctx, picture.field, x, y, chartArea, theme);
  drawMarks(ctx, marksOf(picture), { x, y, area: chartArea, theme });
  if (picture.lines !== undefined) drawLines(ctx, picture.lines, x, y, chartArea, theme);
}

/** Above the curves: bars, points, rings, and what the marks are called. */
export function drawTop({ ctx, scales, chartArea }: Canvas, { picture, theme, clouds, chosen, place, frame, asShapes }: Overlay): void {
  const [x, y] = [scales['x'], scales['y']];
  if (picture.bars.length > 0) drawBars(ctx, picture.bars, x, y, theme, place?.point ?? null);
  if (picture.clouds.length > 0) {
    clouds.draw(ctx, picture.clouds, x, y, chartArea, asShapes);
    const ringed = chosen === null ? null : clouds.placeOf(chosen);
    if (ringed !== null) clouds.ring(ctx, ringed, 2);
    if (place !== null && place.series < picture.clouds.length) clouds.ring(ctx, place, 1.25);
  }
  if (picture.field !== undefined && place?.series === fieldSeries(picture)) frameCell(ctx, picture.field, place.point, x, y, theme);
  drawMarkLabels(ctx, marksOf(picture), { x, y, area: chartArea, theme });
  if (frame !== null) drawFrame(ctx, frame, theme);
}

/** Lines between bands, where points do not show them by themselves. */
function marksOf({ marks, x, clouds }: Picture): readonly Mark[] {
  if (clouds.length === 0 || x.bands === undefined) return marks;
  return [...x.bands.slice(1).map((_, band): Mark => ({ kind: 'upright', x: band + 1, label: '', tone: 'muted', dash: [1, 3] })), ...marks];
}

function drawFrame(context: CanvasRenderingContext2D, { left, top, right, bottom }: PlotArea, theme: ChartTheme): void {
  context.save();
  context.fillStyle = withAlpha(theme.focus, 0.12);
  context.strokeStyle = theme.focus;
  context.fillRect(left, top, right - left, bottom - top);
  context.strokeRect(left + 0.5, top + 0.5, right - left, bottom - top);
  context.restore();
}
