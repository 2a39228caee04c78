import type { PromptRow, Report } from '../../src/core/reportShape';
import { formatCount } from '../numbers/formatCount';
import { formatShare } from '../numbers/formatShare';
import { enclosingFilter } from './enclosingFilter';
import type { Bar, Picture, Tone } from './picture';
import { t } from '../../src/texts/t';

interface Bin {
  readonly label: string;
  readonly words: string;
  /** What the filter box says to see these prompts. */
  readonly filter: string;
  readonly tone: Tone;
}

const edges = [0, 0.1, 0.25, 0.5, 0.75, 0.9];

/** Unsolved and saturated stand apart: their true rates lie somewhere below and above what was seen. */
const bins: readonly Bin[] = [
  { label: '0', words: t`unsolved`, filter: 'state:unsolved', tone: 'hard' },
  ...edges.map((low, at): Bin => {
    const high = edges[at + 1];
    return high === undefined
      ? { label: '<1', words: t`above ${low}, not all correct`, filter: `p>${low} state:mixed`, tone: 'line' }
      : { label: `≤${high}`, words: t`above ${low}, up to ${high}`, filter: `p>${low} p<=${high} state:mixed`, tone: 'line' };
  }),
  { label: '1', words: t`saturated`, filter: 'state:saturated', tone: 'easy' },
];

/** How many prompts have which pass rate. A bar is a filter of the table. */
export function passRateHistogram(report: Report): Picture {
  const rows = report.promptTable;
  const counts = bins.map(() => 0);
  for (const row of rows) {
    const bin = binOf(row);
    if (bin !== null) counts[bin]++;
  }
  const all = counts.reduce((sum, count) => sum + count, 0);
  const bars: Bar[] = bins.map((bin, at) => ({
    name: bin.words,
    tone: bin.tone,
    height: counts[at],
    filter: bin.filter,
    prompts: () => rows.flatMap((row, prompt) => (binOf(row) === at ? [prompt] : [])),
    lines: [`${formatCount(counts[at], 'prompt')} ${bin.words}`, t`${formatShare(all === 0 ? 0 : counts[at] / all)} of ${formatCount(all)}`, t`filter: ${bin.filter}`],
  }));
  const notes = [t`${formatCount(counts[0])} unsolved, ${formatCount(counts[counts.length - 1])} saturated; a bar filters the prompts below.`];
  return {
    id: 'passRates',
    title: t`Pass rates`,
    basis: report.prompts.samplesPerPrompt.max ? t`observed, c/n of each prompt` : t`exact pass rates`,
    missing: all === 0 ? { what: t`No prompt has a sample with a verdict.`, how: t`See the lines that could not be read, above.` } : null,
    x: { title: t`pass rate`, scale: 'linear', min: 0, max: bins.length, bands: bins.map((bin) => bin.label) },
    y: { title: t`prompts`, scale: 'linear', min: 0 },
    clouds: [],
    curves: [],
    bars,
    marks: [],
    enclosing: (prompts) => enclosingFilter(rows, prompts, null),
    notes,
    summary: t`Number of prompts by pass rate. ${bars.map((bar) => bar.lines[0]).join('; ')}.`,
    twin: {
      columns: [
        { title: t`Pass rate`, numeric: false, width: 180 },
        { title: t`Prompts`, numeric: true, width: 80 },
      ],
      rows: bins.length,
      cell: (row, column) => (column === 0 ? bins[row].words : formatCount(counts[row])),
      prompt: () => null,
    },
  };
}

/** null: its pass rate is unknown. */
function binOf({ state, passRate }: PromptRow): number | null {
  if (state === 'unsolved') return 0;
  if (state === 'saturated') return bins.length - 1;
  if (state === null || passRate === null) return null;
  let bin = 1;
  // Rates sit on the edges (3/30 is 0.1).
  while (bin < edges.length && passRate > edges[bin] + 1e-12) bin++;
  return bin;
}
