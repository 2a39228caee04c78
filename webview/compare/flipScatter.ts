import type { PromptMovement } from '../../src/core/compare/comparisonShape';
import type { Picture } from '../charts/picture';
import { formatCount } from '../numbers/formatCount';
import { formatRate } from '../numbers/formatRate';
import { compareBasis } from './compareBasis';
import type { CompareInput } from './compareInput';
import { moverClouds } from './moverClouds';
import { movementTwin } from './movementTwin';
import { t } from '../../src/texts/t';

const rateOf = ({ n, c }: PromptMovement['before']): number => c / n;

/** Pass rate before against after: on the line nothing moved; above it a prompt is solved more often. */
export function flipScatter(input: CompareInput): Picture {
  const { promptTable: table, churn } = input.comparison;
  const clouds = moverClouds(table, ({ before }) => rateOf(before), ({ after }) => rateOf(after));
  const count = (sign: PromptMovement['sign']): number => table.filter((row) => row.sign === sign).length;
  const notes = [
    t`${formatCount(count('rose'), 'prompt')} clearly rose, ${formatCount(count('fell'))} fell (false discovery rate 0.10); ${formatCount(count('unclear'))} moved no more than chance does.`,
    t`${formatCount(churn.solved.length)} unsolved before and solved now; ${formatCount(churn.lost.length)} solved before and lost.`,
  ];
  return {
    id: 'flips',
    title: t`Who moved: pass rate before against after`,
    basis: compareBasis(input),
    missing: table.length === 0 ? { what: t`No prompt has samples in both.`, how: '' } : null,
    x: { title: t`pass rate before`, scale: 'linear', min: 0, max: 1 },
    y: { title: t`pass rate after`, scale: 'linear', min: 0, max: 1 },
    clouds,
    curves: [],
    bars: [],
    marks: [],
    lines: [{ points: [[0, 0], [1, 1]], tone: 'muted', dash: [3, 3], width: 1 }],
    enclosing: null,
    notes,
    summary: t`Pass rate of each prompt before and after. ${notes.join(' ')}`,
    twin: movementTwin(table, clouds, [
      { title: t`Before`, width: 64, text: ({ before }) => formatRate(rateOf(before)) },
      { title: t`After`, width: 64, text: ({ after }) => formatRate(rateOf(after)) },
    ]),
  };
}
