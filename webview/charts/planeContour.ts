import { planeChange, type GradientPlane } from '../../src/core/interference/gradientPlane';
import { formatNumber } from '../numbers/formatNumber';
import { answerOf } from '../state/answers';
import { agreementBasis, noGradients } from './basis';
import type { ChartInput } from './chartInput';
import { contourCells as cells, contourLegend, gridOf, linesOf } from './contourField';
import type { ContourGrid } from './contourLines';
import type { Choice, Picture } from './picture';
import { toyContour } from './toyContour';
import { waitingPicture } from './waitingPicture';
import { t } from '../../src/texts/t';

const most = 0.1;
/** The field is so many times as wide as it is high: more than a chart at full width shows. */
const wide = 3;

/**
 * Figure 3 for a run of which only the gradients are known: J1 and J_k in the plane that their gradients span, the place of the
 * model in the middle, and shaded the steps that raise pass@k and lower pass@1. The axes are lengths, so the angle is true.
 */
export function planeContour(input: ChartInput): Picture {
  const { report, answers, choice } = input;
  const options = planeChoice(choice);
  if (options.value === 'toy') return { ...toyContour(report.weights.k), choice: options };
  if (report.gradients.dimension === null) return withoutVectors(options);
  if (report.weights.k === 1) return waitingPicture('plane', t`At k = 1 both gradients are the same.`, t`Move k to see how far they part.`, { choice: options });
  const failure = answers.get('plane')?.failure;
  if (failure != null) return waitingPicture('plane', failure.message, '', { choice: options });
  const answer = answerOf(answers, 'plane');
  if (answer === null) return waitingPicture('plane', t`Working out the plane of both gradients…`, '', { choice: options });
  const { plane } = answer;
  const frame = planeFrame(plane);
  if (frame === null) return waitingPicture('plane', t`At k = ${plane.k} a gradient is too small against its noise: its estimated squared length is not above 0.`, t`More samples, or a smaller k.`, { choice: options });
  const order = options.value === '2' ? 2 : 1;
  const change = (u: number, v: number): { passAt1: number; passAtK: number } => planeChange(plane, ...frame.toSteps(u, v), order);
  const grid = (of: (u: number, v: number) => number): ContourGrid => gridOf([-wide * frame.reach, wide * frame.reach], [-frame.reach, frame.reach], of);
  const [at1, atK] = [grid((u, v) => change(u, v).passAt1), grid((u, v) => change(u, v).passAtK)];
  const values = new Float32Array(cells * cells).fill(NaN);
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const { passAt1, passAtK } = change(middle(column, wide * frame.reach), middle(row, frame.reach));
      if (passAtK > 0 && passAt1 < 0) values[row * cells + column] = -1;
    }
  }
  const notes = [
    t`The gradients of pass@1 and of pass@${plane.k} are ${formatNumber(frame.angle, 3)}° apart; beyond 90° a step for the one lowers the other.`,
    order === 1 ? t`To first order: straight lines, true for small steps.` : answer.label,
  ];
  const facts = factsOf(plane, frame);
  return {
    id: 'plane',
    title: t`The plane of both gradients at k = ${plane.k}`,
    basis: `${agreementBasis(report)} · ${order === 1 ? t`first order` : t`second order in the pass rates, an estimate`}`,
    missing: null,
    choice: options,
    x: { title: t`step along ∇J_1`, scale: 'linear', min: -frame.reach, max: frame.reach },
    y: { title: t`step across it`, scale: 'linear', min: -frame.reach, max: frame.reach },
    equal: true,
    clouds: [],
    curves: [],
    bars: [],
    marks: [
      { kind: 'arrow', x: 0.6 * frame.reach, y: 0, label: '∇J_1', tone: 'line' },
      { kind: 'arrow', x: 0.6 * frame.reach * frame.cosine, y: 0.6 * frame.reach * frame.sine, label: `∇J_${plane.k}`, tone: 'middle' },
    ],
    field: {
      columns: cells, rows: cells, x: [-wide * frame.reach, wide * frame.reach], y: [-frame.reach, frame.reach], values, order: null, reach: 5, pair: null,
      describe: (column, row) => {
        const [u, v] = [middle(column, wide * frame.reach), middle(row, frame.reach)];
        const { passAt1, passAtK } = change(u, v);
        return [t`a step of length ${formatNumber(Math.hypot(u, v))}`, `pass@1 ${signed(passAt1)}`, `pass@${plane.k} ${signed(passAtK)}`, ...(passAtK > 0 && passAt1 < 0 ? ['conflict'] : [])];
      },
    },
    lines: [...linesOf(at1, 'line', []), ...linesOf(atK, 'middle', [5, 3])],
    legend: contourLegend(plane.k),
    enclosing: null,
    notes,
    summary: t`pass@1 and pass@${plane.k} over steps in the plane of their gradients. ${notes.join(' ')}`,
    twin: {
      columns: [{ title: t`Quantity`, numeric: false, width: 220 }, { title: t`Value`, numeric: true, width: 110 }],
      rows: facts.length,
      cell: (row, column) => facts[row][column],
      prompt: () => null,
    },
  };
}

