import { withAlpha, type ChartTheme } from './chartTheme';
import type { Shape, Tone } from './picture';

export interface StampLook {
  readonly shape: Shape;
  readonly tone: Tone;
  /** CSS pixels. */
  readonly radius: number;
  /** With an edge; points that are many and small have none. */
  readonly edged: boolean;
}

/** Draws one point, in the middle of a canvas of its own, to be stamped many times; `density` is device pixels a CSS pixel. */
export function pointStamp(look: StampLook, density: number, theme: ChartTheme): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.ceil((2 * look.radius + 3) * density);
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  context.scale(density, density);
  context.translate(canvas.width / density / 2, canvas.height / density / 2);
  drawPoint(context, look, theme);
  return canvas;
}

/** Draws one point around the origin. */
export function drawPoint(context: CanvasRenderingContext2D, { shape, tone, radius, edged }: StampLook, theme: ChartTheme): void {
  outline(context, shape, radius);
  context.fillStyle = withAlpha(theme.tones[tone], theme.highContrast ? 0.25 : edged ? 0.45 : 0.55);
  context.fill();
  if (!edged) return;
  context.strokeStyle = theme.tones[tone];
  context.lineWidth = 1;
  context.stroke();
}

function outline(context: CanvasRenderingContext2D, shape: Shape, radius: number): void {
  context.beginPath();
  if (shape === 'circle') context.arc(0, 0, radius, 0, 2 * Math.PI);
  else if (shape === 'rect') context.rect(-radius * 0.8, -radius * 0.8, radius * 1.6, radius * 1.6);
  else {
    context.moveTo(0, -radius);
    context.lineTo(radius * 0.866, radius * 0.5);
    context.lineTo(-radius * 0.866, radius * 0.5);
    context.closePath();
  }
}
