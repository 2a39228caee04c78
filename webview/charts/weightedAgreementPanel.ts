import type { Report } from '../../src/core/reportShape';
import { formatEstimate } from '../numbers/formatInterval';
import { formatNumber } from '../numbers/formatNumber';
import { agreementBasis, noGradients } from './basis';
import { enclosingFilter } from './enclosingFilter';
import { groupClouds } from './groupClouds';
import type { Mark, Picture } from './picture';
import { promptPlaces } from './promptPlaces';
import { promptTwin } from './promptTwin';
import { unknownNotes } from './unknownNotes';
import { t } from '../../src/texts/t';

/**
 * Figure 6 C: each prompt's part in the inner product, with the mean agreement before and after reweighting on one scale
 * (E[a] and E[wa]/E[w]); E[wa], which the paper draws, is printed.
 */
export function weightedAgreementPanel(report: Report): Picture {
  const { conflict } = report;
  const { k } = report.weights;
  const places = promptPlaces(report);
  const clouds = conflict === null ? [] : groupClouds(report, (row) => row.weightedAgreement, null);
  const marks: Mark[] = [{ kind: 'level', y: 0, label: '', tone: 'muted', dash: [] }];
  const notes: string[] = [];
  if (conflict !== null) {
    if (conflict.meanAgreement !== null) marks.push({ kind: 'level', y: conflict.meanAgreement, label: 'E[a]', tone: 'line', dash: [2, 3] });
    if (conflict.weightedMeanAgreement !== null) {
      marks.push({ kind: 'level', y: conflict.weightedMeanAgreement, label: t`E[wa]/E[w]`, tone: conflict.weightedMeanAgreement < 0 ? 'bad' : 'good', dash: [7, 3] });
    }
    notes.push(
      t`Mean agreement E[a] = ${formatNumber(conflict.meanAgreement)}; reweighted E[wa]/E[w] = ${formatNumber(conflict.weightedMeanAgreement)}; shift ${formatNumber(conflict.shift)}.`,
      t`Inner product E[wa] = ${formatEstimate(conflict.innerProduct, conflict.ci)}; as a sum over prompts ${formatNumber(conflict.sum)}.`,
    );
  }
  return {
    id: 'weightedAgreement',
    title: t`C  Weighted agreement at k = ${k}`,
    basis: agreementBasis(report),
    missing: conflict === null ? noGradients : clouds.every((cloud) => cloud.x.length === 0) ? noneAt(k) : null,
    x: { title: t`prompts, hardest first in each group`, scale: 'linear', min: 0, max: places.groups.length, bands: places.groups.map((group) => group.title) },
    y: { title: t`weight × agreement`, scale: 'linear' },
    clouds,
    curves: [],
    bars: [],
    marks,
    enclosing: (prompts) => enclosingFilter(report.promptTable, prompts, 'weighted'),
    notes: [...notes, ...(conflict === null ? [] : unknownNotes(report.promptTable))],
    summary: t`Weighted agreement of each prompt by group at k = ${k}. ${notes.join(' ')}`,
    twin: promptTwin(report, clouds, [
      { title: t`Weight`, width: 74, text: (row) => formatNumber(row.weight) },
      { title: t`Weighted`, width: 88, text: (row) => formatNumber(row.weightedAgreement) },
    ]),
  };
}

function noneAt(k: number): { what: string; how: string } {
  return { what: t`No weighted agreement can be estimated at k = ${k}.`, how: t`Choose a smaller k, or log gradients for prompts that are solved sometimes.` };
}
