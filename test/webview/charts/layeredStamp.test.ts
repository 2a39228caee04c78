import assert from 'node:assert/strict';
import { layeredStamp } from '../../../webview/charts/layeredStamp';
import { PixelField, type PixelStamp } from '../../../webview/charts/pixelField';

describe('layeredStamp', () => {
  it('is what as many stamps on one another are, to a step of rounding each', () => {
    for (const alpha of [0, 1, 40, 128, 200, 255]) {
      const stamp: PixelStamp = { width: 1, height: 1, data: Uint8ClampedArray.of(10, 20, 30, alpha) };
      for (let layers = 1; layers <= 5; layers++) {
        const field = new PixelField(1, 1);
        for (let layer = 0; layer < layers; layer++) field.stamp(stamp, 0.5, 0.5);
        const { data } = layeredStamp(stamp, layers);
        assert.ok(Math.abs(data[3] - field.data[3]) <= layers, `${alpha} × ${layers}: ${data[3]} against ${field.data[3]}`);
        if (alpha > 0) assert.deepEqual([...data.slice(0, 3)], [...field.data.slice(0, 3)]);
      }
    }
  });

  it('leaves the stamp as it is', () => {
    const data = Uint8ClampedArray.of(1, 2, 3, 100);
    layeredStamp({ width: 1, height: 1, data }, 3);
    assert.deepEqual([...data], [1, 2, 3, 100]);
  });
});
