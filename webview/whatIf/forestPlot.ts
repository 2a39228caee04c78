import type { WhatIfRow } from './whatIfRows';

const SVG = 'http://www.w3.org/2000/svg';
const width = 220;
const height = 22;

/** Where a value lies on the line of every row, in pixels from its left end. */
export type Place = (value: number) => number;

/** One scale for all rows: from the lowest to the highest that is shown, and 0 always. */
export function forestScale(rows: readonly WhatIfRow[]): Place {
  const shown = rows.flatMap(({ passAt1, checked }) => [...(passAt1 === null ? [] : [passAt1]), ...(checked === null ? [] : checked.ci)]).filter(Number.isFinite);
  const low = Math.min(0, ...shown);
  const high = Math.max(0, ...shown);
  const span = high - low || 1;
  return (value) => 8 + ((value - low) / span) * (width - 16);
}

/**
 * The change of pass@1 of one row: a diamond for what is predicted, a bar with a dot for what the other half of the samples says
 * with its interval, and a line at 0. Its text twin is the row itself.
 */
export function forestLine({ passAt1, checked }: WhatIfRow, place: Place): SVGSVGElement {
  const svg = shape('svg', { viewBox: `0 0 ${width} ${height}`, width, height, class: 'forest', 'aria-hidden': 'true', focusable: 'false' });
  const middle = height / 2;
  svg.append(shape('line', { class: 'zero', x1: place(0), x2: place(0), y1: 0, y2: height }));
  if (checked !== null) {
    const tone = checked.ci[1] < 0 ? 'lowers' : checked.ci[0] > 0 ? 'raises' : 'open';
    const [from, to] = checked.ci.map(place);
    svg.append(
      shape('line', { class: `range ${tone}`, x1: from!, x2: to!, y1: middle, y2: middle }),
      ...[from!, to!].map((x) => shape('line', { class: `range ${tone}`, x1: x, x2: x, y1: middle - 4, y2: middle + 4 })),
      shape('circle', { class: `centre ${tone}`, cx: place(checked.rate), cy: middle, r: 3.5 }),
    );
  }
  if (passAt1 !== null) {
    const x = place(passAt1);
    svg.append(shape('path', { class: 'predicted', d: `M${x} ${middle - 6}L${x + 5} ${middle}L${x} ${middle + 6}L${x - 5} ${middle}Z` }));
  }
  return svg;
}

function shape<Tag extends keyof SVGElementTagNameMap>(tag: Tag, attributes: Readonly<Record<string, string | number>>): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}
