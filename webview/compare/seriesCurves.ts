import type { PromptMean } from '../../src/core/counts/meanOverPrompts';
import type { SeriesStep } from '../../src/core/compare/checkpointSeries';
import type { Axis, Curve, Picture } from '../charts/picture';
import { formatCount } from '../numbers/formatCount';
import { formatRate, formatRateInterval } from '../numbers/formatRate';
import { formatShortId } from '../numbers/formatShortId';
import type { CompareInput } from './compareInput';
import { signedEstimate, signedInterval, signedRate } from './signedNumber';
import { t } from '../../src/texts/t';

/** pass@1 and pass@k over the checkpoints: where the one begins to pay for the other. */
export function seriesCurves({ series, k }: CompareInput): Picture {
  const { steps, prompts, lost } = series;
  const places = placesOf(steps);
  const lines = k === 1 ? (['passAt1'] as const) : (['passAt1', 'passAtK'] as const);
  const name = (of: (typeof lines)[number]): string => (of === 'passAt1' ? 'pass@1' : `pass@${k}`);
  const change = (step: SeriesStep, of: (typeof lines)[number]): PromptMean => (of === 'passAt1' ? step.changeAt1 : step.changeAtK);
  const curves = lines.map((of): Curve => ({
    name: name(of),
    tone: of === 'passAt1' ? 'line' : 'middle',
    shape: of === 'passAt1' ? 'circle' : 'rect',
    x: places,
    y: steps.map((step) => known(step[of].mean)),
    low: steps.map((step) => known(step[of].ci[0])),
    high: steps.map((step) => known(step[of].ci[1])),
    certainty: steps.map(() => 'solid'),
    // Neither k nor a prompt is a step of training.
    prompt: steps.map(() => null),
    describe: (point) => [
      `${formatShortId(steps[point].name, 40)}: ${name(of)} = ${formatRate(known(steps[point][of].mean))}`,
      t`95% CI ${interval(steps[point][of])}`,
      ...(point === 0 ? [] : [t`since the first: ${signedEstimate(known(change(steps[point], of).mean), change(steps[point], of).ci)}, paired`]),
    ],
  }));
  const last = steps[steps.length - 1];
  const notes = [
    ...lines.map((of) => t`${name(of)}: ${formatRate(known(steps[0][of].mean))} → ${formatRate(known(last[of].mean))}, change ${signedEstimate(known(change(last, of).mean), change(last, of).ci)}, paired.`),
    t`Over the ${formatCount(prompts.length, 'prompt')} that every checkpoint has.`,
    ...(lost.length > 0 && steps.length > 2 ? [t`${formatCount(lost.length, 'prompt')} solved more often on the way than at the end.`] : []),
  ];
  return {
    id: 'series',
    title: steps.length > 2 ? t`Over the checkpoints` : t`Before and after`,
    basis: t`observed pass@1/pass@k movement over checkpoints (not a gradient measurement) · 95% bands over prompts`,
    missing: prompts.length === 0 ? { what: t`No prompt has samples in every checkpoint.`, how: '' } : null,
    x: axisOf(steps, places),
    y: { title: t`share of attempts`, scale: 'linear' },
    clouds: [],
    curves,
    bars: [],
    marks: [],
    enclosing: null,
    notes,
    summary: t`pass@1 and pass@${k} over ${formatCount(steps.length, 'checkpoint')}. ${notes.join(' ')}`,
    twin: {
      columns: [
        { title: t`Checkpoint`, numeric: false, width: 140 },
        ...lines.flatMap((of) => [
          { title: name(of), numeric: true, width: 70 }, { title: t`95% CI`, numeric: true, width: 120 },
          { title: t`Since the first`, numeric: true, width: 104 }, { title: t`95% CI`, numeric: true, width: 140 },
        ]),
      ],
      rows: steps.length,
      cell: (row, column) => {
        if (column === 0) return steps[row].name;
        const of = lines[Math.floor((column - 1) / 4)];
        const moved = change(steps[row], of);
        return [formatRate(known(steps[row][of].mean)), interval(steps[row][of]), signedRate(known(moved.mean)), signedInterval(moved.ci)][(column - 1) % 4];
      },
      prompt: () => null,
    },
  };
}

/** By the step where the names tell one, else one after the other. */
function placesOf(steps: readonly SeriesStep[]): number[] {
  const told = steps.map(({ step }) => step);
  const rising = told.every((step, at) => step !== null && (at === 0 || step > (told[at - 1] ?? Infinity)));
  return rising ? told.map((step) => step ?? NaN) : steps.map((_, at) => at);
}

function axisOf(steps: readonly SeriesStep[], places: readonly number[]): Axis {
  const [first, last] = [places[0], places[places.length - 1]];
  const air = 0.04 * (last - first || 1);
  const isStep = steps.every(({ step }, at) => step === places[at]);
  const names = steps.length <= 6 && !isStep ? { names: steps.map(({ name }, at) => ({ at: places[at], name: formatShortId(name, 14) })) } : {};
  return { title: isStep ? t`step` : t`checkpoint`, scale: 'linear', min: first - air, max: last + air, ...names };
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function interval({ ci: [low, high] }: PromptMean): string {
  return Number.isNaN(low + high) ? t`unknown` : formatRateInterval([Math.max(0, low), Math.min(1, high)]);
}
