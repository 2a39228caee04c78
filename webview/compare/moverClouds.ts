import type { MovementSign, PromptMovement } from '../../src/core/compare/comparisonShape';
import type { PointCloud, Shape, Tone } from '../charts/picture';
import { formatNumber } from '../numbers/formatNumber';
import { formatShortId } from '../numbers/formatShortId';
import { signedInterval, signedRate } from './signedNumber';
import { t } from '../../src/texts/t';
import { wordOf } from '../../src/texts/wordOf';

const looks: readonly (readonly [MovementSign, string, Tone, Shape])[] = [
  ['unclear', t`no clear movement`, 'muted', 'circle'],
  ['rose', t`rose`, 'easy', 'triangle'],
  ['fell', t`fell`, 'bad', 'rect'],
];

/** The prompts of a comparison as points, those that clearly rose and fell in front; a prompt whose value is unknown is left out. */
export function moverClouds(table: readonly PromptMovement[], x: (row: PromptMovement) => number | null, y: (row: PromptMovement) => number | null, radius: number | null = null): PointCloud[] {
  return looks.flatMap(([sign, name, tone, shape]): PointCloud[] => {
    const prompts: number[] = [];
    for (let row = 0; row < table.length; row++) if (table[row].sign === sign && x(table[row]) !== null && y(table[row]) !== null) prompts.push(row);
    if (prompts.length === 0) return [];
    return [{
      name, tone, shape,
      x: Float64Array.from(prompts, (row) => x(table[row]) ?? NaN),
      y: Float64Array.from(prompts, (row) => y(table[row]) ?? NaN),
      error: null,
      radius: radius === null ? null : new Float64Array(prompts.length).fill(radius),
      prompt: Int32Array.from(prompts),
      describe: (point) => describeMovement(table[prompts[point]]),
    }];
  });
}

export function describeMovement({ id, before, after, change, ci, adjustedP, sign, weight, agreement }: PromptMovement): string[] {
  const pair = (values: { readonly before: number | null; readonly after: number | null }): string => `${formatNumber(values.before)} → ${formatNumber(values.after)}`;
  return [
    formatShortId(id),
    t`${before.c} of ${before.n} → ${after.c} of ${after.n}`,
    t`change ${signedRate(change)} (95% CI ${signedInterval(ci)})`,
    t`${sign === 'unclear' ? t`no clear movement` : wordOf(sign)}, adjusted p ${adjustedP < 0.001 ? '< 0.001' : `= ${adjustedP.toFixed(3)}`}`,
    t`weight ${pair(weight)}`,
    ...(agreement.before === null && agreement.after === null ? [] : [t`agreement ${pair(agreement)}`]),
  ];
}
