import type { CategoryRow, MeanEstimate, Report } from '../../src/core/reportShape';
import { formatCount } from '../numbers/formatCount';
import { formatInterval } from '../numbers/formatInterval';
import { formatNumber } from '../numbers/formatNumber';
import { formatRate, formatRateInterval } from '../numbers/formatRate';
import { formatShare } from '../numbers/formatShare';
import { formatShortId } from '../numbers/formatShortId';
import { agreementBasis, countBasis } from './basis';
import type { ChartInput } from './chartInput';
import type { Bar, Picture } from './picture';
import { waitingPicture } from './waitingPicture';
import { t } from '../../src/texts/t';
import { wordOf } from '../../src/texts/wordOf';

/** More bars cannot be named; all categories are in the table. */
const mostBars = 12;

const ways = {
  passAt1: 'pass@1',
  passAtK: 'pass@k',
  weight: t`share of the weight`,
  agreement: t`agreement`,
} as const;
type Way = keyof typeof ways;

/** The prompts by the log's own categories: how they fare, where the weight goes, which of them pull against the rest. */
export function categoryBars({ report, choice }: Pick<ChartInput, 'report' | 'choice'>): Picture {
  const { categories, conflict } = report;
  if (categories === undefined || categories.rows.length === 0) return waitingPicture('categories', t`The log gives its prompts no category.`, t`Name the field that holds it with the setting passk.formats.`);
  const { k } = report.weights;
  const offered = Object.entries(ways).filter(([way]) => way !== 'agreement' || conflict !== null).map(([way, name]) => [way, way === 'passAtK' ? `pass@${k}` : name] as const);
  const way = (offered.find(([value]) => value === choice)?.[0] ?? 'passAt1') as Way;
  const rows = categories.rows.slice(0, mostBars);
  const share = way === 'weight' || way === 'passAt1' || way === 'passAtK';
  const name = way === 'passAtK' ? `pass@${k}` : ways[way];
  const bars: Bar[] = rows.map((row) => ({
    name: row.category,
    tone: way === 'agreement' && row.interference === 'negative' ? 'bad' : 'line',
    height: heightOf(row, way) ?? NaN,
    ci: intervalOf(row, way),
    filter: `category:${quoted(row.category)}`,
    prompts: () => report.promptTable.flatMap(({ category }, prompt) => (category === row.category ? [prompt] : [])),
    lines: linesOf(row, k),
  }));
  const notes = [
    ...(categories.rows.length > mostBars ? [t`The ${mostBars} largest of ${formatCount(categories.rows.length, 'category', 'categories')} are drawn; all are in the table.`] : []),
    ...(categories.without > 0 ? [t`${formatCount(categories.without, 'prompt')} without a category.`] : []),
    ...(categories.clustered.passAt1.ci === null ? [] : [t`Should the prompts of a category rise and fall together, pass@1 is ${formatRate(categories.clustered.passAt1.estimate)} (95% CI ${formatRateInterval(categories.clustered.passAt1.ci)}).`]),
  ];
  return {
    id: 'categories',
    title: t`Categories: ${name}`,
    basis: way === 'agreement' ? t`${agreementBasis(report)} · signs at a false discovery rate of 0.10` : t`${countBasis(report)} · 95% intervals over prompts`,
    missing: null,
    choice: { name: t`what the bars show`, value: way, options: offered },
    x: { title: t`category, largest first`, scale: 'linear', min: 0, max: rows.length, bands: rows.map((row) => formatShortId(row.category, rows.length > 4 ? 14 : 18)) },
    y: { title: name, scale: 'linear', ...(share ? { min: 0 } : {}) },
    clouds: [],
    curves: [],
    bars,
    marks: way === 'agreement' ? [{ kind: 'level', y: 0, label: '', tone: 'muted', dash: [] }] : [],
    enclosing: null,
    notes,
    summary: t`${name} by category. ${rows.map((row) => `${formatShortId(row.category, 30)}: ${shownValue(row, way)}`).join('; ')}.`,
    twin: twinOf(categories.rows, report),
  };
}

function twinOf(rows: readonly CategoryRow[], { weights: { k }, conflict }: Report): Picture['twin'] {
  const columns = [
    { title: t`Category`, numeric: false, width: 130, text: (row: CategoryRow) => row.category },
    { title: t`Prompts`, numeric: true, width: 70, text: (row: CategoryRow) => formatCount(row.prompts) },
    { title: t`Unsolved`, numeric: true, width: 74, text: (row: CategoryRow) => formatCount(row.unsolved) },
    { title: t`pass@1`, numeric: true, width: 64, text: (row: CategoryRow) => formatRate(row.passAt1.estimate) },
    { title: t`95% CI`, numeric: true, width: 116, text: (row: CategoryRow) => formatRateInterval(row.passAt1.ci) },
    ...(k === 1 ? [] : [
      { title: t`pass@${k}`, numeric: true, width: 70, text: (row: CategoryRow) => formatRate(row.passAtK.estimate) },
      { title: t`95% CI`, numeric: true, width: 116, text: (row: CategoryRow) => formatRateInterval(row.passAtK.ci) },
    ]),
    { title: t`Weight`, numeric: true, width: 64, text: (row: CategoryRow) => formatShare(row.weightShare) },
    ...(conflict === null ? [] : [
      { title: t`Agreement`, numeric: true, width: 84, text: (row: CategoryRow) => formatNumber(row.agreement.estimate) },
      { title: t`95% CI`, numeric: true, width: 150, text: (row: CategoryRow) => formatInterval(row.agreement.ci) },
      { title: t`Interference`, numeric: false, width: 96, text: (row: CategoryRow) => wordOf(row.interference) },
    ]),
  ];
  return { columns, rows: rows.length, cell: (row, column) => columns[column].text(rows[row]), prompt: () => null };
}

function estimateOf(row: CategoryRow, way: Way): MeanEstimate | null {
  return way === 'weight' ? null : row[way];
}

function heightOf(row: CategoryRow, way: Way): number | null {
  return way === 'weight' ? row.weightShare : row[way].estimate;
}

function intervalOf(row: CategoryRow, way: Way): readonly [number, number] | null {
  const ci = estimateOf(row, way)?.ci ?? null;
  if (ci === null || way === 'agreement') return ci;
  return [Math.max(0, ci[0]), Math.min(1, ci[1])];
}

function shownValue(row: CategoryRow, way: Way): string {
  const value = heightOf(row, way);
  return way === 'weight' ? formatShare(value) : way === 'agreement' ? formatNumber(value) : formatRate(value);
}

function linesOf(row: CategoryRow, k: number): string[] {
  return [
    `${formatShortId(row.category)}: ${formatCount(row.prompts, 'prompt')}`,
    t`pass@1 ${formatRate(row.passAt1.estimate)} (95% CI ${formatRateInterval(row.passAt1.ci)})`,
    ...(k === 1 ? [] : [t`pass@${k} ${formatRate(row.passAtK.estimate)} (95% CI ${formatRateInterval(row.passAtK.ci)})`]),
    t`${formatShare(row.weightShare)} of the weight`,
    ...(row.agreement.estimate === null ? [] : [t`agreement ${formatNumber(row.agreement.estimate)} (95% CI ${formatInterval(row.agreement.ci)}): ${wordOf(row.interference)}`]),
    t`${formatCount(row.unsolved)} unsolved, ${formatCount(row.saturated)} saturated`,
  ];
}

/** As the filter reads it. */
function quoted(category: string): string {
  return /[\s"]/.test(category) ? `"${category.replaceAll('"', '')}"` : category;
}