function withoutVectors(choice: Choice): Picture {
  return waitingPicture('plane',
    t`Without the gradients of this run its plane of pass@1 and pass@k is unknown: nobody can draw which steps raise the one and lower the other.`,
    `${noGradients.how} ${t`“Toy policy, exact” shows the figure for the paper's own example, which is not your run.`}`,
    { choice });
}

function planeChoice(choice: string | null): Choice {
  const options = [['1', t`this run, first order`], ['2', t`this run, second order`], ['toy', t`toy policy, exact`]] as const;
  return { name: t`what is drawn`, value: options.find(([value]) => value === choice)?.[0] ?? '1', options };
}

/** Both gradients as lengths and the angle between them. */
export interface PlaneFrame {
  readonly length1: number;
  readonly lengthK: number;
  readonly cosine: number;
  readonly sine: number;
  /** Degrees. */
  readonly angle: number;
  /** How far the axes go: to where the steeper of the two has moved by 0.1. */
  readonly reach: number;
  /** Lengths along and across ∇J1 as α and β of θ + α∇J1 + β∇J_k. */
  readonly toSteps: (u: number, v: number) => [alpha: number, beta: number];
}

/** @returns null where a squared length is estimated at 0 or below */
export function planeFrame({ squared1, squaredK, product }: GradientPlane): PlaneFrame | null {
  if (!(squared1 > 0) || !(squaredK > 0)) return null;
  const [length1, lengthK] = [Math.sqrt(squared1), Math.sqrt(squaredK)];
  // Each of the three is an estimate of its own, so their cosine may come out beyond 1.
  const cosine = Math.max(-1, Math.min(1, product / length1 / lengthK));
  const sine = Math.sqrt(Math.max(1e-12, 1 - cosine * cosine));
  return {
    length1, lengthK, cosine, sine,
    angle: (Math.acos(cosine) * 180) / Math.PI,
    reach: most / Math.max(length1, lengthK),
    toSteps: (u, v) => [u / length1 - (v * cosine) / (sine * length1), v / (sine * lengthK)],
  };
}

function middle(cell: number, reach: number): number {
  return -reach + ((cell + 0.5) * 2 * reach) / cells;
}

function signed(change: number): string {
  return `${change > 0 ? '+' : ''}${formatNumber(change)}`;
}

function factsOf(plane: GradientPlane, { length1, lengthK, cosine, angle }: PlaneFrame): [string, string][] {
  return [
    ['|∇J_1|', formatNumber(length1)],
    [`|∇J_${plane.k}|`, formatNumber(lengthK)],
    [t`inner product`, formatNumber(plane.product)],
    ['cosine', formatNumber(cosine)],
    [t`angle in degrees`, formatNumber(angle)],
    [t`pass@1 by a unit step along ∇J_1`, formatNumber(plane.squared1)],
    [t`pass@1 by a unit step along ∇J_${plane.k}`, formatNumber(plane.product)],
    [t`pass@${plane.k} by a unit step along ∇J_1`, formatNumber(plane.product)],
    [t`pass@${plane.k} by a unit step along ∇J_${plane.k}`, formatNumber(plane.squaredK)],
  ];
}
