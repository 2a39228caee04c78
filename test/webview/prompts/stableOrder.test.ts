import assert from 'node:assert/strict';
import { naturalRanks } from '../../../webview/prompts/naturalRanks';
import { stableOrder } from '../../../webview/prompts/stableOrder';

/** Numbers that look random and are the same every time. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A comparing sort, unknown last. */
function compared(order: Int32Array, keys: Float64Array, descending: boolean): number[] {
  return Array.from(order).sort((a, b) => {
    if (Number.isNaN(keys[a]) || Number.isNaN(keys[b])) return Number(Number.isNaN(keys[a])) - Number(Number.isNaN(keys[b]));
    return (descending ? -1 : 1) * (keys[a] === keys[b] ? 0 : keys[a] < keys[b] ? -1 : 1);
  });
}

describe('stableOrder', () => {
  const random = seeded(3);
  const kinds: readonly (readonly [string, () => number])[] = [
    ['rates', () => Math.floor(random() * 17) / 16],
    ['numbers of both signs and any size', () => (random() - 0.5) * 10 ** Math.floor(random() * 600 - 300)],
    ['zeros, infinities, the smallest and unknown', () => [0, -0, Infinity, -Infinity, 5e-324, -5e-324, NaN, 1, -1][Math.floor(random() * 9)]],
    ['all alike', () => 0.25],
    ['all unknown', () => NaN],
  ];
  for (const [name, next] of kinds) {
    for (const descending of [false, true]) {
      it(`sorts ${name}, ${descending ? 'down' : 'up'}, as comparing does`, () => {
        const keys = Float64Array.from({ length: 3000 }, next);
        const order = Int32Array.from({ length: 2000 }, (_, at) => (at * 7) % 3000);
        const before = order.slice();
        assert.deepEqual(Array.from(stableOrder(order, keys, descending)), compared(order, keys, descending));
        assert.deepEqual(order, before);
      });
    }
  }

  it('sorts 100,000 keys sooner than comparing does', () => {
    const keys = Float64Array.from({ length: 100_000 }, random);
    const order = Int32Array.from(keys, (_, at) => at);
    const best = (sort: () => unknown): number => Math.min(...Array.from({ length: 7 }, () => {
      const begin = performance.now();
      sort();
      return performance.now() - begin;
    }));
    const [ours, theirs] = [best(() => stableOrder(order, keys, false)), best(() => order.slice().sort((a, b) => keys[a] - keys[b]))];
    assert.ok(ours < theirs, `${ours} ms and ${theirs} ms`);
  });

  it('sorts nothing', () => assert.deepEqual(stableOrder(new Int32Array(0), new Float64Array(0), true), new Int32Array(0)));
});

describe('naturalRanks', () => {
  const sorted = (texts: readonly string[]): string[] => {
    const ranks = naturalRanks(texts);
    return texts.map((_, at) => at).sort((a, b) => ranks[a] - ranks[b]).map((at) => texts[at]);
  };
  const cases: readonly string[][] = [
    ['q1', 'q2', 'q10', 'q100'], ['1', '2', '30', '111'], ['a', 'b', 'c'], ['a2b1', 'a2b3', 'a10b0'], ['Task/9', 'Task/10', 'Task/x'], ['', '0', 'a'],
    ['x1', 'x12345678901234567', 'x12345678901234568'], ['٣', 'é'],
  ];
  for (const texts of cases) it(`puts ${texts.join(', ')} in this order`, () => assert.deepEqual(sorted([...texts].reverse()), texts));

  it('has one rank for equal texts and none for null', () => {
    assert.deepEqual(naturalRanks(['b', 'a', 'b', null]), Float64Array.of(1, 0, 1, NaN));
    assert.deepEqual(naturalRanks([]), new Float64Array(0));
  });
});
