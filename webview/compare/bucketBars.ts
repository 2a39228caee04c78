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
  const bars: Bar[] = buckets.map((bucket) => ({
    name: words(bucket),
    tone: (bucket.movement.estimate ?? 0) < 0 ? 'bad' : 'easy',
    height: bucket.movement.estimate ?? NaN,
    ci: bucket.movement.ci,
    filter: '',
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

function words({ above, upTo }: BucketMovement): string {
  return upTo === 0 ? '0' : t`above ${above} up to ${upTo}`;
}
