import { escapeXml } from './escapeXml';
import { t } from '../../src/texts/t';

/** What save() keeps. */
interface Look {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  lineDashOffset: number;
  globalAlpha: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  dash: readonly number[];
  matrix: readonly [number, number, number, number, number, number];
  clip: string | null;
}

const fresh: Look = {
  fillStyle: '#000', strokeStyle: '#000', lineWidth: 1, lineCap: 'butt', lineJoin: 'miter', lineDashOffset: 0, globalAlpha: 1,
  font: '10px sans-serif', textAlign: 'start', textBaseline: 'alphabetic', dash: [], matrix: [1, 0, 0, 1, 0, 0], clip: null,
};

const anchors: Readonly<Record<string, string>> = { center: 'middle', right: 'end', end: 'end' };
const baselines: Readonly<Record<string, string>> = { middle: 'central', top: 'text-before-edge', bottom: 'text-after-edge', hanging: 'hanging' };

/**
 * A canvas that writes SVG: those calls of CanvasRenderingContext2D that Chart.js and the layers of a plot make. Text is
 * measured by a real canvas, so that it has the same places.
 */
export class SvgContext {
  fillStyle = fresh.fillStyle;
  strokeStyle = fresh.strokeStyle;
  lineWidth = fresh.lineWidth;
  lineCap = fresh.lineCap;
  lineJoin = fresh.lineJoin;
  lineDashOffset = 0;
  globalAlpha = 1;
  font = fresh.font;
  textAlign = fresh.textAlign;
  textBaseline = fresh.textBaseline;
  imageSmoothingEnabled = true;
  imageSmoothingQuality = 'low';
  readonly canvas: { width: number; height: number; readonly getContext: () => SvgContext };
  dash: readonly number[] = [];
  matrix: Look['matrix'] = fresh.matrix;
  clipPath: string | null = null;
  path: string[] = [];
  parts: string[] = [];
  defs: string[] = [];
  saved: Look[] = [];
  readonly ruler = document.createElement('canvas').getContext('2d');

  constructor(readonly width: number, readonly height: number) {
    this.canvas = { width, height, getContext: () => this };
  }

  /** As Chart.js takes it. */
  asCanvas(): HTMLCanvasElement {
    return this.canvas as object as HTMLCanvasElement;
  }

  /** Forgets what was drawn. */
  clear(): void {
    this.parts = [];
    this.defs = [];
    this.saved = [];
    this.restoreLook(fresh);
  }

