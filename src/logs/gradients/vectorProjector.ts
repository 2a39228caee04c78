import type { Projector } from '../../core/interference/projector';
import { vectorMemory, vectorsOn, VECTORS_AT } from './vectorMemory';
import { vectorModule } from './vectorModule';

/**
 * The projector in WebAssembly with 128-bit vectors: in doubles, as plainProjector, but for the order of additions.
 * @param directions one after the other, [count·d], or each by itself
 * @returns null where the machine cannot run it
 */
export function vectorProjector(directions: Float64Array | readonly Float64Array[], d: number): Projector | null {
  const count = directions instanceof Float64Array ? directions.length / d : directions.length;
  const length = (d + 1) & ~1;
  const slots = (count + 3) & ~3;
  const directionsAt = VECTORS_AT + length * 8;
  const outAt = directionsAt + slots * length * 8;
  const memory = vectorMemory(outAt + slots * 8);
  const module = vectorModule();
  const vectors = memory && module && vectorsOn(memory, module);
  if (memory === null || vectors === null) return null;
  const own = new Float64Array(memory.buffer, VECTORS_AT, d);
  const onto = new Float64Array(memory.buffer, outAt, count);
  const direction = (at: number) => new Float64Array(memory.buffer, directionsAt + at * length * 8, d);
  for (let at = 0; at < count; at++) direction(at).set(directions instanceof Float64Array ? directions.subarray(at * d, (at + 1) * d) : (directions[at] as Float64Array));
  const last = count === 0 ? null : direction(count - 1);
  return {
    project: (vector, few = count) => {
      own.set(vector);
      vectors.products(VECTORS_AT, directionsAt, few, length * 8, outAt);
      return onto;
    },
    turnLast: (turned) => last?.set(turned),
  };
}
