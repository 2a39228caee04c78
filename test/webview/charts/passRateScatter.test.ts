import assert from 'node:assert/strict';
import { passRateScatter } from '../../../webview/charts/passRateScatter';
import { exampleReport } from '../exampleReport';

describe('passRateScatter', () => {
  const picture = passRateScatter(exampleReport(2));

  it('puts pass rate against agreement', () => {
    assert.deepEqual(picture.clouds.map((cloud) => [cloud.name, [...cloud.x], [...cloud.y]]), [['hard', [0.05], [-2]], ['middle', [0.5], [3]], ['easy', [0.95], [1]]]);
  });

  it('gives areas in proportion to weights', () => {
    const [hard, middle] = picture.clouds.map((cloud) => cloud.radius?.[0] ?? NaN);
    assert.ok(Math.abs(hard ** 2 / middle ** 2 - 1.9) < 1e-9);
  });

  it('names the prompts that are negative and heavy, and their share of the weight', () => {
    // 1.9 of 5.0
    assert.equal(picture.notes[0], 'Negative and heavy: 1 prompt with 38% of the weight.');
  });

  it('marks as heavy exactly the rates whose weight is above 1', () => {
    for (const k of [2, 3, 8, 64]) {
      const region = passRateScatter(exampleReport(k)).marks.find((mark) => mark.kind === 'region');
      assert.ok(region?.kind === 'region' && region.xMax !== undefined);
      assert.ok(Math.abs(k * (1 - region.xMax) ** (k - 1) - 1) < 1e-9, `k = ${k}`);
    }
    assert.equal(passRateScatter(exampleReport(1)).marks.some((mark) => mark.kind === 'region'), false);
  });

  it('draws nothing without gradients', () => {
    const bare = passRateScatter(exampleReport(2, { gradients: null }));
    assert.deepEqual(bare.clouds, []);
    assert.notEqual(bare.missing, null);
  });
});
