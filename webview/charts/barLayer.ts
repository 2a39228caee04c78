import { withAlpha, type ChartTheme } from './chartTheme';
import type { PixelScale } from './cloudLayer';
import type { Bar } from './picture';

/** Draws bars over the bands of the x axis; `pointed` is framed. */
export function drawBars(context: CanvasRenderingContext2D, bars: readonly Bar[], x: PixelScale, y: PixelScale, theme: ChartTheme, pointed: number | null): void {
  context.save();
  for (const [at, bar] of bars.entries()) {
    if (Number.isNaN(bar.height)) continue;
    const left = Math.round(x.getPixelForValue(at + 0.12)) + 0.5;
    const right = Math.round(x.getPixelForValue(at + 0.88)) + 0.5;
    const top = Math.round(y.getPixelForValue(bar.height)) + 0.5;
    const foot = y.getPixelForValue(0);
    context.fillStyle = withAlpha(theme.tones[bar.tone], theme.highContrast ? 0.2 : 0.4);
    context.fillRect(left, top, right - left, foot - top);
    context.strokeStyle = at === pointed ? theme.foreground : theme.tones[bar.tone];
    context.lineWidth = at === pointed ? 2 : 1;
    context.strokeRect(left, top, right - left, foot - top);
    if (bar.ci != null) whisker(context, (left + right) / 2, y.getPixelForValue(bar.ci[0]), y.getPixelForValue(bar.ci[1]), theme);
  }
  context.restore();
}

function whisker(context: CanvasRenderingContext2D, middle: number, low: number, high: number, theme: ChartTheme): void {
  context.strokeStyle = theme.foreground;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(middle, low);
  context.lineTo(middle, high);
  for (const end of [low, high]) {
    context.moveTo(middle - 4, end);
    context.lineTo(middle + 4, end);
  }
  context.stroke();
}
