import { color } from 'chart.js/helpers';
import type { Tone } from './picture';

/** The editor's colours and font, as a canvas needs them. */
export interface ChartTheme {
  readonly foreground: string;
  readonly muted: string;
  readonly background: string;
  readonly grid: string;
  readonly focus: string;
  readonly tooltip: { readonly background: string; readonly foreground: string; readonly border: string };
  readonly font: { readonly family: string; readonly size: number };
  readonly tones: Readonly<Record<Tone, string>>;
  readonly highContrast: boolean;
}

/** Reads the theme in force. Charts are drawn anew when it changes. */
export function readChartTheme(): ChartTheme {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string, fallback: string): string => style.getPropertyValue(`--vscode-${name}`).trim() || fallback;
  const foreground = read('charts-foreground', read('foreground', '#888888'));
  const background = read('editor-background', '#ffffff');
  const muted = read('descriptionForeground', foreground);
  const highContrast = document.body.classList.contains('vscode-high-contrast');
  return {
    foreground,
    muted: highContrast ? foreground : muted,
    background,
    grid: highContrast ? withAlpha(foreground, 0.35) : withAlpha(foreground, 0.12),
    focus: read('focusBorder', foreground),
    tooltip: {
      background: read('editorHoverWidget-background', background),
      foreground: read('editorHoverWidget-foreground', foreground),
      border: read('editorHoverWidget-border', read('contrastBorder', foreground)),
    },
    font: { family: read('font-family', 'sans-serif'), size: Math.max(10, (parseFloat(read('font-size', '13px')) || 13) - 2) },
    tones: {
      // charts-orange is see-through in the default themes and absent in high contrast.
      hard: read('charts-yellow', foreground),
      middle: read('charts-purple', foreground),
      easy: read('charts-blue', foreground),
      bad: read('charts-red', foreground),
      good: read('charts-green', foreground),
      line: foreground,
      muted: highContrast ? foreground : muted,
    },
    highContrast,
  };
}

/** The same colour, see-through; "transparent" for what is no colour. */
export function withAlpha(css: string, alpha: number): string {
  const parsed = color(css);
  return parsed.valid ? parsed.alpha(alpha).rgbString() : 'transparent';
}
