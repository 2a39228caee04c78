import { leaveOneOutWeights } from './leaveOneOutWeights';

/**
 * What S_c and S_w count for in ĥ_k(x) at every k of a curve, worked out once for each distinct (n, c): prompts share few of
 * them, and each costs a sum of logarithms.
 * @param ks the k of the curve, [K]
 * @returns a function of n and c: the weight of S_c and that of S_w at each k, by turns, [2·K]; not to be changed
 */
export function leaveOneOutCurves(ks: Int32Array): (n: number, c: number) => Float64Array {
  const known = new Map<number, Float64Array>();
  return (n, c) => {
    const key = n * 2 ** 31 + c;
    let weights = known.get(key);
    if (weights === undefined) {
      weights = new Float64Array(2 * ks.length);
      for (let i = 0; i < ks.length; i++) {
        const { correct, wrong } = leaveOneOutWeights(n, c, ks[i]);
        weights[2 * i] = correct;
        weights[2 * i + 1] = wrong;
      }
      known.set(key, weights);
    }
    return weights;
  };
}
