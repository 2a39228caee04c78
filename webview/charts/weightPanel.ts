import type { Report } from '../../src/core/reportShape';
import { formatCount } from '../numbers/formatCount';
import { formatNumber } from '../numbers/formatNumber';
import { formatShare } from '../numbers/formatShare';
import { enclosingFilter } from './enclosingFilter';
import { countBasis } from './basis';
import { groupClouds } from './groupClouds';
import type { Mark, Picture, PointCloud } from './picture';
import { promptPlaces } from './promptPlaces';
import { promptTwin } from './promptTwin';
import { t } from '../../src/texts/t';

/** Decades below the largest weight that are told apart; the estimates hold no more. */
const decades = 6;

/** Figure 6 B: the weight of every prompt on a log scale. A weight of 0, or too small to tell from it, lies on the bottom line. */
export function weightPanel(report: Report): Picture {
  const { k } = report.weights;
  const places = promptPlaces(report);
  const exact = groupClouds(report, (row) => row.weight, null);
  const largest = exact.reduce((max, cloud) => cloud.y.reduce((a, b) => Math.max(a, b), max), 0);
  const floor = largest > 0 ? 10 ** (Math.ceil(Math.log10(largest)) - decades) : 0.1;
  const smallest = exact.reduce((min, cloud) => cloud.y.reduce((a, b) => (b >= floor ? Math.min(a, b) : a), min), Infinity);
  const bottom = Number.isFinite(smallest) ? 10 ** (Math.floor(Math.log10(smallest) + 1e-9) - 1) : floor;
  let below = 0;
  const clouds: PointCloud[] = exact.map((cloud) => ({
    ...cloud,
    y: cloud.y.map((weight) => {
      if (weight >= floor) return weight;
      below++;
      return bottom;
    }),
  }));
  const marks: Mark[] = [{ kind: 'level', y: 1, label: t`weight 1`, tone: 'muted', dash: [4, 4] }];
  const unknown = report.promptTable.reduce((count, row) => count + (row.weight === null ? 1 : 0), 0);
  const { effectivePrompts, shareOnUnsolved, mean } = report.weights;
  const notes = [
    ...(mean === null ? [] : effectivePrompts === null ? [t`Mean ${formatNumber(mean)}.`] : [t`Mean ${formatNumber(mean)}; as concentrated as equal weights on ${formatNumber(effectivePrompts)} of ${formatCount(report.prompts.count, 'prompt')}.`]),
    ...(shareOnUnsolved ? [t`${formatShare(shareOnUnsolved)} on unsolved prompts.`] : []),
    ...(below > 0 ? [t`${formatCount(below, 'prompt')} on the bottom line: weight 0 or indistinguishable from it.`] : []),
    ...(unknown > 0 ? [t`${formatCount(unknown, 'prompt')} unknown: too few samples for this k.`] : []),
  ];
  return {
    id: 'weights',
    title: t`B  Weight at k = ${k}`,
    basis: `${countBasis(report)} · ${report.prompts.samplesPerPrompt.max ? 'k·C(n−c, k−1)/C(n, k−1)' : 'k(1 − p)^(k−1)'}`,
    missing: exact.every((cloud) => cloud.y.length === 0)
      ? { what: t`No prompt has enough samples to estimate a weight at k = ${k}.`, how: t`Choose a smaller k.` }
      : null,
    x: { title: t`prompts, hardest first in each group`, scale: 'linear', min: 0, max: places.groups.length, bands: places.groups.map((group) => group.title) },
    y: { title: t`weight (log scale)`, scale: 'log', min: bottom, floor: '≈ 0', max: roundAbove(Math.max(1, largest) * 1.2) },
    clouds,
    curves: [],
    bars: [],
    marks,
    enclosing: (prompts) => enclosingFilter(report.promptTable, prompts, 'weight'),
    notes,
    summary: t`Weight of each prompt by group at k = ${k}. ${notes.join(' ')}`,
    twin: promptTwin(report, clouds, [{ title: t`Weight`, width: 84, text: (row) => formatNumber(row.weight) }]),
  };
}

/** 1, 2, 5, 10, …: the scale stands still while k moves a little. */
function roundAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * (value <= 2 * power ? 2 : value <= 5 * power ? 5 : 10);
}
