import type { PromptRow, Report } from '../../src/core/reportShape';
import { formatCount } from '../numbers/formatCount';
import { formatNumber } from '../numbers/formatNumber';
import { formatShare } from '../numbers/formatShare';
import { formatShortId } from '../numbers/formatShortId';
import { stableOrder } from '../prompts/stableOrder';
import { countBasis } from './basis';
import { enclosingFilter } from './enclosingFilter';
import type { Mark, Picture } from './picture';
import { t } from '../../src/texts/t';

/** Points of the curve; all prompts are in its table. */
const mostPoints = 120;

/** Which share of the weight the heaviest prompts carry: the first m of them against m. */
export function concentrationCurve(report: Report): Picture {
  const { k, effectivePrompts, shareOnUnsolved } = report.weights;
  const rows = report.promptTable;
  const heaviest = heaviestFirst(rows);
  const shares = cumulativeShares(rows, heaviest);
  const count = heaviest.length;
  const ranks = spreadRanks(count);
  const half = shares.findIndex((share) => share >= 0.5) + 1;
  const marks: Mark[] = half > 0 ? [{ kind: 'level', y: 0.5, label: t`half of the weight`, tone: 'muted', dash: [2, 3] }] : [];
  const notes = half > 0
    ? [
        t`Half of the weight lies on ${formatCount(half, 'prompt')} of ${formatCount(count)}; as concentrated as equal weights on ${formatNumber(effectivePrompts)}.`,
        ...(shareOnUnsolved ? [t`${formatShare(shareOnUnsolved)} lies on unsolved prompts.`] : []),
      ]
    : [];
  return {
    id: 'concentration',
    title: t`Weight concentration at k = ${k}`,
    basis: t`${countBasis(report)} · heaviest prompts first`,
    missing: half > 0 ? null : count > 0 ? { what: t`Every known weight at k = ${k} is estimated as 0: there is none to concentrate.`, how: t`Choose a smaller k.` }
      : { what: t`No prompt has enough samples to estimate a weight at k = ${k}.`, how: t`Choose a smaller k.` },
    x: { title: t`heaviest prompts`, scale: 'linear', min: 0, max: Math.max(1, count) },
    y: { title: t`share of the weight`, scale: 'linear', min: 0, max: 1 },
    clouds: [],
    curves: [{
      name: t`share of the weight`,
      tone: 'line',
      x: [0, ...ranks],
      y: [0, ...ranks.map((rank) => shares[rank - 1])],
      low: [],
      high: [],
      certainty: [],
      prompt: [null, ...ranks.map((rank) => heaviest[rank - 1])],
      describe: (point) => (point === 0 ? [t`No prompt, no weight`] : describe(ranks[point - 1])),
    }],
    bars: [],
    marks,
    enclosing: (prompts) => enclosingFilter(rows, prompts, 'weight'),
    notes,
    summary: t`Share of the weight that the heaviest prompts carry. ${notes.join(' ')}`,
    twin: {
      columns: [
        { title: t`Rank`, numeric: true, width: 56 },
        { title: t`Prompt`, numeric: false, width: 170 },
        { title: t`Weight`, numeric: true, width: 80 },
        { title: t`Share up to here`, numeric: true, width: 128 },
      ],
      rows: count,
      cell: (row, column) => [formatCount(row + 1), rows[heaviest[row]].id, formatNumber(rows[heaviest[row]].weight), formatShare(shares[row])][column],
      prompt: (row) => heaviest[row],
    },
  };

  function describe(rank: number): string[] {
    const { id, weight } = rows[heaviest[rank - 1]];
    return [t`The heaviest ${formatCount(rank, 'prompt')} carry ${formatShare(shares[rank - 1])}`, t`the last of them: ${formatShortId(id)}, weight ${formatNumber(weight)}`];
  }
}

/** The prompts whose weight is known; of equal weights the first of the log first. */
function heaviestFirst(rows: readonly PromptRow[]): Int32Array {
  const weights = new Float64Array(rows.length);
  const known = new Int32Array(rows.length);
  let count = 0;
  for (let prompt = 0; prompt < rows.length; prompt++) {
    const { weight } = rows[prompt];
    if (weight === null) continue;
    weights[prompt] = weight;
    known[count++] = prompt;
  }
  return stableOrder(known.slice(0, count), weights, true);
}

/** Running sums over the whole; empty where there is no weight at all. */
function cumulativeShares(rows: readonly PromptRow[], heaviest: Int32Array): Float64Array {
  const shares = new Float64Array(heaviest.length);
  let sum = 0;
  for (let rank = 0; rank < shares.length; rank++) shares[rank] = sum += rows[heaviest[rank]].weight ?? 0;
  if (!(sum > 0)) return new Float64Array(0);
  for (let rank = 0; rank < shares.length; rank++) shares[rank] /= sum;
  return shares;
}

/** All ranks while they are few; then ranks spread evenly on a log scale, so that the steep beginning is whole. */
function spreadRanks(count: number): number[] {
  if (count <= mostPoints) return Array.from({ length: count }, (_, at) => at + 1);
  const ranks = new Set<number>();
  for (let step = 0; step < mostPoints; step++) ranks.add(Math.round(count ** (step / (mostPoints - 1))));
  return [...ranks];
}
