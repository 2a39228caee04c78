import type { Picture } from '../charts/picture';
import { formatCount } from '../numbers/formatCount';
import { formatNumber } from '../numbers/formatNumber';
import { formatShortId } from '../numbers/formatShortId';
import type { CompareInput } from './compareInput';
import { t } from '../../src/texts/t';

/** Whether hard, middle and easy prompts moved together over the checkpoints, or the ones at the cost of the others. */
export function coMovementField({ series }: CompareInput): Picture {
  const { coMovement } = series;
  const groups = coMovement?.groups ?? [];
  const size = groups.length;
  const blocks = coMovement?.blocks ?? new Float64Array(0);
  const names = groups.map(({ category, group }) => (category === null ? group : `${formatShortId(category, 14)}, ${group}`));
  const reach = blocks.reduce((most, value) => (Number.isNaN(value) ? most : Math.max(most, Math.abs(value))), 0) || 1;
  const axis = { title: '', scale: 'linear' as const, min: 0, max: Math.max(1, size), names: names.map((name, at) => ({ at: at + 0.5, name })) };
  const pairs = names.flatMap((_, a) => names.slice(a).map((__, on) => [a, a + on] as const));
  return {
    id: 'coMovement',
    title: t`What moved together`,
    basis: t`${coMovement?.label ?? ''} · mean product of the changes of two prompts; the first checkpoint only chooses the groups`,
    missing: size > 0 ? null : { what: t`It takes three checkpoints to tell what moves together.`, how: '' },
    x: axis,
    y: { ...axis, reverse: true },
    clouds: [],
    curves: [],
    bars: [],
    marks: [],
    field: {
      columns: size, rows: size, x: [0, size], y: [0, size], values: Float32Array.from(blocks), order: null, reach, pair: null, hatched: true,
      describe: (column, row) => [t`${names[row]} and ${names[column]}`, t`mean product of changes ${formatNumber(Number.isNaN(blocks[row * size + column]) ? null : blocks[row * size + column])}`],
    },
    legend: [{ name: t`moved together`, sign: '■', tone: 'easy' }, { name: t`moved against each other, hatched`, sign: '▨', tone: 'bad' }],
    enclosing: null,
    notes: [t`Groups: ${groups.map(({ prompts }, at) => `${names[at]} ${formatCount(prompts)}`).join(', ')}. Exploratory: no test of chance.`],
    summary: t`Mean product of the changes of two prompts, by group. ${names.join(', ')}.`,
    twin: {
      columns: [{ title: t`Group`, numeric: false, width: 150 }, { title: t`with`, numeric: false, width: 150 }, { title: t`Mean product`, numeric: true, width: 110 }],
      rows: pairs.length,
      cell: (row, column) => {
        const [a, b] = pairs[row];
        const value = blocks[a * size + b];
        return [names[a], names[b], formatNumber(Number.isNaN(value) ? null : value)][column];
      },
      prompt: () => null,
    },
  };
}
