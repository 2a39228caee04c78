import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import { withAlpha, type ChartTheme } from './chartTheme';
import type { Mark, Picture } from './picture';
import { fontOf } from './plotScales';

/** Lines, regions and their labels, as the annotation plugin wants them. */
export function plotMarks({ marks, x, clouds }: Picture, theme: ChartTheme): AnnotationOptions[] {
  // Bars show the bands themselves.
  const between = (clouds.length === 0 ? [] : (x.bands ?? [])).slice(1).map((_, band): Mark => ({ kind: 'upright', x: band + 1, label: '', tone: 'muted', dash: [1, 3] }));
  return [...between, ...marks].map((mark) => plotMark(mark, theme));
}

function plotMark(mark: Mark, theme: ChartTheme): AnnotationOptions {
  const tone = theme.tones[mark.tone];
  if (mark.kind === 'region') {
    return {
      type: 'box',
      ...(mark.xMin === undefined ? {} : { xMin: mark.xMin }),
      ...(mark.xMax === undefined ? {} : { xMax: mark.xMax }),
      ...(mark.yMin === undefined ? {} : { yMin: mark.yMin }),
      ...(mark.yMax === undefined ? {} : { yMax: mark.yMax }),
      drawTime: 'beforeDatasetsDraw',
      backgroundColor: withAlpha(tone, mark.tone === 'bad' ? 0.1 : 0.06),
      borderColor: theme.highContrast ? tone : withAlpha(tone, 0.4),
      borderWidth: theme.highContrast ? 1 : 0.5,
      borderDash: [3, 3],
      label: {
        display: mark.label !== '', content: mark.label, color: mark.tone === 'bad' ? tone : theme.muted, font: { ...fontOf(theme), weight: 'normal' },
        // Named at the foot, where curves and points leave most room.
        position: { x: mark.yMax === undefined ? 'center' : 'start', y: 'end' }, padding: 4,
      },
    };
  }
  const line = {
    type: 'line' as const,
    drawTime: 'beforeDatasetsDraw' as const,
    borderColor: tone,
    borderWidth: mark.kind === 'level' && mark.from !== undefined ? 2 : 1,
    borderDash: [...mark.dash],
    label: {
      display: mark.label !== '', content: mark.label, color: theme.foreground, backgroundColor: withAlpha(theme.background, 0.85),
      font: { ...fontOf(theme), weight: 'normal' as const }, padding: { x: 4, y: 1 }, position: 'end' as const, drawTime: 'afterDraw' as const,
      ...(mark.kind === 'level' ? { yAdjust: -9 } : {}),
    },
  };
  if (mark.kind === 'upright') return { ...line, xMin: mark.x, xMax: mark.x };
  return {
    ...line, yMin: mark.y, yMax: mark.y,
    ...(mark.from === undefined ? {} : { xMin: mark.from }),
    ...(mark.to === undefined ? {} : { xMax: mark.to }),
  };
}
