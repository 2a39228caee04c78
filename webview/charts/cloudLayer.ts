import type { ChartTheme } from './chartTheme';
import type { PointCloud } from './picture';
import { PixelField, type PixelStamp } from './pixelField';
import { drawPoint } from './pointStamp';
import type { PointPlace } from './pointWalk';
import { StampBook } from './stampBook';

/** Where a value lies on the canvas, in CSS pixels. */
export interface PixelScale {
  getPixelForValue(value: number): number;
  /** As Chart.js names its scales; what it says of itself spares asking it for every point. */
  readonly type?: string;
  readonly min?: number;
  readonly max?: number;
}

export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Above this many points whiskers would be a grey field. */
const mostWhiskers = 600;
/** Above this many points they are drawn small, without an edge, and blended by hand. */
const many = 1500;
/** Half-transparent points that make an opaque one. */
const mostOnOne = 5;
const edge = 11;

/**
 * Draws clouds of points from their columns and finds the point under the pointer. Chart.js keeps an object a point, which
 * takes most of a second for 10,000 prompts.
 */
export class CloudLayer {
  private readonly ground = document.createElement('canvas');
  private field = new PixelField(1, 1);
  private clouds: readonly PointCloud[] = [];
  private pixels: { readonly x: Float32Array; readonly y: Float32Array }[] = [];
  private dense = false;

  /** Points are drawn once a size and colour; radii go by half pixels so that there are few. */
  private readonly stamps: StampBook;

  constructor(private readonly theme: ChartTheme) {
    this.stamps = new StampBook(theme);
  }

  /** `asShapes`: every point as a path of its own, for a drawing that is scaled later. */
  draw(context: CanvasRenderingContext2D, clouds: readonly PointCloud[], x: PixelScale, y: PixelScale, area: PlotArea, asShapes = false): void {
    const total = clouds.reduce((sum, cloud) => sum + cloud.x.length, 0);
    this.clouds = clouds;
    this.dense = total > many;
    this.pixels = clouds.map((cloud) => ({ x: pixelsOf(cloud.x, x), y: pixelsOf(cloud.y, y) }));
    if (total <= mostWhiskers) this.drawWhiskers(context, y, area);
    context.save();
    context.beginPath();
    // Points on an edge are whole; those that were zoomed out of sight are gone.
    context.rect(area.left - edge, area.top - edge, area.right - area.left + 2 * edge, area.bottom - area.top + 2 * edge);
    context.clip();
    if (asShapes) this.drawShapes(context);
    else {
      const density = context.getTransform().a;
      if (this.dense) this.drawDense(context, density);
      else this.drawFew(context, density);
    }
    context.restore();
  }

  /** A ring around a point: the open prompt, or the one the keyboard is at. */
  ring(context: CanvasRenderingContext2D, place: PointPlace, width: number): void {
    const pixels = this.pixels[place.series];
    context.save();
    context.strokeStyle = this.theme.foreground;
    context.lineWidth = width;
    context.beginPath();
    context.arc(pixels.x[place.point], pixels.y[place.point], this.radiusOf(this.clouds[place.series], place.point) + 3.5, 0, 2 * Math.PI);
    context.stroke();
    context.restore();
  }

  /** The nearest point under the pointer; null when there is none. Points that were zoomed out of sight are not there. */
  hit(left: number, top: number, area: PlotArea): PointPlace | null {
    if (left < area.left - edge || left > area.right + edge || top < area.top - edge || top > area.bottom + edge) return null;
    let best: PointPlace | null = null;
    let nearest = Infinity;
    for (const [series, pixels] of this.pixels.entries()) {
      for (let point = 0; point < pixels.x.length; point++) {
        const distance = Math.hypot(pixels.x[point] - left, pixels.y[point] - top);
        if (distance < nearest && distance <= this.radiusOf(this.clouds[series], point) + 4) {
          nearest = distance;
          best = { series, point };
        }
      }
    }
    return best;
  }

  /** The prompts whose points lie in a frame. */
  within(frame: PlotArea): number[] {
    return this.clouds.flatMap((cloud, at) => {
      const { x, y } = this.pixels[at];
      return Array.from(cloud.prompt).filter((_, point) => x[point] >= frame.left && x[point] <= frame.right && y[point] >= frame.top && y[point] <= frame.bottom);
    });
  }

  /** Where a prompt's point is; null when it is not drawn. */
  placeOf(prompt: number): PointPlace | null {
    for (const [series, cloud] of this.clouds.entries()) {
      const point = cloud.prompt.indexOf(prompt);
      if (point >= 0) return { series, point };
    }
    return null;
  }

