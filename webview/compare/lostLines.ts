import type { CheckpointColumns } from '../../src/core/compare/checkpointColumns';
import type { LostPrompt } from '../../src/core/compare/lostPrompts';
import type { Curve, Picture } from '../charts/picture';
import { formatCount } from '../numbers/formatCount';
import { formatRate } from '../numbers/formatRate';
import { formatShortId } from '../numbers/formatShortId';
import type { CompareInput } from './compareInput';
import { t } from '../../src/texts/t';

/** Lines that can still be told apart; all lost prompts are in the table. */
const mostLines = 12;
const shapes = ['circle', 'rect', 'triangle'] as const;
const tones = ['line', 'hard', 'middle', 'easy', 'bad', 'good'] as const;

/** Prompts that were solved and then lost: their pass rates over the checkpoints. A point opens its prompt. */
export function lostLines({ series, comparison }: CompareInput, checkpoints: readonly CheckpointColumns[]): Picture {
  const { lost, steps } = series;
  const shown = lost.slice(0, mostLines);
  const rowOf = new Map(comparison.promptTable.map((row, at) => [row.id, at]));
  const curves = shown.map((prompt, at): Curve => {
    const rates = checkpoints.map((checkpoint) => rateAt(checkpoint, prompt.id));
    return {
      name: formatShortId(prompt.id, 24),
      tone: tones[at % tones.length],
      shape: shapes[Math.floor(at / tones.length) % shapes.length],
      x: steps.map((_, step) => step),
      y: rates,
      low: [], high: [],
      certainty: steps.map(() => 'solid'),
      prompt: steps.map(() => rowOf.get(prompt.id) ?? null),
      describe: (point) => [formatShortId(prompt.id), t`${formatShortId(steps[point].name, 30)}: pass rate ${formatRate(rates[point])}`, t`best at ${formatShortId(steps[prompt.peak].name, 30)}, ${formatRate(prompt.peakRate)}`],
    };
  });
  const notes = [
    t`${formatCount(lost.length, 'prompt')} solved more often at some checkpoint than at the last, beyond chance (false discovery rate 0.10, for every checkpoint that could have been the best).`,
    ...(lost.length > mostLines ? [t`The ${mostLines} surest are drawn; all are in the table.`] : []),
  ];
  return {
    id: 'lost',
    title: t`Solved and then lost`,
    basis: t`observed pass@1/pass@k movement over checkpoints (not a gradient measurement) · Fisher's exact test from the best checkpoint to the last`,
    missing: lost.length > 0 ? null : { what: t`No prompt was clearly solved more often before than it is at the last checkpoint.`, how: '' },
    x: { title: t`checkpoint`, scale: 'linear', min: -0.1, max: steps.length - 0.9, names: steps.length > 8 ? [0, steps.length - 1].map((at) => ({ at, name: formatShortId(steps[at].name, 14) })) : steps.map(({ name }, at) => ({ at, name: formatShortId(name, 14) })) },
    y: { title: t`pass rate`, scale: 'linear', min: 0, max: 1 },
    clouds: [],
    curves,
    bars: [],
    marks: [],
    enclosing: null,
    notes,
    summary: t`Pass rates of prompts that were solved and then lost. ${notes.join(' ')}`,
    twin: {
      columns: [
        { title: t`Prompt`, numeric: false, width: 160 },
        { title: t`Best at`, numeric: false, width: 110 },
        { title: t`Then`, numeric: true, width: 60 },
        { title: t`Now`, numeric: true, width: 60 },
        { title: t`Adjusted p`, numeric: true, width: 86 },
      ],
      rows: lost.length,
      cell: (row, column) => cell(lost[row], steps[lost[row].peak].name, column),
      prompt: (row) => rowOf.get(lost[row].id) ?? null,
    },
  };
}

function cell({ id, peakRate, lastRate, adjustedP }: LostPrompt, peak: string, column: number): string {
  return [id, peak, formatRate(peakRate), formatRate(lastRate), adjustedP < 0.001 ? '<0.001' : adjustedP.toFixed(3)][column];
}

function rateAt({ columns }: CheckpointColumns, id: string): number | null {
  const row = columns.id.indexOf(id);
  return row < 0 || columns.n[row] === 0 ? null : columns.c[row] / columns.n[row];
}
