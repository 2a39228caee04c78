import assert from 'node:assert/strict';
import { clusterOrder } from '../../../src/core/interference/clusterOrder';
import { seededRandom } from '../../../src/core/seededRandom';

/** A matrix of so many blocks of prompts that are alike, the prompts shuffled; and which block each is of. */
function blocks(count: number, each: number, random: () => number): { matrix: Float32Array; of: number[] } {
  const of = Array.from({ length: count * each }, (_, at) => at % count).sort(() => random() - 0.5);
  const m = of.length;
  const matrix = new Float32Array(m * m);
  for (let a = 0; a < m; a++) for (let b = 0; b <= a; b++) matrix[a * m + b] = matrix[b * m + a] = a === b ? 1 : (of[a] === of[b] ? 0.8 : -0.3) + 0.1 * random();
  return { matrix, of };
}

/** Average linkage as it is defined: of all pairs of clusters the most alike is joined, by the mean over all pairs of members. */
function mergesByDefinition(matrix: Float32Array, m: number): string[] {
  let clusters = Array.from({ length: m }, (_, at) => [at]);
  const made: string[] = [];
  while (clusters.length > 1) {
    let best: readonly [number, number, number] = [-Infinity, 0, 0];
    for (let a = 0; a < clusters.length; a++) for (let b = a + 1; b < clusters.length; b++) {
      const pairs = clusters[a].flatMap((x) => clusters[b].map((y) => matrix[x * m + y]));
      const mean = pairs.reduce((sum, value) => sum + value, 0) / pairs.length;
      if (mean > best[0]) best = [mean, a, b];
    }
    const joined = [...clusters[best[1]], ...clusters[best[2]]];
    clusters = [...clusters.filter((_, at) => at !== best[1] && at !== best[2]), joined];
    made.push([...joined].sort((a, b) => a - b).join(' '));
  }
  return made;
}

describe('clusterOrder', () => {
  it('puts together what is alike', () => {
    const { matrix, of } = blocks(4, 9, seededRandom(5));
    const order = Array.from(clusterOrder(matrix, of.length), (place) => of[place]);
    assert.equal(order.filter((block, at) => block !== order[at - 1]).length, 4, order.join(' '));
  });

  it('keeps every cluster of average linkage in one piece', () => {
    const random = seededRandom(11);
    for (let trial = 0; trial < 20; trial++) {
      const m = 9;
      const matrix = new Float32Array(m * m);
      for (let a = 0; a < m; a++) for (let b = 0; b <= a; b++) matrix[a * m + b] = matrix[b * m + a] = a === b ? 1 : 2 * random() - 1;
      const order = Array.from(clusterOrder(matrix, m));
      for (const cluster of mergesByDefinition(matrix, m)) {
        const places = cluster.split(' ').map((member) => order.indexOf(Number(member)));
        assert.equal(Math.max(...places) - Math.min(...places), places.length - 1, `${cluster} in ${order.join(' ')}`);
      }
    }
  });

  it('holds every place once and leaves the matrix as it was', () => {
    const { matrix } = blocks(3, 5, seededRandom(3));
    const before = matrix.slice();
    assert.deepEqual(Array.from(clusterOrder(matrix, 15)).sort((a, b) => a - b), Array.from({ length: 15 }, (_, at) => at));
    assert.deepEqual(matrix, before);
  });

  it('takes none, one, and what is unknown', () => {
    assert.equal(clusterOrder(new Float32Array(0), 0).length, 0);
    assert.deepEqual(Array.from(clusterOrder(Float32Array.of(1), 1)), [0]);
    assert.equal(clusterOrder(new Float32Array(16).fill(NaN), 4).length, 4);
  });
});
