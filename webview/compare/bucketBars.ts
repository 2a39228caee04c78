import { bucketOf } from '../../src/core/compare/bucketOf';
import type { BucketMovement } from '../../src/core/compare/comparisonShape';
import type { Bar, Picture } from '../charts/picture';
import { formatCount } from '../numbers/formatCount';
import { compareBasis } from './compareBasis';
import type { CompareInput } from './compareInput';
import { signedEstimate, signedInterval, signedRate } from './signedNumber';
import { t } from '../../src/texts/t';

/** Change of the pass rate by the pass rate before: which prompts paid, and which gained. */
export function bucketBars(input: CompareInput): Picture {
  const { buckets } = input.comparison;
  const known = buckets.some(({ movement }) => movement.estimate !== null);
  const prompts = promptsOf(input);
  const bars: Bar[] = buckets.map((bucket, at) => ({
    name: words(bucket),
    tone: (bucket.movement.estimate ?? 0) < 0 ? 'bad' : 'easy',
    height: bucket.movement.estimate ?? NaN,
    ci: bucket.movement.ci,
    filter: '',
    prompts: () => prompts[at],
    lines: [
      t`pass rate before ${words(bucket)}: ${formatCount(bucket.movement.prompts, 'prompt')}`,
      t`change ${signedEstimate(bucket.movement.estimate, bucket.movement.ci)}`,
      t`its part of the change of pass@1: ${signedRate(bucket.contribution)}`,
    ],
  }));
  return {
    id: 'buckets',
    title: t`Who paid, who gained: change by pass rate before`,
    basis: t`${compareBasis(input)} · one half of the samples before chooses the bar, the other half measures`,
    missing: known ? null : { what: t`Too few samples before to choose by one half and measure by the other.`, how: '' },
    x: { title: t`pass rate before`, scale: 'linear', min: 0, max: bars.length, bands: buckets.map(({ above, upTo }) => (upTo === 0 ? '0' : upTo === 1 ? `>${above}` : `≤${upTo}`)) },
    y: { title: t`change of pass rate`, scale: 'linear' },
    clouds: [],
    curves: [],
    bars,
    marks: [{ kind: 'level', y: 0, label: '', tone: 'muted', dash: [] }],
    enclosing: null,
    notes: [t`Chosen and measured by the same samples, the lowest would rise and the highest fall by chance alone.`],
    summary: t`Change of the pass rate by the pass rate before. ${bars.map((bar) => bar.lines.slice(0, 2).join(', ')).join('; ')}.`,
    twin: {
      columns: [
        { title: t`Pass rate before`, numeric: false, width: 130 },
        { title: t`Prompts`, numeric: true, width: 70 },
        { title: t`Change`, numeric: true, width: 70 },
        { title: t`95% CI`, numeric: true, width: 140 },
        { title: t`Part of pass@1`, numeric: true, width: 110 },
      ],
      rows: buckets.length,
      cell: (row, column) => {
        const { movement, contribution } = buckets[row];
        return [words(buckets[row]), formatCount(movement.prompts), signedRate(movement.estimate), signedInterval(movement.ci), signedRate(contribution)][column];
      },
      prompt: () => null,
    },
  };
}

/** Rows of the table by the bar that they are in: those whose one half chooses it and that have another to measure by. */
function promptsOf({ comparison: { buckets, promptTable }, before: { columns, halves } }: CompareInput): number[][] {
  const rowOf = new Map(columns.id.map((id, row) => [id, row]));
  const edges = buckets.slice(0, -1).map(({ upTo }) => upTo);
  const bucket = bucketOf(halves.choosing, edges);
  const found: number[][] = buckets.map(() => []);
  for (const [prompt, { id }] of promptTable.entries()) {
    const row = rowOf.get(id) ?? -1;
    if (halves.measuring.n[row] > 0) found.at(bucket[row])?.push(prompt);
  }
  return found;
}

function words({ above, upTo }: BucketMovement): string {
  return upTo === 0 ? '0' : t`above ${above} up to ${upTo}`;
}
