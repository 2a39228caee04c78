import type { Curve, Picture } from '../charts/picture';
import { compareBasis } from './compareBasis';
import type { CompareInput } from './compareInput';
import { signedEstimate, signedInterval, signedRate } from './signedNumber';
import { t } from '../../src/texts/t';

type Row = CompareInput['comparison']['byK'][number];

/** Change of pass@k against k, paired, with its 95% band; beside it the part that a first-order reading explains. */
export function changeByK(input: CompareInput): Picture {
  const { comparison, k } = input;
  const rows = comparison.byK.filter(({ observed }) => observed.estimate !== null);
  const last = rows.at(-1)?.k ?? 1;
  const now = rows.find((row) => row.k === k);
  const curve = (name: string, of: 'observed' | 'firstOrder'): Curve => ({
    name,
    tone: of === 'observed' ? 'line' : 'middle',
    ...(of === 'observed' ? {} : { shape: 'rect' as const }),
    x: rows.map((row) => row.k),
    y: rows.map((row) => row[of].estimate),
    low: of === 'observed' ? rows.map((row) => row[of].ci?.[0] ?? null) : [],
    high: of === 'observed' ? rows.map((row) => row[of].ci?.[1] ?? null) : [],
    certainty: rows.map(() => 'solid'),
    prompt: null,
    describe: (point) => [t`k = ${rows[point].k}, ${name}: ${signedRate(rows[point][of].estimate)}`, t`95% CI ${signedInterval(rows[point][of].ci)}`],
  });
  const notes = [
    ...(now === undefined ? [] : [t`pass@${k} changed by ${signedEstimate(now.observed.estimate, now.observed.ci)}.`]),
    t`First order: the mean of w_k(p before) × (p after − p before). Where it leaves the observed curve, the step was too large for it.`,
  ];
  return {
    id: 'changeByK',
    title: t`Change of pass@k against k`,
    basis: compareBasis(input),
    missing: rows.length === 0 ? { what: t`No prompt has samples in both.`, how: '' } : null,
    x: { title: t`k (log scale)`, scale: 'log', min: 1, max: Math.max(2, last) },
    y: { title: t`pass@k after less before`, scale: 'linear' },
    clouds: [],
    curves: [curve(t`observed`, 'observed'), curve(t`first order`, 'firstOrder')],
    bars: [],
    marks: [{ kind: 'level', y: 0, label: '', tone: 'muted', dash: [] }, { kind: 'upright', x: k, label: t`k = ${k}`, tone: 'line', dash: [2, 3] }],
    enclosing: null,
    notes,
    summary: t`Change of pass@k for k from 1 to ${last}. ${notes.join(' ')}`,
    twin: {
      columns: [
        { title: 'k', numeric: true, width: 48 },
        { title: t`Change`, numeric: true, width: 70 },
        { title: t`95% CI`, numeric: true, width: 136 },
        { title: t`First order`, numeric: true, width: 92 },
        { title: t`95% CI`, numeric: true, width: 136 },
      ],
      rows: rows.length,
      cell: (row, column) => cell(rows[row], column),
      prompt: () => null,
    },
  };
}

function cell({ k, observed, firstOrder }: Row, column: number): string {
  return [String(k), signedRate(observed.estimate), signedInterval(observed.ci), signedRate(firstOrder.estimate), signedInterval(firstOrder.ci)][column];
}
