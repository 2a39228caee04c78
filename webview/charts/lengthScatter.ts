import type { PromptGroup } from '../../src/core/reportShape';
import { formatCount } from '../numbers/formatCount';
import { formatEstimate } from '../numbers/formatInterval';
import { formatNumber } from '../numbers/formatNumber';
import type { ChartInput } from './chartInput';
import { describePrompt } from './describePrompt';
import { groupShapes } from './groupClouds';
import { lengthWords } from './lengthWords';
import type { Picture, PointCloud } from './picture';
import { promptTwin } from './promptTwin';
import { waitingPicture } from './waitingPicture';
import { t } from '../../src/texts/t';
import { wordOf } from '../../src/texts/wordOf';

/** Length against correctness, within the prompt: how long its correct responses are, and how long its wrong ones. */
export function lengthScatter({ run, report }: Pick<ChartInput, 'run' | 'report'>): Picture {
  const { lengths: columns } = run.columns;
  const { lengths: summary } = report;
  if (columns === undefined || summary === undefined) return waitingPicture('lengths', t`The log does not say how long its responses are.`);
  const unit = lengthWords(columns.unit);
  const rows = report.promptTable;
  const groups: readonly PromptGroup[] = ['hard', 'middle', 'easy'];
  const clouds = groups.map((group) => cloudOf(group)).filter((cloud) => cloud.prompt.length > 0);
  if (clouds.length === 0) return waitingPicture('lengths', t`No prompt has both a correct and a wrong response with a length.`);
  const extent = (start: number, of: (a: number, b: number) => number): number =>
    clouds.reduce((found, cloud) => [cloud.x, cloud.y].reduce((edge, column) => column.reduce(of, edge), found), start);
  const [low, high] = [Math.max(1, extent(Infinity, (a, b) => Math.min(a, b))) / 1.2, extent(0, (a, b) => Math.max(a, b)) * 1.2];
  const compared = clouds.reduce((sum, cloud) => sum + cloud.prompt.length, 0);
  const { estimate: gap, ci } = summary.gap;
  const size = gap === null || gap === 0 ? '' : ci === null ? t`${formatNumber(Math.abs(gap))} ${unit} (95% CI unknown)` : `${formatEstimate(Math.abs(gap), gap < 0 ? [-ci[1], -ci[0]] : ci)} ${unit}`;
  const longer = gap === null ? t`unknown` : gap === 0 ? t`on average as long as the wrong ones` : gap < 0 ? t`shorter by ${size}` : t`longer by ${size}`;
  const notes = [
    t`Within a prompt the correct responses are ${longer}, over ${formatCount(compared, 'prompt')} with both.`,
    t`Over all prompts: correct ${formatNumber(summary.correct.estimate)}, wrong ${formatNumber(summary.wrong.estimate)} ${unit}, which compares easy prompts with hard ones.`,
    ...(rows.length > compared ? [t`${formatCount(rows.length - compared, 'prompt')} not drawn: one verdict only, or no length.`] : []),
  ];
  return {
    id: 'lengths',
    title: t`Response length, correct against wrong`,
    basis: t`mean ${unit} of each prompt's responses · above the line the wrong ones are longer`,
    missing: null,
    x: { title: t`correct, ${unit} (log scale)`, scale: 'log', base: 10, min: low, max: high },
    y: { title: t`wrong, ${unit} (log scale)`, scale: 'log', min: low, max: high },
    clouds,
    curves: [],
    bars: [],
    marks: [],
    lines: [{ points: [[low, low], [high, high]], tone: 'muted', dash: [3, 3], width: 1 }],
    enclosing: null,
    notes,
    summary: t`Length of correct against wrong responses, one point a prompt. ${notes.join(' ')}`,
    twin: promptTwin(report, clouds, [
      { title: t`Correct`, width: 80, text: (_, prompt) => formatNumber(columns.correct[prompt]) },
      { title: t`Wrong`, width: 80, text: (_, prompt) => formatNumber(columns.wrong[prompt]) },
    ]),
  };

  function cloudOf(group: PromptGroup): PointCloud {
    const prompts = new Int32Array(rows.length);
    const [x, y] = [new Float64Array(rows.length), new Float64Array(rows.length)];
    let count = 0;
    for (let row = 0; row < rows.length; row++) {
      const [correct, wrong] = [columns?.correct[row] ?? NaN, columns?.wrong[row] ?? NaN];
      if (rows[row].group !== group || !(correct > 0 && wrong > 0)) continue;
      prompts[count] = row;
      x[count] = correct;
      y[count++] = wrong;
    }
    return {
      name: wordOf(group), tone: group, shape: groupShapes[group],
      x: x.subarray(0, count), y: y.subarray(0, count), error: null, radius: null,
      prompt: prompts.subarray(0, count),
      describe: (point) => {
        const [id = '', ...others] = describePrompt(rows[prompts[point]], report.weights.k);
        return [id, t`correct ${formatNumber(x[point])}, wrong ${formatNumber(y[point])} ${unit}`, ...others];
      },
    };
  }
}
