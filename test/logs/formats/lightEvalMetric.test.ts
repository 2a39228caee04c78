import assert from 'node:assert/strict';
import { lightEvalMetric } from '../../../src/logs/formats/lightEvalMetric';

const NAMES: readonly [name: string, k: number | null, n: number | null][] = [
  ['pass@k:k=1&n=1', 1, 1], ['pass@k:k=8&n=64', 8, 64], ['pass@k:k=1', 1, null], ['gpqa_pass@k:k=1', 1, null], ['avg@n:n=64', 1, 64],
  ['math_pass@1:4_samples', 1, 4], ['codegen_pass@1:16', 1, 16], ['codegen_pass@1:avg4', 1, 4], ['maj@n:n=4&strip_strings=True', null, 4], ['maj@8', null, null],
  ['extractive_match', null, null], ['pass@1_answer_tag', null, null], ['G-Pass@16-48_0.25', null, null], ['g-pass@k:k=16&n=48', null, 48], ['bleu', null, null],
];

describe('lightEvalMetric', () => {
  for (const [name, k, n] of NAMES) it(`reads ${name}`, () => assert.deepEqual(lightEvalMetric(name), { k, n }));
});
