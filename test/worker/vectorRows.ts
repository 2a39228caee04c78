import { seededRandom } from '../../src/core/seededRandom';
import type { CountedVectors } from '../../src/worker/countedVectors';
import { UNCOUNTED } from '../../src/logs/gradients/rowLayout';

/** Made samples: slot 2·prompt, and one more where it is wrong; -1 where it does not count. */
export interface VectorRows {
  readonly n: Int32Array;
  readonly c: Int32Array;
  readonly slots: Int32Array;
  readonly vectors: readonly Float64Array[];
}

/** Vectors that half floats and bfloat16 hold exactly: seven bits and a sign, times a power of two, subnormal halves among them. */
export function vectorRows(prompts: number, perPrompt: number, dimension: number, order: 'by prompt' | 'by turns'): VectorRows {
  const random = seededRandom(prompts * 31 + dimension);
  const n = new Int32Array(prompts);
  const c = new Int32Array(prompts);
  const slots = new Int32Array(prompts * perPrompt);
  const vectors: Float64Array[] = [];
  for (let sample = 0; sample < slots.length; sample++) {
    const prompt = order === 'by prompt' ? Math.floor(sample / perPrompt) : sample % prompts;
    const isWrong = random() > (prompt % 7) / 6;
    const pull = isWrong ? -0.5 : 1;
    vectors.push(Float64Array.from({ length: dimension }, (_, j) => Math.round(64 * (random() - 0.5 + (pull * ((prompt + j) % 3)) / 3)) * 2 ** (-(j % 24))));
    slots[sample] = sample % 29 === 5 ? UNCOUNTED : 2 * prompt + Number(isWrong);
    if (slots[sample] === UNCOUNTED) continue;
    n[prompt]++;
    if (!isWrong) c[prompt]++;
  }
  return { n, c, slots, vectors };
}

/** One by one, as the passes that JavaScript makes take them; less where they are not finite. */
export function eachOf({ slots, vectors }: VectorRows): CountedVectors {
  return async (take) => {
    for (const [sample, vector] of vectors.entries()) {
      if (slots[sample] !== UNCOUNTED && vector.every(Number.isFinite)) take(slots[sample] >> 1, (slots[sample] & 1) === 0, vector);
    }
    await Promise.resolve();
  };
}
