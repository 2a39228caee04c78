import { gradientPopulation } from '../../src/core/interference/gradientPopulation';
import { GradientSums } from '../../src/core/interference/gradientSums';
import { OnsetBootstrap } from '../../src/core/interference/onsetBootstrap';
import { sampledGradientColumns } from '../../src/core/interference/sampledGradientColumns';
import type { GradientColumns, PromptColumns } from '../../src/core/promptColumns';
import { parseFilter } from '../../src/core/filter/parseFilter';
import type { RunSnapshot } from '../../src/protocol/messages';
import { promptOrder } from '../../webview/prompts/promptOrder';
import { cosineKernel } from '../../src/worker/cosineKernel';
import { Analysis } from '../../webview/state/analysis';
import { shortest, type Promised } from './promised';
import { seededRandom } from './seededRandom';

const SAMPLES = 32;
const DIMENSION = 16;

/** What a person waits for once a log is read: counted and sorted in the view, or worked out when asked. No page is drawn. */
export async function viewBench(): Promise<Promised[]> {
  const few = runOf(10_000, withGradients);
  const many = runOf(100_000, () => null);
  const analysis = new Analysis();
  const settings = { hardBelow: 0.1, easyAbove: 0.85 };
  analysis.report(few, { ...settings, k: 1 }, []);
  const report = analysis.report(many, { ...settings, k: 8 }, []);
  const source = { rows: report.promptTable, columns: many.columns, verdicts: many.verdicts };
  const filter = parseFilter('state:mixed weight>1 passrate<0.4', report.promptTable);
  if (!filter.ok) throw new Error('bench: the filter is not one');
  return [
    { what: 'moving k, 10,000 prompts with gradients: the whole report', measured: shortest(15, (run) => analysis.report(few, { ...settings, k: run + 2 }, [])), atMost: 16, unit: 'ms' },
    { what: 'sorting 100,000 prompts by pass rate', measured: shortest(5, () => promptOrder(source, null, [{ column: 'passRate', descending: true }])), atMost: 50, unit: 'ms' },
    { what: 'filtering 100,000 prompts by three conditions, and sorting', measured: shortest(5, () => promptOrder(source, filter.matches, [{ column: 'weight', descending: true }])), atMost: 50, unit: 'ms' },
    { what: 'cosine kernel of 2,000 prompts x 1,024, one core', measured: await kernel(), atMost: 2000, unit: 'ms' },
    { what: '1,000 bootstrap resamples of 10,000 prompts', measured: bootstrap(few.columns), atMost: null, unit: 'ms' },
  ];
}

function runOf(prompts: number, gradients: (columns: PromptColumns) => GradientColumns | null): RunSnapshot {
  const random = seededRandom(7);
  const n = new Int32Array(prompts).fill(SAMPLES);
  const c = n.map(() => Math.floor((SAMPLES + 1) * random() ** 2));
  const counted: PromptColumns = { id: Array.from(n, (_, row) => `prompt-${row}`), n, c, errored: new Int32Array(prompts), exactRate: null, gradients: null };
  return {
    title: 'bench', columns: { ...counted, gradients: gradients(counted) }, verdicts: new Uint8Array(0), fields: [], defaults: { k: 8, hardBelow: 0.1, easyAbove: 0.85 },
    source: { files: [], samples: prompts * SAMPLES, malformedCount: 0, malformed: [], errored: 0, duplicates: 0 }, headline: { passAt1: null, passAtK: null, k: 8 }, partial: false,
  };
}

function populationOf({ n, c }: PromptColumns): ReturnType<typeof gradientPopulation> {
  const random = seededRandom(9);
  const sums = new GradientSums(DIMENSION);
  for (const [row, right] of c.entries()) {
    for (const isCorrect of [true, false]) {
      const count = isCorrect ? right : (n[row] as number) - right;
      for (let sample = 0; sample < count; sample++) sums.add(row, isCorrect, Float64Array.from({ length: DIMENSION }, () => random() - 0.5));
    }
  }
  return gradientPopulation(sums, n, c);
}

function withGradients(columns: PromptColumns): GradientColumns {
  return sampledGradientColumns(populationOf(columns), null, 'score_grad', null);
}

function bootstrap(columns: PromptColumns): number {
  const pairs = columns.gradients?.pairs;
  if (!pairs) throw new Error('bench: there are no gradients');
  const population = populationOf(columns);
  return shortest(1, () => new OnsetBootstrap(population, pairs).run(1000));
}

/** As the worker does it, its pauses included. */
async function kernel(): Promise<number> {
  const random = seededRandom(3);
  const gradients = Array.from({ length: 2000 }, () => ({ vector: Float64Array.from({ length: 1024 }, () => random() - 0.5), squaredNorm: 85 }));
  const begun = performance.now();
  await cosineKernel(gradients, Int32Array.from(gradients.keys()), () => undefined, new AbortController().signal);
  return performance.now() - begun;
}
