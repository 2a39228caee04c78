import type { GroupSummary, Report } from '../../src/core/reportShape';
import { wordOf } from '../../src/texts/wordOf';
import { formatCount } from '../numbers/formatCount';
import { formatNumber } from '../numbers/formatNumber';
import { agreementBasis, noGradients } from './basis';
import { enclosingFilter } from './enclosingFilter';
import { groupClouds } from './groupClouds';
import type { Mark, Picture, Tone } from './picture';
import { promptPlaces } from './promptPlaces';
import { promptTwin } from './promptTwin';
import { unknownNotes } from './unknownNotes';
import { t } from '../../src/texts/t';

/** Figure 6 A: agreement of every prompt, by hard and easy, with each group's mean. */
export function agreementPanel(report: Report): Picture {
  const { conflict } = report;
  const places = promptPlaces(report);
  const clouds = conflict === null ? [] : groupClouds(report, (row) => row.agreement, (row) => (row.agreementCi === null || row.agreement === null ? null : row.agreementCi[1] - row.agreement));
  const marks: Mark[] = [{ kind: 'level', y: 0, label: '', tone: 'muted', dash: [] }];
  const notes: string[] = [];
  for (const [at, { group }] of places.groups.entries()) {
    if (conflict === null || group === 'middle') continue;
    const summary: GroupSummary = conflict.groups[group];
    if (summary.meanAgreement === null) continue;
    marks.push(groupMean(at, summary.meanAgreement, group));
    notes.push(t`${wordOf(group)}: mean ${formatNumber(summary.meanAgreement)}, ${formatCount(summary.negative)} of ${formatCount(summary.count)} below 0.`);
  }
  return {
    id: 'agreement',
    title: t`A  Agreement with pass@1`,
    basis: agreementBasis(report),
    missing: conflict === null ? noGradients : null,
    x: { title: t`prompts, hardest first in each group`, scale: 'linear', min: 0, max: places.groups.length, bands: places.groups.map((group) => group.title) },
    y: { title: t`agreement`, scale: 'linear' },
    clouds,
    curves: [],
    bars: [],
    marks,
    enclosing: (prompts) => enclosingFilter(report.promptTable, prompts, 'agreement'),
    notes: [...notes, ...(conflict === null ? [] : unknownNotes(report.promptTable))],
    summary: t`Agreement of each prompt by group. ${notes.join(' ')}`,
    twin: promptTwin(report, clouds, [
      { title: t`Agreement`, width: 94, text: (row) => formatNumber(row.agreement) },
      { title: t`± SE`, width: 64, text: (row) => formatNumber(row.agreementSe, 2) },
    ]),
  };
}

function groupMean(at: number, mean: number, tone: Tone): Mark {
  return { kind: 'level', y: mean, from: at + 0.04, to: at + 0.96, label: '', tone, dash: [] };
}
