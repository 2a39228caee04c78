import { meanEstimate } from '../core/meanEstimate';
import { numberOrNull } from '../core/numberOrNull';
import type { AnalysisResult } from '../protocol/analysis';

/** The other metrics for JSON, where what is unknown is null. */
export function metricsRecord({ rows, simultaneous }: Extract<AnalysisResult, { kind: 'metrics' }>): object {
  return {
    rows: rows.map(({ k, passHatK, mgPass, bestOfK, majority }) => ({
      k,
      passHatK: meanEstimate(passHatK),
      mgPass: meanEstimate(mgPass),
      majority: majority && meanEstimate(majority),
      bestOfK: bestOfK && meanEstimate(bestOfK),
    })),
    simultaneousFactor: numberOrNull(simultaneous),
  };
}
