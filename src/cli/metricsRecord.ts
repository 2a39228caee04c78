import { meanEstimate } from '../core/meanEstimate';
import { numberOrNull } from '../core/numberOrNull';
import type { AnalysisResult } from '../protocol/analysis';

/** The other metrics for JSON, where what is unknown is null. */
export function metricsRecord({ rows, simultaneous }: Extract<AnalysisResult, { kind: 'metrics' }>): object {
  return {
    rows: rows.map(({ k, passHatK, mgPass, gPass: [quarter, half, threeQuarters], bestOfK, majority }) => ({
      k,
      passHatK: meanEstimate(passHatK),
      mgPass: meanEstimate(mgPass),
      gPass: { '0.25': meanEstimate(quarter), '0.5': meanEstimate(half), '0.75': meanEstimate(threeQuarters) },
      majority: majority && meanEstimate(majority),
      bestOfK: bestOfK && meanEstimate(bestOfK),
    })),
    simultaneousFactor: numberOrNull(simultaneous),
  };
}
