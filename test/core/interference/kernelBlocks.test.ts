import assert from 'node:assert/strict';
import { kernelBlocks } from '../../../src/core/interference/kernelBlocks';
import { closeTo } from '../closeTo';
import { dot } from '../smallPolicy';
import { toyB } from '../toyPrompts';

const gradients = toyB.gradients.map((vector, x) => (x === 3 ? null : { vector, squaredNorm: 0 }));
const groupOf = toyB.p.map((_, x) => (x === 5 ? -1 : x < 7 ? 0 : 1));

describe('kernelBlocks', () => {
  it('is the mean over all pairs of different prompts in two groups', () => {
    const blocks = kernelBlocks(gradients, groupOf, 3);
    for (const a of [0, 1]) {
      for (const b of [0, 1]) {
        const products: number[] = [];
        gradients.forEach((one, x) =>
          gradients.forEach((other, y) => {
            if (x !== y && one !== null && other !== null && groupOf[x] === a && groupOf[y] === b) products.push(dot(one.vector, other.vector));
          }),
        );
        closeTo(blocks[3 * a + b], products.reduce((sum, value) => sum + value, 0) / products.length, 1e-12);
      }
    }
    for (const at of [2, 5, 6, 7, 8]) assert.ok(Number.isNaN(blocks[at]));
  });

  it('has no pairs in a group of one', () => {
    const blocks = kernelBlocks([gradients[0], gradients[1]], [0, 1], 2);
    assert.ok(Number.isNaN(blocks[0]) && Number.isNaN(blocks[3]));
    closeTo(blocks[1], dot(toyB.gradients[0], toyB.gradients[1]), 1e-12);
  });
});
