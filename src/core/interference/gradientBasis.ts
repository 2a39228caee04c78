import { dotProduct } from './dotProduct';

/** A few orthonormal vectors that many vectors can be put together from. */
export interface GradientBasis {
  readonly size: number;
  /** Orthonormal vectors, [size·d]. */
  readonly vectors: Float64Array;
  /** Coordinates of each of the K vectors, [K·size]. */
  readonly coordinates: Float64Array;
}

/**
 * An orthonormal basis for K vectors, each met to a share of its own length (Gram-Schmidt, the worst-met vector first). The
 * gradients of J_k change so smoothly with k that few are needed: 25 for k = 1 to 63, 28 for k = 1 to 127; 19 and 22 where
 * 1e-6 is enough. Projecting a
 * sample on these instead of on every ∇J_k makes the second pass about twice as fast.
 * @param vectors K vectors one after the other, [K·d]
 * @param d their length
 * @param tolerance the share
 */
export function gradientBasis(vectors: Float64Array, d: number, tolerance = 1e-9): GradientBasis {
  const count = vectors.length / d;
  const rest = vectors.slice();
  const squares = Float64Array.from({ length: count }, (_, i) => dotProduct(vectors, i * d, vectors, i * d, d));
  const basis: Float64Array[] = [];
  const along: Float64Array[] = [];
  while (basis.length < Math.min(count, d)) {
    let worst = -1;
    let most = tolerance ** 2;
    for (let i = 0; i < count; i++) {
      const missed = squares[i] > 0 ? dotProduct(rest, i * d, rest, i * d, d) / squares[i] : 0;
      if (missed > most) {
        worst = i;
        most = missed;
      }
    }
    if (worst < 0) break;
    const length = Math.sqrt(dotProduct(rest, worst * d, rest, worst * d, d));
    const unit = rest.slice(worst * d, (worst + 1) * d).map((value) => value / length);
    const steps = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      steps[i] = dotProduct(rest, i * d, unit, 0, d);
      for (let j = 0; j < d; j++) rest[i * d + j] -= steps[i] * unit[j];
    }
    basis.push(unit);
    along.push(steps);
  }
  const size = basis.length;
  const result = { size, vectors: new Float64Array(size * d), coordinates: new Float64Array(count * size) };
  basis.forEach((unit, r) => {
    result.vectors.set(unit, r * d);
    for (let i = 0; i < count; i++) result.coordinates[i * size + r] = along[r][i];
  });
  return result;
}
