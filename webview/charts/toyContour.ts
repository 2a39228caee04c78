import { toyObjectives, type ToyPrompt } from '../../src/core/toy/toyObjectives';
import { formatNumber } from '../numbers/formatNumber';
import { formatRate } from '../numbers/formatRate';
import { contourCells as cells, contourLegend, gridOf, linesOf } from './contourField';
import type { Picture } from './picture';
import { t } from '../../src/texts/t';

/** The paper's two prompts of section 3.3, and where its reference policy stands (MATH.md 1.4). */
const prompts: readonly ToyPrompt[] = [{ s: -0.1, hard: false }, { s: 0.1, hard: true }];
const reference: readonly [number, number] = [-2, -2];
const x: readonly [number, number] = [-5, 3];
const y: readonly [number, number] = [-5, 3];

/** Figure 3, exactly: J1 and J_k of a policy of two parameters and two prompts that need opposite answers. */
export function toyContour(k: number): Picture {
  const at = (theta0: number, theta1: number): ReturnType<typeof toyObjectives> => toyObjectives([theta0, theta1], prompts, k);
  const place = (range: readonly [number, number], cell: number): number => range[0] + ((cell + 0.5) * (range[1] - range[0])) / cells;
  const values = new Float32Array(cells * cells).fill(NaN);
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) if (at(place(x, column), place(y, row)).innerProduct < 0) values[row * cells + column] = -1;
  }
  const here = at(...reference);
  const notes = [
    t`The toy policy of the paper: two parameters, one easy and one hard prompt that need opposite answers. Nothing is estimated; this is not your run.`,
    t`At the cross pass@1 = ${formatRate(here.passAt1)}, pass@${k} = ${formatRate(here.passAtK)}, inner product ${formatNumber(here.innerProduct)}.`,
  ];
  const [cx, cy] = reference;
  const spots = [reference, [-4, -2], [-3, 1], [0, 0], [1, 2], [2, -3]] as const;
  return {
    id: 'plane',
    title: t`A toy policy at k = ${k}`,
    basis: t`exact, from the policy itself`,
    missing: null,
    x: { title: 'θ₀', scale: 'linear', min: x[0], max: x[1] },
    y: { title: 'θ₁', scale: 'linear', min: y[0], max: y[1] },
    clouds: [],
    curves: [],
    bars: [],
    marks: [],
    field: {
      columns: cells, rows: cells, x, y, values, order: null, reach: 5, pair: null,
      describe: (column, row) => {
        const [theta0, theta1] = [place(x, column), place(y, row)];
        const { passAt1, passAtK, innerProduct } = at(theta0, theta1);
        return [`θ = (${formatNumber(theta0)}, ${formatNumber(theta1)})`, t`pass@1 ${formatRate(passAt1)}, pass@${k} ${formatRate(passAtK)}`, t`inner product ${formatNumber(innerProduct)}${innerProduct < 0 ? t`: conflict` : ''}`];
      },
    },
    lines: [
      ...linesOf(gridOf(x, y, (a, b) => at(a, b).passAt1), 'line', []),
      ...linesOf(gridOf(x, y, (a, b) => at(a, b).passAtK), 'middle', [5, 3]),
      ...[[[cx - 0.2, cy - 0.2], [cx + 0.2, cy + 0.2]], [[cx - 0.2, cy + 0.2], [cx + 0.2, cy - 0.2]]].map((points) => ({ points: points as [number, number][], tone: 'line' as const, dash: [], width: 3 })),
    ],
    legend: contourLegend(k).map((entry) => (entry.sign === '■' ? { ...entry, name: t`conflict: a step for pass@${k} lowers pass@1` } : entry)),
    enclosing: null,
    notes,
    summary: t`Lines of equal pass@1 and of equal pass@${k} over the two parameters of a toy policy. ${notes.join(' ')}`,
    twin: {
      columns: [
        { title: 'θ₀, θ₁', numeric: false, width: 80 },
        { title: t`pass@1`, numeric: true, width: 80 },
        { title: t`pass@${k}`, numeric: true, width: 80 },
        { title: t`Inner product`, numeric: true, width: 110 },
      ],
      rows: spots.length,
      cell: (row, column) => {
        const { passAt1, passAtK, innerProduct } = at(spots[row][0], spots[row][1]);
        return [spots[row].map((value) => formatNumber(value, 1)).join(', '), formatRate(passAt1), formatRate(passAtK), formatNumber(innerProduct)][column];
      },
      prompt: () => null,
    },
  };
}
