import type { JsonObject } from './formats/logFormat';
import { isObject } from './isObject';
import type { OwnFigure } from './ownFigure';

const MOST_FIGURES = 1000;

/** The means that a harness's summary of another file holds: lm-evaluation-harness's results_*.json, verifiers' metadata.json. */
export function summaryFigures(document: JsonObject | null): OwnFigure[] {
  const reward = document?.['avg_reward'];
  if (typeof reward === 'number' && ('env_id' in document! || 'env' in document!)) return [{ name: 'avg_reward', value: reward, of: 'scores', log: { format: 'verifiers' } }];
  const results = document?.['results'];
  if (!isObject(results) || !('configs' in document! || 'config' in document!)) return [];
  const figures = Object.entries(results).flatMap(([task, metrics]) => Object.entries(isObject(metrics) ? metrics : {}).flatMap(([name, value]): OwnFigure[] => {
    const [verdict, filter] = name.split(',');
    if (typeof value !== 'number' || verdict === undefined || filter === undefined) return [];
    return [{ name: `${task}: ${name}`, value, of: 'scores', log: { format: 'lm-eval', task, verdict, filter } }];
  }));
  return figures.slice(0, MOST_FIGURES);
}
