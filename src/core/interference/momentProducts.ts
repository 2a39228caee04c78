import { dotProduct } from './dotProduct';
import type { GradientBasis } from './gradientBasis';

/** Sums over samples of what their projections t on the first of K vectors, and u on each of them, multiply to. */
export interface MomentProducts {
  /** Σ t² */
  readonly tt: number;
  /** Σ t u and Σ u² for each of the vectors, [K]. */
  readonly tu: Float64Array;
  readonly uu: Float64Array;
}

/**
 * What Σ y yᵀ over samples, y their projections on a basis, says of the vectors that are put together from it: with the
 * coordinates a of one and b of another, Σ (y·a)(y·b) = aᵀ M b. Cost: O(K·R²) for R vectors in the basis.
 * @param moments M, rows of `stride` numbers, of which the upper triangle is read
 */
export function momentProducts(moments: Float64Array, stride: number, { size, coordinates }: GradientBasis): MomentProducts {
  const count = size === 0 ? 0 : coordinates.length / size;
  const tu = new Float64Array(count);
  const uu = new Float64Array(count);
  const own = new Float64Array(size);
  for (let i = 0; i < count; i++) {
    for (let row = 0; row < size; row++) {
      let sum = 0;
      for (let column = 0; column < row; column++) sum += moments[column * stride + row] * coordinates[i * size + column];
      for (let column = row; column < size; column++) sum += moments[row * stride + column] * coordinates[i * size + column];
      own[row] = sum;
    }
    tu[i] = dotProduct(own, 0, coordinates, 0, size);
    uu[i] = dotProduct(own, 0, coordinates, i * size, size);
  }
  return { tt: uu[0] ?? 0, tu, uu };
}
