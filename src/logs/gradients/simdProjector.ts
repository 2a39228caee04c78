import type { Projector } from '../../core/interference/projector';
import { vectorModule, VECTORS_AT } from './vectorModule';

/**
 * The projector in WebAssembly with 128-bit vectors and single precision: good to about six digits, which is plenty for a
 * standard error, and ten times as fast as in doubles.
 * @param directions one after the other, [count·d]
 * @returns null where the machine cannot run it
 */
export function simdProjector(directions: Float64Array, d: number): Projector | null {
  const count = directions.length / d;
  const length = (d + 3) & ~3;
  const slots = (count + 3) & ~3;
  const directionsAt = VECTORS_AT + length * 4;
  const outAt = directionsAt + slots * length * 4;
  const made = vectorModule(outAt + slots * 4 - VECTORS_AT);
  if (made === null) return null;
  const { buffer, vectors } = made;
  const own = new Float32Array(buffer, VECTORS_AT, d);
  const onto = new Float32Array(buffer, outAt, count);
  const result = new Float64Array(count);
  const direction = (at: number) => new Float32Array(buffer, directionsAt + at * length * 4, d);
  for (let at = 0; at < count; at++) direction(at).set(directions.subarray(at * d, (at + 1) * d));
  const last = direction(count - 1);
  return {
    project: (vector) => {
      own.set(vector);
      vectors.project(VECTORS_AT, directionsAt, count, length * 4, outAt);
      result.set(onto);
      return result;
    },
    turnLast: (turned) => last.set(turned),
  };
}
