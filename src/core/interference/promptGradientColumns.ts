import { exactWeight } from '../counts/exactWeight';
import type { ConflictCurve, GradientColumns } from '../promptColumns';
import { conflictKs } from './conflictKs';
import { dotProduct } from './dotProduct';
import { includedPrompts } from './includedPrompts';

export interface PromptGradients {
  /** ∇p(x) of each prompt, null where the log has none, [P]; all of one length. */
  readonly vectors: readonly (Float64Array | Float32Array | null)[];
  readonly n: Int32Array;
  readonly c: Int32Array;
  /** As in PromptColumns. */
  readonly exactRate: Float64Array | null;
  readonly projection: string | null;
  /** Values of k that must be on the curve if they are in range. */
  readonly asked?: readonly number[];
}

/** The smallest largest k on offer where nothing in the data limits it. */
const leastKLimit = 64;

/**
 * The gradient columns from one vector a prompt, ∇p(x): "exact" when every prompt that takes part has an exact pass rate,
 * else "plug-in" (w(c/n) times the given vector; the self term and the shared noise cannot be corrected, MATH.md 4.3).
 *
 *     a(x) = <g(x), mean g>,   inner product = mean(w_k(p) a),   population: pairs of different prompts only
 *
 * The standard error is 0 for exact, for plug-in the population's, as a bound; the agreement's is 0 for exact, unknown for
 * plug-in. A vector of zeros from a prompt with one verdict only is no gradient: its agreement is unknown.
 * @returns null when no prompt has a finite vector and a pass rate
 * @throws RangeError if the vectors differ in length
 * Cost: O(P·K·d).
 */
export function promptGradientColumns(gradients: PromptGradients): GradientColumns | null {
  const { vectors, n, c, exactRate, projection, asked } = gradients;
  const dimension = commonLength(vectors);
  const exact = (prompt: number): boolean => exactRate !== null && !Number.isNaN(exactRate[prompt]);
  const usable = vectors.map((vector) => vector !== null && Number.isFinite(dotProduct(vector, 0, vector, 0, vector.length)));
  const enough = includedPrompts(n.map((count, prompt) => (usable[prompt] && !exact(prompt) ? count : 0)));
  const included = Uint8Array.from(usable, (known, prompt) => (known && (exact(prompt) || enough[prompt] === 1) ? 1 : 0));
  const members: Member[] = [];
  for (let prompt = 0; prompt < included.length; prompt++) {
    const vector = vectors[prompt];
    if (!included[prompt] || vector === null) continue;
    const rate = exact(prompt) && exactRate !== null ? exactRate[prompt] : c[prompt] / n[prompt];
    members.push({ prompt, rate, vector });
  }
  if (dimension === null || members.length === 0) return null;
  const allExact = members.every(({ prompt }) => exact(prompt));
  const mean = new Float64Array(dimension);
  for (const { vector } of members) for (let j = 0; j < dimension; j++) mean[j] += vector[j] / members.length;
  const agreement = new Float64Array(n.length).fill(NaN);
  const agreementSe = new Float64Array(n.length).fill(NaN);
  for (const { prompt, vector } of members) {
    const oneVerdict = !exact(prompt) && (c[prompt] === 0 || c[prompt] === n[prompt]);
    if (oneVerdict && vector.every((value) => value === 0)) continue;
    agreement[prompt] = dotProduct(vector, 0, mean, 0, dimension);
    if (allExact) agreementSe[prompt] = 0;
  }
  const ks = conflictKs(Math.max(leastKLimit, n.reduce((most, count) => Math.max(most, count), 0)), asked);
  return {
    source: 'prompt_grad',
    estimator: allExact ? 'exact' : 'plug-in',
    dimension,
    projection,
    included,
    agreement,
    agreementSe,
    pairs: null,
    curve: curveOf(members, mean, ks, allExact),
  };
}

interface Member {
  readonly prompt: number;
  readonly rate: number;
  readonly vector: Float64Array | Float32Array;
}

function curveOf(members: readonly Member[], mean: Float64Array, ks: Int32Array, exact: boolean): ConflictCurve {
  const d = mean.length;
  const size = members.length;
  const innerProduct = new Float64Array(ks.length);
  const populationInnerProduct = new Float64Array(ks.length);
  const populationSe = new Float64Array(ks.length);
  const cosine = new Float64Array(ks.length);
  const agreement = members.map(({ vector }) => dotProduct(vector, 0, mean, 0, d));
  const square = members.map(({ vector }) => dotProduct(vector, 0, vector, 0, d));
  const length1 = Math.sqrt(dotProduct(mean, 0, mean, 0, d));
  const meanK = new Float64Array(d);
  for (let i = 0; i < ks.length; i++) {
    const weights = members.map(({ rate }) => exactWeight(rate, ks[i]));
    meanK.fill(0);
    let sum = 0;
    let own = 0;
    for (let x = 0; x < size; x++) {
      const { vector } = members[x];
      for (let j = 0; j < d; j++) meanK[j] += (weights[x] * vector[j]) / size;
      sum += weights[x] * agreement[x];
      own += weights[x] * square[x];
    }
    innerProduct[i] = sum / size;
    populationInnerProduct[i] = size > 1 ? (sum * size - own) / (size * (size - 1)) : NaN;
    cosine[i] = cosineOf(innerProduct[i], length1, Math.sqrt(dotProduct(meanK, 0, meanK, 0, d)));
    let spread = 0;
    for (let x = 0; x < size; x++) {
      const there = dotProduct(members[x].vector, 0, meanK, 0, d);
      // Half of w g·(G - g) + g·(H - w g), over N - 1.
      const pull = (weights[x] * (agreement[x] * size - square[x]) + there * size - weights[x] * square[x]) / 2 / (size - 1);
      spread += (pull - populationInnerProduct[i]) ** 2;
    }
    populationSe[i] = size > 1 ? 2 * Math.sqrt(spread / (size - 1) / size) : NaN;
  }
  const se = exact ? new Float64Array(ks.length) : populationSe.slice();
  return { k: ks, innerProduct, se, populationInnerProduct, populationSe, cosine, plugIn: innerProduct.slice() };
}

function cosineOf(product: number, length1: number, lengthK: number): number {
  return length1 > 0 && lengthK > 0 ? Math.max(-1, Math.min(1, product / (length1 * lengthK))) : NaN;
}

function commonLength(vectors: PromptGradients['vectors']): number | null {
  let length: number | null = null;
  for (const vector of vectors) {
    if (vector === null) continue;
    length ??= vector.length;
    if (vector.length !== length) {
      throw new RangeError(`promptGradientColumns requires vectors of one length, got ${length} and ${vector.length}`);
    }
  }
  return length;
}
