import type { PixelStamp } from './pixelField';

/** What a stamp that is laid over itself becomes: the same colours, an opacity of 1 - (1 - a)^layers. */
export function layeredStamp({ width, height, data }: PixelStamp, layers: number): PixelStamp {
  const layered = data.slice();
  for (let at = 3; at < layered.length; at += 4) layered[at] = 255 * (1 - (1 - data[at] / 255) ** layers);
  return { width, height, data: layered };
}
