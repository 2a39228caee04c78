import type { ChartTheme } from './chartTheme';
import type { PlotArea } from './cloudLayer';
import { fontOf } from './plotScales';

/** As Chart.js sets a title: its lines are 1.2 times as high as its letters. */
const lineHeight = 1.2;
const padding = 2;

/**
 * The title beside the y axis. Chart.js leaves room for it and writes none: without a graphics card every turned letter is
 * outlined anew in every frame, which takes as long as a thousand points. Here it is written once and kept as an image.
 */
export class UprightTitle {
  private image: { readonly key: string; readonly canvas: HTMLCanvasElement } | null = null;

  constructor(private readonly theme: ChartTheme) {}

  /** `asText`: as letters, for a drawing that is scaled later. */
  draw(context: CanvasRenderingContext2D, title: string, area: PlotArea, asText: boolean): void {
    if (title === '') return;
    const { size } = fontOf(this.theme);
    const [left, middle] = [padding + (lineHeight * size) / 2, (area.top + area.bottom) / 2];
    if (asText) return this.write(context, title, left, middle);
    const density = context.getTransform().a;
    const { canvas } = this.imageOf(title, density);
    const [width, height] = [canvas.width / density, canvas.height / density];
    context.drawImage(canvas, left - width / 2, middle - height / 2, width, height);
  }

  private imageOf(title: string, density: number): { readonly canvas: HTMLCanvasElement } {
    const key = `${density} ${title}`;
    if (this.image?.key === key) return this.image;
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    const { family, size } = fontOf(this.theme);
    if (context !== null) {
      context.font = `${size}px ${family}`;
      const length = context.measureText(title).width;
      canvas.width = Math.ceil(2 * lineHeight * size * density);
      canvas.height = Math.ceil((length + 4) * density);
      context.scale(density, density);
      this.write(context, title, canvas.width / density / 2, canvas.height / density / 2);
    }
    this.image = { key, canvas };
    return this.image;
  }

  private write(context: CanvasRenderingContext2D, title: string, left: number, middle: number): void {
    const { family, size } = fontOf(this.theme);
    context.save();
    context.translate(left, middle);
    context.rotate(-Math.PI / 2);
    context.font = `${size}px ${family}`;
    context.fillStyle = this.theme.muted;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(title, 0, 0);
    context.restore();
  }
}
