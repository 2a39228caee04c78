import type { PromptMovement } from '../../src/core/compare/comparisonShape';
import { agreementBasis } from '../charts/basis';
import type { Picture } from '../charts/picture';
import { formatCount } from '../numbers/formatCount';
import { formatNumber } from '../numbers/formatNumber';
import type { CompareInput } from './compareInput';
import { moverClouds } from './moverClouds';
import { movementTwin } from './movementTwin';
import { t } from '../../src/texts/t';

/** Figure 4: agreement of every prompt with pass@1, before against after. To the left of 0 a prompt pulled against the rest, below 0 it does now. */
export function agreementMoves(input: CompareInput): Picture {
  const { comparison: { promptTable: table }, reports } = input;
  const without = [input.before, input.after].filter(({ columns }) => columns.gradients === null).map(({ name }) => `“${name}”`);
  const clouds = moverClouds(table, ({ agreement }) => agreement.before, ({ agreement }) => agreement.after);
  const known = clouds.reduce((sum, cloud) => sum + cloud.prompt.length, 0);
  const negative = (side: 'before' | 'after'): number => table.filter(({ agreement }) => (agreement[side] ?? 0) < 0).length;
  const means = reports.map(({ conflict }) => formatNumber(conflict?.meanAgreement ?? null));
  const notes = [
    t`${formatCount(negative('before'), 'prompt')} below 0 before, ${formatCount(negative('after'))} after; mean ${means[0]} before, ${means[1]} after.`,
    ...(known < table.length ? [t`${formatCount(table.length - known, 'prompt')} unknown on one of the two sides: one verdict only, or no gradient.`] : []),
  ];
  return {
    id: 'agreementMoves',
    title: t`Agreement with pass@1, before against after`,
    basis: [...new Set(reports.map(agreementBasis))].join(' → '),
    missing: without.length > 0
      ? { what: without.length === 1 ? t`${without[0]!} has no gradients, so how agreement moved is unknown.` : t`${without[0]!} and ${without[1]!} have no gradients, so how agreement moved is unknown.`, how: t`Put NAME.grads.safetensors beside each log.` }
      : known === 0 ? { what: t`No prompt has a known agreement on both sides.`, how: '' } : null,
    x: { title: t`agreement before`, scale: 'linear' },
    y: { title: t`agreement after`, scale: 'linear' },
    clouds,
    curves: [],
    bars: [],
    marks: [{ kind: 'level', y: 0, label: '', tone: 'muted', dash: [] }, { kind: 'upright', x: 0, label: '', tone: 'muted', dash: [] }],
    enclosing: null,
    notes: without.length > 0 ? [] : notes,
    summary: t`Agreement of each prompt before and after. ${notes.join(' ')}`,
    twin: movementTwin(table, clouds, [
      { title: t`Agreement before`, width: 124, text: ({ agreement }: PromptMovement) => formatNumber(agreement.before) },
      { title: t`after`, width: 74, text: ({ agreement }: PromptMovement) => formatNumber(agreement.after) },
    ]),
  };
}
