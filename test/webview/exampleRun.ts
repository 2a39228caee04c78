import type { GradientColumns, PromptColumns } from '../../src/core/promptColumns';
import type { RunSnapshot } from '../../src/protocol/messages';

/**
 * Five prompts of 20 samples: one of each kind, with agreements given by hand. At k = 2 the weight is 2(1 - p):
 *
 *     id         c    p    weight  agreement  weighted
 *     unsolved   0   0.00   2.0    unknown    unknown
 *     hard       1   0.05   1.9      -2        -3.8
 *     middle    10   0.50   1.0       3         3.0
 *     easy      19   0.95   0.1       1         0.1
 *     saturated 20   1.00   0.0    unknown    unknown
 */
export function exampleRun(change: { gradients?: null; ids?: readonly string[]; partial?: boolean; defaultK?: number } = {}): RunSnapshot {
  const gradients: GradientColumns = {
    source: 'prompt_grad', estimator: 'plug-in', dimension: 8, projection: null,
    included: Uint8Array.of(1, 1, 1, 1, 1),
    agreement: Float64Array.of(NaN, -2, 3, 1, NaN),
    agreementSe: Float64Array.of(NaN, 0.5, 0.5, 0.25, NaN),
    pairs: null,
    curve: {
      k: Int32Array.of(1, 2, 4),
      innerProduct: Float64Array.of(0.4, -0.14, -1.0717),
      se: Float64Array.of(0.01, 0.01, 0.2),
      populationInnerProduct: Float64Array.of(0.4, -0.2, -1.2),
      populationSe: Float64Array.of(0.1, 0.3, 0.3),
      cosine: Float64Array.of(1, -0.3, -0.6),
      plugIn: Float64Array.of(0.4, -0.14, -1.0717),
    },
  };
  const columns: PromptColumns = {
    id: change.ids ?? ['unsolved', 'hard', 'middle', 'easy', 'saturated'],
    n: Int32Array.of(20, 20, 20, 20, 20),
    c: Int32Array.of(0, 1, 10, 19, 20),
    errored: new Int32Array(5),
    exactRate: null,
    gradients: change.gradients === null ? null : gradients,
  };
  return {
    title: 'run.jsonl',
    source: {
      files: [{ path: '/logs/run.jsonl', bytes: 2048, format: 'generic', samples: 100 }],
      samples: 100, malformedCount: 0, malformed: [], errored: 0, duplicates: 0,
    },
    columns,
    // The first three of "hard": wrong, correct, errored.
    verdicts: Uint8Array.of(...new Array<number>(8).fill(0), 1 | (2 << 2) | (3 << 4), ...new Array<number>(31).fill(0)),
    fields: [{ prompt: 'prompt_id', verdict: 'correct' }],
    defaults: { k: change.defaultK ?? 2, hardBelow: 0.1, easyAbove: 0.85 },
    headline: { passAt1: 0.5, passAtK: 0.6, k: 2 },
    partial: change.partial ?? false,
  };
}
