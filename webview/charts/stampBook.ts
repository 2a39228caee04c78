import type { ChartTheme } from './chartTheme';
import type { PixelStamp } from './pixelField';
import { layeredStamp } from './layeredStamp';
import { pointStamp, type StampLook } from './pointStamp';

/** Every stamp that was needed once, by its look. */
export class StampBook {
  private readonly images = new Map<string, HTMLCanvasElement>();
  private readonly pixels = new Map<string, PixelStamp>();

  constructor(private readonly theme: ChartTheme) {}

  /** @param density device pixels a CSS pixel */
  image(look: StampLook, density: number): HTMLCanvasElement {
    const key = keyOf(look, density);
    const image = this.images.get(key) ?? pointStamp(look, density, this.theme);
    this.images.set(key, image);
    return image;
  }

  /** The pixels of as many stamps on one another. */
  layered(look: StampLook, density: number, layers: number): PixelStamp {
    const key = `${keyOf(look, density)} ${layers}`;
    const known = this.pixels.get(key);
    if (known !== undefined) return known;
    const image = this.image(look, density);
    const { width, height } = image;
    const data = image.getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray(4 * width * height);
    const made = layeredStamp({ width, height, data }, layers);
    this.pixels.set(key, made);
    return made;
  }
}

function keyOf({ shape, tone, radius, edged }: StampLook, density: number): string {
  return `${shape} ${tone} ${radius} ${edged} ${density}`;
}
