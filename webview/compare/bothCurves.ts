import type { Curve, Picture } from '../charts/picture';
import { formatShortId } from '../numbers/formatShortId';
import { formatRate, formatRateInterval } from '../numbers/formatRate';
import type { CompareInput } from './compareInput';
import { t } from '../../src/texts/t';

/** pass@k against k, before and after: where the two cross, pass@1 was traded for pass@k or the other way round. */
export function bothCurves({ reports, before, after, k }: CompareInput): Picture {
  const names = [before, after].map(({ name }) => formatShortId(name, 32));
  const sides = reports.map((report) => report.passAtK.filter((row) => row.estimate !== null));
  const last = Math.max(1, ...sides.map((rows) => rows.at(-1)?.k ?? 1));
  const curves = sides.map((rows, side): Curve => ({
    name: names[side],
    tone: side === 0 ? 'middle' : 'line',
    shape: side === 0 ? 'rect' : 'circle',
    x: rows.map((row) => row.k),
    y: rows.map((row) => row.estimate),
    low: rows.map((row) => row.ci?.[0] ?? null),
    high: rows.map((row) => row.ci?.[1] ?? null),
    certainty: rows.map((row) => row.status),
    prompt: null,
    describe: (point) => [t`${names[side]}: pass@${rows[point].k} = ${formatRate(rows[point].estimate)}`, t`95% CI ${formatRateInterval(rows[point].ci)}`],
  }));
  const ks = [...new Set(sides.flatMap((rows) => rows.map((row) => row.k)))].sort((a, b) => a - b);
  const rowOf = (side: number, at: number): CompareInput['reports'][0]['passAtK'][number] | undefined => sides[side].find((row) => row.k === ks[at]);
  return {
    id: 'bothCurves',
    title: t`pass@k, before and after`,
    basis: t`unbiased from counts · each side over all its prompts · 95% bands, not paired`,
    missing: ks.length === 0 ? { what: t`No prompt has a sample with a verdict.`, how: '' } : null,
    x: { title: t`k (log scale)`, scale: 'log', min: 1, max: Math.max(2, last) },
    y: { title: t`pass@k`, scale: 'linear', min: 0, max: 1 },
    clouds: [],
    curves,
    bars: [],
    marks: [{ kind: 'upright', x: k, label: t`k = ${k}`, tone: 'line', dash: [2, 3] }],
    enclosing: null,
    notes: [t`Bands that overlap do not mean that nothing changed: the change, paired by prompt, is the chart beside.`],
    summary: t`pass@k of ${names[0]!} and ${names[1]!} for k from 1 to ${last}.`,
    twin: {
      columns: [
        { title: 'k', numeric: true, width: 48 },
        ...names.flatMap((name) => [{ title: name, numeric: true, width: 96 }, { title: t`95% CI`, numeric: true, width: 124 }]),
      ],
      rows: ks.length,
      cell: (row, column) => {
        if (column === 0) return String(ks[row]);
        const found = rowOf(column <= 2 ? 0 : 1, row);
        return column % 2 === 1 ? formatRate(found?.estimate ?? null) : formatRateInterval(found?.ci ?? null);
      },
      prompt: () => null,
    },
  };
}
