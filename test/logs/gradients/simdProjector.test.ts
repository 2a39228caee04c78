import assert from 'node:assert/strict';
import { plainProjector } from '../../../src/core/interference/projector';
import { simdProjector } from '../../../src/logs/gradients/simdProjector';
import { seededRandom } from '../../bench/seededRandom';

describe('simdProjector', () => {
  const random = seededRandom(5);
  const vector = (length: number): Float64Array => Float64Array.from({ length }, () => random() * 2 - 1);

  it('gives the inner products of the definition, to single precision, for every length and number of directions', () => {
    for (const d of [1, 2, 3, 4, 5, 7, 8, 16, 63, 64, 65, 1000]) {
      for (const count of [1, 2, 3, 4, 5, 9]) {
        const directions = vector(count * d);
        const projector = simdProjector(directions, d);
        assert.ok(projector);
        for (let round = 0; round < 2; round++) {
          const given = vector(d);
          const turned = vector(d);
          projector.turnLast(turned);
          directions.set(turned, (count - 1) * d);
          const found: Float64Array = projector.project(given);
          assert.equal(found.length, count);
          for (let at = 0; at < count; at++) {
            const expected = given.reduce((sum, value, j) => sum + value * (directions[at * d + j] as number), 0);
            assert.ok(Math.abs((found[at] as number) - expected) < 1e-5 * Math.max(1, Math.sqrt(d)), `direction ${at} of ${count}, length ${d}`);
          }
        }
      }
    }
  });

  it('leaves what it is given as it was, and lets NaN and Infinity through, as the core does', () => {
    const directions = vector(12);
    const kept = directions.slice();
    for (const projector of [simdProjector(directions, 4), plainProjector(directions, 4)]) {
      assert.ok(projector);
      projector.turnLast(Float64Array.of(9, 9, 9, 9));
      for (const strange of [NaN, Infinity, -Infinity]) {
        const given = Float64Array.of(1, strange, 2, 3);
        assert.ok(projector.project(given).every((value) => !Number.isFinite(value)));
        assert.deepEqual([...given], [1, strange, 2, 3]);
      }
      assert.ok(projector.project(vector(4)).every(Number.isFinite), 'the next vector is not spoiled');
    }
    assert.deepEqual(directions, kept);
  });
});
