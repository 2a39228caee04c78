import { withAlpha, type ChartTheme } from './chartTheme';
import type { PixelScale, PlotArea } from './cloudLayer';
import type { Mark } from './picture';
import { fontOf } from './plotScales';

type Context = CanvasRenderingContext2D;
export interface MarkPlaces {
  readonly x: PixelScale;
  readonly y: PixelScale;
  readonly area: PlotArea;
  readonly theme: ChartTheme;
}

const stripHeight = 22;

/** Draws regions, lines, strips and arrows, below what the chart is about. */
export function drawMarks(context: Context, marks: readonly Mark[], places: MarkPlaces): void {
  context.save();
  clip(context, places.area);
  for (const mark of marks) {
    context.setLineDash([]);
    if (mark.kind === 'region') drawRegion(context, mark, places);
    else if (mark.kind === 'strip') drawStrip(context, mark, places);
    else if (mark.kind === 'arrow') drawArrow(context, mark, places);
    else drawLine(context, mark, places);
  }
  context.restore();
}

/** Writes what the marks are, above all else; a label that would lie over another moves out of its way. */
export function drawMarkLabels(context: Context, marks: readonly Mark[], places: MarkPlaces): void {
  const { theme, area } = places;
  const { family, size } = fontOf(theme);
  context.save();
  context.font = `${size}px ${family}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const height = size + 4;
  const taken: PlotArea[] = [];
  for (const mark of marks) {
    if (mark.label === '') continue;
    const width = context.measureText(mark.label).width + 8;
    const choices = labelPlaces(mark, places, width, height).map(({ left, top }) => {
      const inside = Math.min(Math.max(left, area.left + 1), area.right - width - 1);
      const under = Math.min(Math.max(top, area.top + 1), area.bottom - height - 1);
      return { left: inside, top: under, right: inside + width, bottom: under + height };
    });
    const box = choices.find((choice) => taken.every((other) => apart(choice, other))) ?? choices[0];
    if (box === undefined || width > area.right - area.left) continue;
    taken.push(box);
    if (mark.kind !== 'region') {
      context.fillStyle = withAlpha(theme.background, 0.85);
      context.fillRect(box.left, box.top, width, height);
    }
    context.fillStyle = mark.kind === 'region' ? (mark.tone === 'bad' ? theme.tones.bad : theme.muted) : theme.foreground;
    context.fillText(mark.label, box.left + 4, box.top + height / 2 + 0.5);
  }
  context.restore();
}

function labelPlaces(mark: Mark, { x, y, area }: MarkPlaces, width: number, height: number): { left: number; top: number }[] {
  switch (mark.kind) {
    case 'region': {
      const left = mark.xMin === undefined ? area.left : Math.max(area.left, x.getPixelForValue(mark.xMin));
      const right = mark.xMax === undefined ? area.right : Math.min(area.right, x.getPixelForValue(mark.xMax));
      if (right < area.left || left > area.right) return [];
      // Named at the foot, where curves and points leave most room.
      const at = mark.yMax === undefined ? (left + right - width) / 2 : left + 2;
      return [{ left: at, top: area.bottom - height - 3 }, { left: at, top: area.bottom - 2 * height - 5 }, { left: at, top: area.top + 3 }];
    }
    case 'upright': {
      const at = x.getPixelForValue(mark.x);
      if (at < area.left - 1 || at > area.right + 1) return [];
      return [{ left: at - width / 2, top: area.top + 2 }, { left: at + 4, top: area.top + height + 4 }, { left: at - width - 4, top: area.top + height + 4 }];
    }
    case 'level': {
      const at = y.getPixelForValue(mark.y);
      const right = mark.to === undefined ? area.right : x.getPixelForValue(mark.to);
      if (at < area.top - 1 || at > area.bottom + 1) return [];
      return [{ left: right - width - 4, top: at - height - 1 }, { left: right - width - 4, top: at + 2 }, { left: area.left + 4, top: at - height - 1 }];
    }
    case 'strip':
      return [{ left: area.left + 4, top: area.bottom - stripHeight - height }];
    case 'arrow': {
      const [left, top] = [x.getPixelForValue(mark.x), y.getPixelForValue(mark.y)];
      return [{ left: left + 6, top: top - height / 2 }, { left: left - width - 6, top: top - height / 2 }, { left: left - width / 2, top: top - height - 6 }];
    }
  }
}

function drawRegion(context: Context, mark: Extract<Mark, { kind: 'region' }>, { x, y, area, theme }: MarkPlaces): void {
  const tone = theme.tones[mark.tone];
  const left = mark.xMin === undefined ? area.left : x.getPixelForValue(mark.xMin);
  const right = mark.xMax === undefined ? area.right : x.getPixelForValue(mark.xMax);
  const top = mark.yMax === undefined ? area.top : y.getPixelForValue(mark.yMax);
  const bottom = mark.yMin === undefined ? area.bottom : y.getPixelForValue(mark.yMin);
  context.fillStyle = withAlpha(tone, mark.tone === 'bad' ? 0.1 : 0.06);
  context.fillRect(left, top, right - left, bottom - top);
  context.strokeStyle = theme.highContrast ? tone : withAlpha(tone, 0.4);
  context.lineWidth = theme.highContrast ? 1 : 0.5;
  context.setLineDash([3, 3]);
  context.strokeRect(left, top, right - left, bottom - top);
}

function drawLine(context: Context, mark: Extract<Mark, { kind: 'level' | 'upright' }>, { x, y, area, theme }: MarkPlaces): void {
  context.strokeStyle = theme.tones[mark.tone];
  context.lineWidth = mark.kind === 'level' && mark.from !== undefined ? 2 : 1;
  context.setLineDash([...mark.dash]);
  context.beginPath();
  if (mark.kind === 'upright') {
    const at = Math.round(x.getPixelForValue(mark.x)) + 0.5;
    context.moveTo(at, area.top);
    context.lineTo(at, area.bottom);
  } else {
    const at = Math.round(y.getPixelForValue(mark.y)) + 0.5;
    context.moveTo(mark.from === undefined ? area.left : x.getPixelForValue(mark.from), at);
    context.lineTo(mark.to === undefined ? area.right : x.getPixelForValue(mark.to), at);
  }
  context.stroke();
}

/** A distribution over x at the foot of the chart: how often, as height. */
function drawStrip(context: Context, mark: Extract<Mark, { kind: 'strip' }>, { x, area, theme }: MarkPlaces): void {
  const most = mark.shares.reduce((max, share) => Math.max(max, share), 0);
  context.fillStyle = withAlpha(theme.tones[mark.tone], theme.highContrast ? 0.9 : 0.55);
  for (const [at, share] of mark.shares.entries()) {
    const height = most > 0 ? (stripHeight * share) / most : 0;
    context.fillRect(Math.round(x.getPixelForValue(mark.x[at])) - 2, area.bottom - height, 4, height);
  }
}

function drawArrow(context: Context, mark: Extract<Mark, { kind: 'arrow' }>, { x, y, theme }: MarkPlaces): void {
  const [fromX, fromY, toX, toY] = [x.getPixelForValue(0), y.getPixelForValue(0), x.getPixelForValue(mark.x), y.getPixelForValue(mark.y)];
  const angle = Math.atan2(toY - fromY, toX - fromX);
  context.strokeStyle = context.fillStyle = theme.tones[mark.tone];
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.lineTo(toX, toY);
  context.stroke();
  context.beginPath();
  context.moveTo(toX, toY);
  for (const turn of [2.7, -2.7]) context.lineTo(toX + 9 * Math.cos(angle + turn), toY + 9 * Math.sin(angle + turn));
  context.closePath();
  context.fill();
}

function clip(context: Context, { left, top, right, bottom }: PlotArea): void {
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
}

function apart(a: PlotArea, b: PlotArea): boolean {
  return a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
}