  /** The whole as a document of its own. */
  document(title: string, background: string): string {
    const { width, height } = this;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`
      + `<title>${escapeXml(title)}</title><defs>${this.defs.join('')}</defs>`
      + `<rect width="${width}" height="${height}" fill="${escapeXml(background)}"/>${this.parts.join('\n')}</svg>\n`;
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, lineDashOffset, globalAlpha, font, textAlign, textBaseline, dash, matrix, clipPath } = this;
    this.saved.push({ fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, lineDashOffset, globalAlpha, font, textAlign, textBaseline, dash, matrix, clip: clipPath });
  }

  restore(): void {
    const look = this.saved.pop();
    if (look !== undefined) this.restoreLook(look);
  }

  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.matrix = [a, b, c, d, e, f];
  }
  resetTransform(): void {
    this.matrix = fresh.matrix;
  }
  getTransform(): { a: number } {
    return { a: this.matrix[0] };
  }
  translate(x: number, y: number): void {
    this.multiply([1, 0, 0, 1, x, y]);
  }
  scale(x: number, y: number): void {
    this.multiply([x, 0, 0, y, 0, 0]);
  }
  rotate(angle: number): void {
    this.multiply([Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]);
  }

  beginPath(): void {
    this.path = [];
  }
  closePath(): void {
    this.path.push('Z');
  }
  moveTo(x: number, y: number): void {
    this.path.push(`M${this.at(x, y)}`);
  }
  lineTo(x: number, y: number): void {
    this.path.push(`${this.path.length === 0 ? 'M' : 'L'}${this.at(x, y)}`);
  }
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.path.push(`C${this.at(ax, ay)} ${this.at(bx, by)} ${this.at(x, y)}`);
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.path.push(`M${this.at(x, y)}L${this.at(x + width, y)}L${this.at(x + width, y + height)}L${this.at(x, y + height)}Z`);
  }
  arc(x: number, y: number, radius: number, from: number, to: number, turned = false): void {
    const whole = Math.abs(to - from) >= 2 * Math.PI - 1e-6;
    const size = (radius * Math.hypot(this.matrix[0], this.matrix[1])).toFixed(2);
    const point = (angle: number): string => this.at(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    this.path.push(`${this.path.length === 0 ? 'M' : 'L'}${point(from)}`);
    // An arc of SVG ends elsewhere than it begins, so a circle is two.
    if (whole) this.path.push(`A${size} ${size} 0 1 1 ${point(from + Math.PI)}A${size} ${size} 0 1 1 ${point(from)}Z`);
    else {
      const span = ((turned ? from - to : to - from) + 4 * Math.PI) % (2 * Math.PI);
      this.path.push(`A${size} ${size} 0 ${span > Math.PI ? 1 : 0} ${turned ? 0 : 1} ${point(to)}`);
    }
  }

  clip(): void {
    const id = `c${this.defs.length}`;
    this.defs.push(`<clipPath id="${id}"${this.clipAttribute()}><path d="${this.path.join('')}"/></clipPath>`);
    this.clipPath = id;
  }
  fill(): void {
    this.add(`<path d="${this.path.join('')}" fill="${escapeXml(this.fillStyle)}"${this.alpha()}/>`);
  }
  stroke(): void {
    this.add(`<path d="${this.path.join('')}" fill="none" ${this.pen()}/>`);
  }
  clearRect(): void {
    // The sheet is written afresh.
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.shape(() => this.rect(x, y, width, height), () => this.fill());
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    this.shape(() => this.rect(x, y, width, height), () => this.stroke());
  }
  setLineDash(dash: readonly number[]): void {
    this.dash = dash;
  }
  getLineDash(): number[] {
    return [...this.dash];
  }

  measureText(text: string): TextMetrics {
    if (this.ruler === null) throw new Error(t`the browser has no canvas to measure text with`);
    this.ruler.font = this.font;
    return this.ruler.measureText(text);
  }
  fillText(text: string, x: number, y: number): void {
    const place = `transform="matrix(${this.matrix.map((value) => Number(value.toFixed(4))).join(' ')})"`;
    this.add(`<text x="${x.toFixed(2)}" y="${y.toFixed(2)}" ${place} style="font:${escapeXml(this.font)}" fill="${escapeXml(this.fillStyle)}"`
      + ` text-anchor="${anchors[this.textAlign] ?? 'start'}" dominant-baseline="${baselines[this.textBaseline] ?? 'auto'}"${this.alpha()}>${escapeXml(text)}</text>`);
  }
  /** Only text that has an outline is stroked, and none here has. */
  strokeText(): void {}

  drawImage(image: HTMLCanvasElement, x: number, y: number, width = image.width, height = image.height): void {
    const place = `transform="matrix(${this.matrix.map((value) => Number(value.toFixed(6))).join(' ')})"`;
    this.add(`<image x="${x}" y="${y}" width="${width}" height="${height}" ${place} preserveAspectRatio="none"${this.imageSmoothingEnabled ? '' : ' style="image-rendering:pixelated"'} href="${image.toDataURL('image/png')}"/>`);
  }

  shape(outline: () => void, draw: () => void): void {
    const { path } = this;
    this.path = [];
    outline();
    draw();
    this.path = path;
  }

  add(part: string): void {
    this.parts.push(this.clipPath === null ? part : `<g${this.clipAttribute()}>${part}</g>`);
  }

  clipAttribute(): string {
    return this.clipPath === null ? '' : ` clip-path="url(#${this.clipPath})"`;
  }

  pen(): string {
    const scale = Math.hypot(this.matrix[0], this.matrix[1]);
    const dash = this.dash.length === 0 ? '' : ` stroke-dasharray="${this.dash.join(' ')}" stroke-dashoffset="${this.lineDashOffset}"`;
    return `stroke="${escapeXml(this.strokeStyle)}" stroke-width="${Number((this.lineWidth * scale).toFixed(3))}" stroke-linecap="${this.lineCap}" stroke-linejoin="${this.lineJoin}"${dash}${this.alpha()}`;
  }

  alpha(): string {
    return this.globalAlpha === 1 ? '' : ` opacity="${this.globalAlpha}"`;
  }

  at(x: number, y: number): string {
    const [a, b, c, d, e, f] = this.matrix;
    return `${Number((a * x + c * y + e).toFixed(2))} ${Number((b * x + d * y + f).toFixed(2))}`;
  }

  multiply([a, b, c, d, e, f]: Look['matrix']): void {
    const [A, B, C, D, E, F] = this.matrix;
    this.matrix = [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
  }

  restoreLook({ dash, matrix, clip, ...look }: Look): void {
    Object.assign(this, look);
    this.dash = dash;
    this.matrix = matrix;
    this.clipPath = clip;
  }
}
