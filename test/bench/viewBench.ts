import { OnsetBootstrap } from '../../src/core/interference/onsetBootstrap';
import type { PromptColumns } from '../../src/core/promptColumns';
import { parseFilter } from '../../src/core/filter/parseFilter';
import { promptOrder } from '../../webview/prompts/promptOrder';
import { cosineKernel } from '../../src/worker/cosineKernel';
import { Analysis } from '../../webview/state/analysis';
import { benchGradients, benchPopulation, benchRun } from './benchRun';
import { shortest, type Promised } from './promised';
import { seededRandom } from './seededRandom';

/** What a person waits for once a log is read: counted and sorted in the view, or worked out when asked. No page is drawn. */
export async function viewBench(): Promise<Promised[]> {
  const few = benchRun(10_000, benchGradients);
  const many = benchRun(100_000, () => null);
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

function bootstrap(columns: PromptColumns): number {
  const pairs = columns.gradients?.pairs;
  if (!pairs) throw new Error('bench: there are no gradients');
  const population = benchPopulation(columns);
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
