import type { PromptGroup, PromptRow, Report } from '../../src/core/reportShape';
import { formatCount } from '../numbers/formatCount';
import { formatNumber } from '../numbers/formatNumber';
import { formatShare } from '../numbers/formatShare';
import { agreementBasis, noGradients } from './basis';
import { describePrompt } from './describePrompt';
import { enclosingFilter } from './enclosingFilter';
import { groupShapes } from './groupClouds';
import type { Mark, Picture, PointCloud } from './picture';
import { promptTwin } from './promptTwin';
import { unknownNotes } from './unknownNotes';
import { t } from '../../src/texts/t';
import { wordOf } from '../../src/texts/wordOf';

const smallestRadius = 1.5;
const largestRadius = 10;
/** Of more points than these the large ones would cover the rest, and take most of the time to draw. */
const manyPoints = 1500;
const largestOfMany = 6;

/** Pass rate against agreement, area = weight. Heavy means a weight above 1: more than pass@1 training would give. */
export function passRateScatter(report: Report): Picture {
  const { k } = report.weights;
  const rows = report.promptTable;
  const drawn = report.conflict !== null;
  const largest = rows.reduce((max, row) => Math.max(max, row.weight ?? 0), 0);
  const groups: readonly PromptGroup[] = ['hard', 'middle', 'easy'];
  const clouds = drawn ? groups.map((group) => cloudOf(rows, group, k, largest)).filter((cloud) => cloud.prompt.length > 0) : [];
  const heavy = rows.filter((row) => row.agreement !== null && row.agreement < 0 && row.weight !== null && row.weight > 1);
  const share = shareOfWeight(rows, heavy);
  const marks: Mark[] = [{ kind: 'level', y: 0, label: '', tone: 'muted', dash: [] }];
  // w_k(p) > 1 exactly where p < 1 - k^(-1/(k-1)).
  if (k > 1) marks.push({ kind: 'region', xMin: 0, xMax: 1 - k ** (-1 / (k - 1)), yMax: 0, label: t`negative and heavy`, tone: 'bad' });
  const notes = drawn
    ? [...heavyNote(k, heavy.length, share), ...unknownNotes(rows)]
    : [];
  return {
    id: 'scatter',
    title: t`Pass rate against agreement`,
    basis: t`${agreementBasis(report)} · area = weight at k = ${k}`,
    missing: drawn ? null : noGradients,
    x: { title: t`pass rate`, scale: 'linear', min: 0, max: 1 },
    y: { title: t`agreement`, scale: 'linear' },
    clouds,
    curves: [],
    bars: [],
    marks,
    enclosing: (prompts) => enclosingFilter(report.promptTable, prompts, 'agreement'),
    notes,
    summary: t`Pass rate against agreement, one point a prompt. ${notes.join(' ')}`,
    twin: promptTwin(report, clouds, [
      { title: t`Agreement`, width: 94, text: (row) => formatNumber(row.agreement) },
      { title: t`Weight`, width: 74, text: (row) => formatNumber(row.weight) },
    ]),
  };
}

function heavyNote(k: number, heavy: number, share: number | null): string[] {
  if (k === 1) return [t`At k = 1 every prompt weighs the same.`];
  return share === null ? [t`Weights are unknown at k = ${k}.`] : [t`Negative and heavy: ${formatCount(heavy, 'prompt')} with ${formatShare(share)} of the weight.`];
}

function cloudOf(rows: readonly PromptRow[], group: PromptGroup, k: number, largest: number): PointCloud {
  const reach = rows.length > manyPoints ? largestOfMany : largestRadius;
  const prompts = new Int32Array(rows.length);
  const [x, y, radius] = [new Float64Array(rows.length), new Float64Array(rows.length), new Float64Array(rows.length)];
  let count = 0;
  for (let prompt = 0; prompt < rows.length; prompt++) {
    const { group: its, agreement, passRate, weight } = rows[prompt];
    if (its !== group || agreement === null || passRate === null) continue;
    prompts[count] = prompt;
    x[count] = passRate;
    y[count] = agreement;
    radius[count++] = radiusOf(weight, largest, reach);
  }
  return {
    name: wordOf(group),
    tone: group,
    shape: groupShapes[group],
    x: x.subarray(0, count),
    y: y.subarray(0, count),
    error: null,
    radius: radius.subarray(0, count),
    prompt: prompts.subarray(0, count),
    describe: (point) => describePrompt(rows[prompts[point]], k),
  };
}

/** Area in proportion to the weight, with a smallest size that can still be seen and clicked. */
function radiusOf(weight: number | null, largest: number, reach: number): number {
  if (weight === null || largest === 0) return smallestRadius;
  return Math.max(smallestRadius, reach * Math.sqrt(weight / largest));
}

function shareOfWeight(rows: readonly PromptRow[], some: readonly PromptRow[]): number | null {
  const all = rows.reduce((sum, row) => sum + (row.weight ?? 0), 0);
  return all > 0 ? some.reduce((sum, row) => sum + row.weight!, 0) / all : null;
}
