import type { ChartTheme } from './chartTheme';
import type { PixelScale, PlotArea } from './cloudLayer';
import { withAlpha } from './chartTheme';
import type { Field, Polyline } from './picture';

/**
 * Draws a field of up to millions of cells from one image, a pixel a cell. The colour says the sign, its strength the size;
 * cells below 0 are hatched as well where they are large enough, so that colour is not needed.
 */
export class FieldLayer {
  private of: { readonly field: Field; readonly theme: ChartTheme; readonly image: HTMLCanvasElement } | null = null;

  draw(context: CanvasRenderingContext2D, field: Field, x: PixelScale, y: PixelScale, area: PlotArea, theme: ChartTheme): void {
    const image = this.imageOf(field, theme);
    const [left, right] = [x.getPixelForValue(field.x[0]), x.getPixelForValue(field.x[1])];
    const [top, bottom] = [y.getPixelForValue(field.y[0]), y.getPixelForValue(field.y[1])];
    context.save();
    context.beginPath();
    context.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
    context.clip();
    // Cells smaller than a pixel are averaged, larger ones keep their edges.
    context.imageSmoothingEnabled = Math.abs(right - left) < 2 * field.columns;
    context.imageSmoothingQuality = 'high';
    context.translate(left, top);
    context.scale((right - left) / field.columns, (bottom - top) / field.rows);
    context.drawImage(image, 0, 0);
    context.restore();
    // Classes of places are told apart by the lines around them.
    if (field.hatched ?? field.pair !== null) hatch(context, field, { left, top, right, bottom }, area, theme);
  }

  private imageOf(field: Field, theme: ChartTheme): HTMLCanvasElement {
    if (this.of !== null && this.of.theme === theme && this.of.field.values === field.values && this.of.field.order === field.order && this.of.field.reach === field.reach) return this.of.image;
    const image = document.createElement('canvas');
    image.width = field.columns;
    image.height = field.rows;
    const data = fieldPixels(field, rgb(theme.tones.bad), rgb(theme.tones.easy));
    image.getContext('2d')?.putImageData(new ImageData(data, field.columns, field.rows), 0, 0);
    this.of = { field, theme, image };
    return image;
  }
}

/** RGBA of every cell, red and blue, which nobody takes for each other: the colour of its sign, as opaque as its value is large; unknown cells are left empty. */
export function fieldPixels({ columns, rows, values, order, reach }: Field, bad: readonly number[], good: readonly number[]): Uint8ClampedArray<ArrayBuffer> {
  const data = new Uint8ClampedArray(4 * columns * rows);
  for (let row = 0, to = 0; row < rows; row++) {
    const from = columns * (order === null ? row : order[row]);
    for (let column = 0; column < columns; column++, to += 4) {
      const value = values[from + (order === null ? column : order[column])];
      if (Number.isNaN(value)) continue;
      const colour = value < 0 ? bad : good;
      data[to] = colour[0];
      data[to + 1] = colour[1];
      data[to + 2] = colour[2];
      data[to + 3] = Math.min(255, (255 * Math.abs(value)) / reach);
    }
  }
  return data;
}

/** Frames the cell that is pointed at. */
export function frameCell(context: CanvasRenderingContext2D, field: Field, point: number, x: PixelScale, y: PixelScale, theme: ChartTheme): void {
  const [column, row] = [point % field.columns, Math.floor(point / field.columns)];
  const edge = (range: readonly [number, number], share: number): number => range[0] + share * (range[1] - range[0]);
  const [left, right] = [column, column + 1].map((at) => x.getPixelForValue(edge(field.x, at / field.columns)));
  const [top, bottom] = [row, row + 1].map((at) => y.getPixelForValue(edge(field.y, at / field.rows)));
  context.save();
  context.strokeStyle = theme.foreground;
  context.lineWidth = 1.5;
  const [width, height] = [Math.max(5, Math.abs(right - left)), Math.max(5, Math.abs(bottom - top))];
  context.strokeRect((left + right - width) / 2, (top + bottom - height) / 2, width, height);
  context.restore();
}

/** The cell under a place of the canvas; null outside. */
export function cellAt(field: Field, x: number, y: number): number | null {
  const column = Math.floor((field.columns * (x - field.x[0])) / (field.x[1] - field.x[0]));
  const row = Math.floor((field.rows * (y - field.y[0])) / (field.y[1] - field.y[0]));
  return column >= 0 && column < field.columns && row >= 0 && row < field.rows ? row * field.columns + column : null;
}

export function drawLines(context: CanvasRenderingContext2D, lines: readonly Polyline[], x: PixelScale, y: PixelScale, area: PlotArea, theme: ChartTheme): void {
  context.save();
  context.beginPath();
  context.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
  context.clip();
  for (const { points, tone, dash, width } of lines) {
    context.strokeStyle = theme.tones[tone];
    context.lineWidth = width;
    context.setLineDash([...dash]);
    context.beginPath();
    for (const [at, point] of points.entries()) {
      const [left, top] = [x.getPixelForValue(point[0]), y.getPixelForValue(point[1])];
      if (at === 0) context.moveTo(left, top);
      else context.lineTo(left, top);
    }
    context.stroke();
  }
  context.restore();
}

/** Smallest cell that can carry a stroke, in CSS pixels, and the most cells that get one. */
const smallestHatched = 5;
const mostHatched = 40_000;

function hatch(context: CanvasRenderingContext2D, field: Field, place: PlotArea, area: PlotArea, theme: ChartTheme): void {
  const width = (place.right - place.left) / field.columns;
  const height = (place.bottom - place.top) / field.rows;
  if (Math.min(Math.abs(width), Math.abs(height)) < smallestHatched || field.columns * field.rows > mostHatched) return;
  context.save();
  context.beginPath();
  context.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
  context.clip();
  context.strokeStyle = withAlpha(theme.foreground, 0.55);
  context.lineWidth = 1;
  context.beginPath();
  for (let row = 0; row < field.rows; row++) {
    for (let column = 0; column < field.columns; column++) {
      const value = field.values[field.columns * (field.order?.[row] ?? row) + (field.order?.[column] ?? column)];
      if (!(value < -0.02 * field.reach)) continue;
      hatchCell(context, place.left + column * width, place.top + row * height, width, height);
    }
  }
  context.stroke();
  context.restore();
}

/** Strokes from below to above, as many as a cell has room for. */
function hatchCell(context: CanvasRenderingContext2D, left: number, top: number, width: number, height: number): void {
  const strokes = Math.max(1, Math.round(Math.abs(width) / 14));
  for (let stroke = 0; stroke < strokes; stroke++) {
    const [from, to] = [(stroke + 0.25) / strokes, (stroke + 0.75) / strokes];
    context.moveTo(left + from * width, top + 0.75 * height);
    context.lineTo(left + to * width, top + 0.25 * height);
  }
}

function rgb(css: string): number[] {
  const [red = '128', green = '128', blue = '128'] = withAlpha(css, 1).match(/[\d.]+/g) ?? [];
  return [Number(red), Number(green), Number(blue)];
}
