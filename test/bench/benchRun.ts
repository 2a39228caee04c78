import { gradientPopulation } from '../../src/core/interference/gradientPopulation';
import { GradientSums } from '../../src/core/interference/gradientSums';
import { sampledGradientColumns } from '../../src/core/interference/sampledGradientColumns';
import type { GradientColumns, PromptColumns } from '../../src/core/promptColumns';
import type { RunSnapshot } from '../../src/protocol/messages';
import { seededRandom } from './seededRandom';

const SAMPLES = 32;
const DIMENSION = 16;

/** A run as the view gets it: many prompts of 32 samples, more hard ones than easy ones, each in one of eight categories. */
export function benchRun(prompts: number, gradients: (columns: PromptColumns) => GradientColumns | null): RunSnapshot {
  const random = seededRandom(7);
  const n = new Int32Array(prompts).fill(SAMPLES);
  const c = n.map(() => Math.floor((SAMPLES + 1) * random() ** 2));
  const counted: PromptColumns = {
    id: Array.from(n, (_, row) => `prompt-${row}`), n, c, errored: new Int32Array(prompts), exactRate: null, gradients: null,
    categories: { names: Array.from({ length: 8 }, (_, at) => `kind ${at + 1}`), of: n.map((_, row) => row % 8) },
    lengths: { unit: 'tokens', correct: Float64Array.from(n, () => 500 + 1000 * random()), wrong: Float64Array.from(n, () => 700 + 2000 * random()) },
  };
  // Four verdicts a byte, the correct ones first: 2 is correct, 1 wrong.
  const verdicts = Uint8Array.from({ length: (prompts * SAMPLES) / 4 }, (_, at) => {
    const [row, first] = [Math.floor((4 * at) / SAMPLES), (4 * at) % SAMPLES];
    return [0, 1, 2, 3].reduce((byte, place) => byte | ((first + place < c[row] ? 2 : 1) << (2 * place)), 0);
  });
  return {
    title: 'bench', columns: { ...counted, gradients: gradients(counted) }, verdicts, fields: [], defaults: { k: 8, hardBelow: 0.1, easyAbove: 0.85 },
    source: { files: [{ path: 'bench.jsonl', bytes: 1e9, format: 'generic', samples: prompts * SAMPLES }], samples: prompts * SAMPLES, malformedCount: 0, malformed: [], errored: 0, duplicates: 0 },
    headline: { passAt1: null, passAtK: null, k: 8 }, partial: false,
  };
}

export function benchPopulation({ n, c }: PromptColumns): ReturnType<typeof gradientPopulation> {
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

export function benchGradients(columns: PromptColumns): GradientColumns {
  return sampledGradientColumns(benchPopulation(columns), null, 'score_grad', null);
}
