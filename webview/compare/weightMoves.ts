import type { PromptMovement } from '../../src/core/compare/comparisonShape';
import type { Picture } from '../charts/picture';
import { formatCount } from '../numbers/formatCount';
import { formatNumber } from '../numbers/formatNumber';
import { formatShare } from '../numbers/formatShare';
import { compareBasis } from './compareBasis';
import type { CompareInput } from './compareInput';
import { moverClouds } from './moverClouds';
import { movementTwin } from './movementTwin';
import { t } from '../../src/texts/t';

/** Weight of every prompt before against after: where pass@k training would now look. */
export function weightMoves(input: CompareInput): Picture {
  const { comparison: { promptTable: table }, reports, k } = input;
  const largest = table.reduce((most, { weight }) => Math.max(most, weight.before ?? 0, weight.after ?? 0), 0);
  // A weight of 0, or too small to tell from it, lies on the lowest line.
  const floor = 10 ** Math.ceil(Math.log10(largest > 0 ? largest : 1) - 5);
  const drawn = (weight: number | null): number | null => (weight === null ? null : Math.max(floor, weight));
  const clouds = moverClouds(table, ({ weight }) => drawn(weight.before), ({ weight }) => drawn(weight.after));
  const unknown = table.length - clouds.reduce((sum, cloud) => sum + cloud.prompt.length, 0);
  const [before, after] = reports;
  const notes = [
    t`As concentrated as equal weights on ${formatNumber(before.weights.effectivePrompts)} prompts before, on ${formatNumber(after.weights.effectivePrompts)} after.`,
    t`On unsolved prompts: ${formatShare(before.weights.shareOnUnsolved)} before, ${formatShare(after.weights.shareOnUnsolved)} after.`,
    ...(unknown > 0 ? [t`${formatCount(unknown, 'prompt')} unknown: too few samples for this k.`] : []),
  ];
  return {
    id: 'weightMoves',
    title: t`Weight at k = ${k}, before against after`,
    basis: t`${compareBasis(input)} · unbiased from counts`,
    missing: clouds.length === 0 ? { what: t`No weight can be estimated on both sides at k = ${k}.`, how: t`Choose a smaller k.` } : k === 1 ? { what: t`At k = 1 every prompt weighs the same.`, how: t`Move k.` } : null,
    x: { title: t`weight before (log scale)`, scale: 'log', base: 10, min: floor, max: largest * 1.5, floor: '≈ 0' },
    y: { title: t`weight after (log scale)`, scale: 'log', min: floor, max: largest * 1.5, floor: '≈ 0' },
    clouds,
    curves: [],
    bars: [],
    marks: [],
    lines: [{ points: [[floor, floor], [largest * 1.5, largest * 1.5]], tone: 'muted', dash: [3, 3], width: 1 }],
    enclosing: null,
    notes,
    summary: t`Weight of each prompt before and after at k = ${k}. ${notes.join(' ')}`,
    twin: movementTwin(table, clouds, [
      { title: t`Weight before`, width: 100, text: ({ weight }: PromptMovement) => formatNumber(weight.before) },
      { title: t`after`, width: 74, text: ({ weight }: PromptMovement) => formatNumber(weight.after) },
    ]),
  };
}
