import type { CategoryRow, MeanEstimate, Report } from '../core/reportShape';
import { count, decimals, digits, idText, interval, wrap } from './textFormat';

const CATEGORIES_SHOWN = 15;
/** The spread of fewer clusters than this says next to nothing. */
const FEWEST_CLUSTERS = 10;
const NAME_COLUMNS = 22;

/** What the log says beside verdicts: its categories, answers and lengths; empty where it says nothing. */
export function extrasText(report: Report): string[] {
  const lines = [...answerLines(report), ...lengthLines(report)].flatMap(wrap);
  return [...(lines.length > 0 ? ['', ...lines] : []), ...categoryLines(report)];
}

function answerLines({ answers }: Report): string[] {
  if (!answers) return [];
  const { majority, distinct, entropy } = answers;
  return [`Answers: the most frequent is right for ${decimals(majority.estimate)} of ${count(majority.prompts, 'prompt')}, ${interval(majority.ci, decimals)}; ${digits(distinct.estimate)} different a prompt, entropy ${digits(entropy.estimate)} nats`];
}

function lengthLines({ lengths }: Report): string[] {
  if (!lengths) return [];
  const { unit, gap, correct, wrong } = lengths;
  const named = unit === 'unknown' ? '' : ` ${unit}`;
  const difference = gap.estimate === null ? 'how they differ within a prompt is unknown' : gap.estimate === 0 && gap.se === 0 ? 'within a prompt they are as long' : `within a prompt correct ones have ${digits(Math.abs(gap.estimate))} ${gap.estimate < 0 ? 'less' : 'more'}, ${interval(gap.ci, digits)}, ${count(gap.prompts, 'prompt')}`;
  return [`Length of responses: correct ${digits(correct.estimate)}${named}, wrong ${digits(wrong.estimate)}${named}; ${difference}`];
}

function categoryLines({ categories }: Report): string[] {
  if (!categories) return [];
  const { k, rows, without, clustered } = categories;
  const rest = rows.length - CATEGORIES_SHOWN;
  const header = ['category'.padEnd(NAME_COLUMNS), 'prompts'.padStart(8), '  pass@1 (95%)'.padEnd(25), `  pass@${k} (95%)`.padEnd(25), 'weight'.padStart(7), 'agreement'.padStart(12)].join('');
  const spread = `Were the prompts of a category to rise and fall together, pass@1 would have a standard error of ${decimals(clustered.passAt1.se)} and pass@${k} one of ${decimals(clustered.passAtK.se)}`;
  return [
    '',
    header,
    ...rows.slice(0, CATEGORIES_SHOWN).map(categoryLine),
    ...(rest > 0 ? [`and ${rest} more ${rest === 1 ? 'category' : 'categories'} (--json lists all)`] : []),
    ...(without > 0 ? [`${count(without, 'prompt')} without a category`] : []),
    ...(clustered.passAt1.se === null || rows.length < FEWEST_CLUSTERS ? [] : wrap(spread)),
  ];
}

function categoryLine({ category, prompts, passAt1, passAtK, weightShare, agreement, interference }: CategoryRow): string {
  const share = weightShare === null ? 'unknown' : `${(100 * weightShare).toFixed(1)}%`;
  const sign = interference === 'negative' || interference === 'positive' ? ` ${interference}` : '';
  return [idText(category, NAME_COLUMNS), String(prompts).padStart(8), cell(passAt1), cell(passAtK), share.padStart(7), digits(agreement.estimate).padStart(12), sign].join('');
}

function cell({ estimate, ci }: MeanEstimate): string {
  return `  ${decimals(estimate)}${ci ? ` [${ci[0].toFixed(3)}, ${ci[1].toFixed(3)}]` : ''}`.padEnd(25);
}