  private radiusOf(cloud: PointCloud, point: number): number {
    if (cloud.radius !== null) return cloud.radius[point];
    return this.dense ? 2 : cloud.shape === 'triangle' ? 4.5 : 3.5;
  }

  private drawFew(context: CanvasRenderingContext2D, density: number): void {
    for (const [at, cloud] of this.clouds.entries()) {
      const { x, y } = this.pixels[at];
      for (let point = 0; point < x.length; point++) {
        const canvas = this.stamps.image({ shape: cloud.shape, tone: cloud.tone, radius: Math.round(this.radiusOf(cloud, point) * 2) / 2, edged: true }, density);
        const size = canvas.width / density;
        context.drawImage(canvas, x[point] - size / 2, y[point] - size / 2, size, size);
      }
    }
  }

  private drawShapes(context: CanvasRenderingContext2D): void {
    for (const [at, cloud] of this.clouds.entries()) {
      const { x, y } = this.pixels[at];
      for (let point = 0; point < x.length; point++) {
        context.save();
        context.translate(x[point], y[point]);
        const radius = this.radiusOf(cloud, point);
        drawPoint(context, { shape: cloud.shape, tone: cloud.tone, radius, edged: !this.dense || radius > 2.5 }, this.theme);
        context.restore();
      }
    }
  }

  private drawDense(context: CanvasRenderingContext2D, density: number): void {
    const { width, height } = context.canvas;
    if (this.field.width !== width || this.field.height !== height) this.field = new PixelField(width, height);
    else this.field.clear();
    for (const [at, cloud] of this.clouds.entries()) {
      const { x, y } = this.pixels[at];
      const stamps = this.stampsOf(cloud, density);
      // What lies on one pixel is put there at once, as one stamp that is as opaque as so many.
      const counts = new Uint8Array(width * height);
      const firsts = new Int32Array(x.length);
      let used = 0;
      for (let point = 0; point < x.length; point++) {
        const [left, top] = [Math.round(x[point] * density), Math.round(y[point] * density)];
        if (left < 0 || left >= width || top < 0 || top >= height) continue;
        const place = top * width + left;
        if (counts[place] === 0) firsts[used++] = point;
        if (counts[place] < mostOnOne) counts[place]++;
      }
      for (let index = 0; index < used; index++) {
        const point = firsts[index];
        const [left, top] = [Math.round(x[point] * density), Math.round(y[point] * density)];
        this.field.stamp(stamps(point, counts[top * width + left]), left, top);
      }
    }
    this.ground.width = width;
    this.ground.height = height;
    this.ground.getContext('2d')?.putImageData(new ImageData(this.field.data, width, height), 0, 0);
    context.drawImage(this.ground, 0, 0, width / density, height / density);
  }

  private drawWhiskers(context: CanvasRenderingContext2D, y: PixelScale, area: PlotArea): void {
    context.save();
    context.beginPath();
    context.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
    context.clip();
    context.globalAlpha = 0.5;
    context.lineWidth = 1;
    for (const [at, cloud] of this.clouds.entries()) {
      const { error } = cloud;
      if (error === null) continue;
      context.strokeStyle = this.theme.tones[cloud.tone];
      context.beginPath();
      for (let point = 0; point < error.length; point++) {
        if (Number.isNaN(error[point])) continue;
        context.moveTo(this.pixels[at].x[point], y.getPixelForValue(cloud.y[point] - error[point]));
        context.lineTo(this.pixels[at].x[point], y.getPixelForValue(cloud.y[point] + error[point]));
      }
      context.stroke();
    }
    context.restore();
  }

  /** The stamp of each point, as opaque as so many on one another. */
  private stampsOf(cloud: PointCloud, density: number): (point: number, layers: number) => PixelStamp {
    const { shape, tone } = cloud;
    const made: PixelStamp[] = [];
    return (point, layers) => {
      const half = Math.round(this.radiusOf(cloud, point) * 2);
      return (made[half * (mostOnOne + 1) + layers] ??= this.stamps.layered({ shape, tone, radius: half / 2, edged: half > 5 }, density, layers));
    };
  }
}

function pixelsOf(values: Float64Array, scale: PixelScale): Float32Array {
  const pixels = new Float32Array(values.length);
  const { type, min = NaN, max = NaN } = scale;
  const along = type === 'linear' ? (value: number): number => value : type === 'logarithmic' ? Math.log : null;
  if (along === null || !(max > min)) {
    for (let point = 0; point < values.length; point++) pixels[point] = scale.getPixelForValue(values[point]);
    return pixels;
  }
  const [from, low] = [scale.getPixelForValue(min), along(min)];
  const each = (scale.getPixelForValue(max) - from) / (along(max) - low);
  for (let point = 0; point < values.length; point++) pixels[point] = from + each * (along(values[point]) - low);
  return pixels;
}
