import { dotProduct } from './dotProduct';

/** Projects one vector after another on the same few directions: where reading score vectors a second time spends its time. */
export interface Projector {
  /**
   * Coordinate i is the inner product with direction i; the array is used again for the next vector.
   * @param count only with so many of the first directions; what lies behind is not good
   */
  project(vector: Float64Array, count?: number): Float64Array;
  /** Replaces the last direction. */
  turnLast(direction: Float64Array): void;
}

/** @param directions one after the other, [count·d]; the last may be turned elsewhere */
export type MakeProjector = (directions: Float64Array, d: number) => Projector;

/** In doubles, wherever the core runs. */
export function plainProjector(directions: Float64Array, d: number): Projector {
  const own = directions.slice();
  const onto = new Float64Array(own.length / d);
  return {
    project: (vector, count = onto.length) => {
      for (let i = 0; i < count; i++) onto[i] = dotProduct(vector, 0, own, i * d, d);
      return onto;
    },
    turnLast: (direction) => own.set(direction, own.length - d),
  };
}
