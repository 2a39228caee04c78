import type { SampleVerdict } from '../../src/logs/recordSink';

const SVG = 'http://www.w3.org/2000/svg';
const STEP = 4;
const HEIGHT = 16;

/** A prompt's first samples in order, one bar each: up is correct, down is wrong, a dot on the line is errored. */
export function verdictSparkline(verdicts: readonly SampleVerdict[]): SVGSVGElement {
  const made = document.createElementNS(SVG, 'svg');
  made.setAttribute('class', 'sparkline');
  made.setAttribute('width', String(Math.max(1, verdicts.length) * STEP));
  made.setAttribute('height', String(HEIGHT));
  made.setAttribute('aria-hidden', 'true');
  for (const verdict of ['correct', 'wrong', 'errored'] as const) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('class', verdict);
    path.setAttribute('d', verdicts.map((each, at) => (each === verdict ? bar(verdict, at * STEP) : '')).join(''));
    made.append(path);
  }
  return made;
}

function bar(verdict: SampleVerdict, x: number): string {
  if (verdict === 'correct') return `M${x} 1h3v7h-3z`;
  return verdict === 'wrong' ? `M${x} 8h3v7h-3z` : `M${x} 7h3v2h-3z`;
}
