import type { StepRate } from '../core/mitigation/stepRates';
import { numberOrNull } from '../core/numberOrNull';
import type { AnalysisResult, Remedy } from '../protocol/analysis';

/** A remedy for JSON, where what is unknown is null, as is a parameter without an end; the weights go to a file of their own. */
export function mitigationRecord({ k, raw, remedies, largestSafeK, unchecked }: Extract<AnalysisResult, { kind: 'mitigation' }>): object {
  return {
    k,
    raw: stepRecord(raw),
    remedies: remedies.map((remedy) => ({ method: remedy.method, parameter: numberOrNull(remedy.parameter), ...stepRecord(remedy) })),
    largestSafeK: numberOrNull(largestSafeK),
    ...(unchecked !== null && { unchecked }),
  };
}

function stepRecord({ predicted, check }: Remedy): object {
  return {
    predicted: { passAt1: numberOrNull(predicted.passAt1), passAtK: numberOrNull(predicted.passAtK) },
    check: check && { passAt1: rateRecord(check.passAt1), passAtK: rateRecord(check.passAtK), verdict: check.verdict },
  };
}

function rateRecord({ rate, se, ci: [low, high] }: StepRate): object {
  return { rate: numberOrNull(rate), se: numberOrNull(se), ci: Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null };
}
