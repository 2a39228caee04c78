import type { Analysis } from '../../src/protocol/analysis';
import type { Report } from '../../src/core/reportShape';
import type { RunSnapshot } from '../../src/protocol/messages';
import type { ChartId } from './picture';

/** More than the worker takes at once. */
const mostInKernel = 2000;
const resamples = 1000;

/** What a chart needs that only the worker can tell, at this k; null: nothing, or nothing that this log could answer. */
export function chartWants(chart: ChartId, run: RunSnapshot, report: Report): Analysis | null {
  // A log that is still being read would be asked again and again.
  if (run.partial) return null;
  const { gradients } = run.columns;
  switch (chart) {
    case 'passAtK':
      return report.prompts.samplesPerPrompt.max ? { kind: 'metrics', k: 1 } : null;
    case 'innerProduct':
      return gradients?.pairs == null ? null : { kind: 'onset', resamples };
    case 'kernel':
      return gradients?.dimension == null ? null : { kind: 'kernel', prompts: kernelPrompts(report) };
    case 'plane':
      return gradients?.dimension == null || report.weights.k < 2 ? null : { kind: 'plane', k: report.weights.k };
    default:
      return null;
  }
}

/** The prompts of the heatmap, from the hardest: all with a known agreement, or so many of them, spread evenly over their order. */
export function kernelPrompts({ promptTable: rows }: Report): number[] {
  const known: number[] = [];
  for (let row = 0; row < rows.length; row++) if (rows[row].agreement !== null) known.push(row);
  if (known.length <= mostInKernel) return known;
  known.sort((a, b) => (rows[a].passRate ?? 0) - (rows[b].passRate ?? 0) || a - b);
  return Array.from({ length: mostInKernel }, (_, at) => known[Math.floor((at * known.length) / mostInKernel)]).sort((a, b) => a - b);
}
