import type { PromptMovement } from '../../src/core/compare/comparisonShape';
import type { Picture, PointCloud, Polyline, Shape, Tone } from '../charts/picture';
import { formatCount } from '../numbers/formatCount';
import { formatRate } from '../numbers/formatRate';
import { formatShortId } from '../numbers/formatShortId';
import { compareBasis } from './compareBasis';
import type { CompareInput } from './compareInput';
import { describeMovement } from './moverClouds';
import { movementTwin } from './movementTwin';
import { t } from '../../src/texts/t';
import { wordOf } from '../../src/texts/wordOf';

/** More lines than these nobody tells apart: the largest movements. */
const mostLines = 60;
const looks = { rose: ['easy', 'triangle'], fell: ['bad', 'rect'], unclear: ['muted', 'circle'] } as const satisfies Record<PromptMovement['sign'], readonly [Tone, Shape]>;

/** Figure 1 for prompts: each line one prompt, from its pass rate before to the one after; the clearest movements of both signs. */
export function slopeChart(input: CompareInput): Picture {
  const { promptTable: table } = input.comparison;
  const moved = table.map((row, prompt) => ({ row, prompt })).filter(({ row }) => row.change !== 0);
  const largest = (sign: 1 | -1): typeof moved => moved.filter(({ row }) => sign * row.change > 0).sort((a, b) => a.row.adjustedP - b.row.adjustedP || sign * (b.row.change - a.row.change)).slice(0, mostLines / 2);
  const shown = [...largest(-1), ...largest(1)];
  const rate = ({ n, c }: PromptMovement['before']): number => c / n;
  const lines: Polyline[] = shown.map(({ row }) => ({
    points: [[0.5, rate(row.before)], [1.5, rate(row.after)]],
    tone: looks[row.sign][0],
    dash: row.sign === 'fell' ? [5, 3] : [],
    width: row.sign === 'unclear' ? 1 : 1.75,
  }));
  const clouds = (['unclear', 'rose', 'fell'] as const).flatMap((sign): PointCloud[] => {
    const own = shown.filter(({ row }) => row.sign === sign);
    if (own.length === 0) return [];
    const at = (point: number): (typeof own)[number] => own[point % own.length];
    const [tone, shape] = looks[sign];
    return [{
      name: sign === 'unclear' ? t`no clear movement` : wordOf(sign), tone, shape,
      x: Float64Array.from({ length: 2 * own.length }, (_, point) => (point < own.length ? 0.5 : 1.5)),
      y: Float64Array.from({ length: 2 * own.length }, (_, point) => rate(point < own.length ? at(point).row.before : at(point).row.after)),
      error: null, radius: null,
      prompt: Int32Array.from({ length: 2 * own.length }, (_, point) => at(point).prompt),
      describe: (point) => describeMovement(at(point).row),
    }];
  });
  const notes = [
    shown.length < moved.length ? t`The ${formatCount(shown.length)} clearest of ${formatCount(moved.length)} movements, as many of either sign as there are.` : t`${formatCount(moved.length, 'prompt')} moved, ${formatCount(table.length - moved.length)} did not.`,
    t`Dashed red: clearly fell; blue: clearly rose; grey: within what chance does.`,
  ];
  const rows = clouds.map((cloud) => ({ ...cloud, prompt: cloud.prompt.slice(0, cloud.prompt.length / 2) }));
  return {
    id: 'slopes',
    title: t`From before to after, prompt by prompt`,
    basis: compareBasis(input),
    missing: moved.length === 0 ? { what: table.length === 0 ? t`No prompt has samples in both.` : t`No prompt moved.`, how: '' } : null,
    x: { title: '', scale: 'linear', min: 0.25, max: 1.75, names: [input.before, input.after].map(({ name }, at) => ({ at: at + 0.5, name: formatShortId(name, 22) })) },
    y: { title: t`pass rate`, scale: 'linear', min: 0, max: 1 },
    clouds,
    curves: [],
    bars: [],
    marks: [],
    lines,
    enclosing: null,
    notes,
    summary: t`Pass rates of the prompts that moved most, before and after. ${notes.join(' ')}`,
    twin: movementTwin(table, rows, [
      { title: t`Before`, width: 64, text: ({ before }) => formatRate(rate(before)) },
      { title: t`After`, width: 64, text: ({ after }) => formatRate(rate(after)) },
    ]),
  };
}
