import type { PromptMean } from '../core/counts/meanOverPrompts';
import { intervalOrNull } from '../core/intervalOrNull';
import { numberOrNull } from '../core/numberOrNull';
import type { AnalysisResult } from '../protocol/analysis';

/** The other metrics for JSON, where what is unknown is null. */
export function metricsRecord({ rows, simultaneous }: Extract<AnalysisResult, { kind: 'metrics' }>): object {
  const record = ({ mean, se, ci, count }: PromptMean) => ({ estimate: numberOrNull(mean), se: numberOrNull(se), ci: intervalOrNull(ci), prompts: count });
  return {
    rows: rows.map(({ k, passHatK, mgPass, bestOfK }) => ({ k, passHatK: record(passHatK), mgPass: record(mgPass), bestOfK: bestOfK && record(bestOfK) })),
    simultaneousFactor: numberOrNull(simultaneous),
  };
}
