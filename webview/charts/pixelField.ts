/** One shape as pixels: RGBA, not premultiplied, as ImageData has it. */
export interface PixelStamp {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/**
 * A picture that thousands of stamps are put on. In a browser without a graphics card each drawImage takes some
 * microseconds; blending the few pixels of a stamp by hand takes a tenth of one.
 */
export class PixelField {
  readonly data: Uint8ClampedArray<ArrayBuffer>;

  constructor(readonly width: number, readonly height: number) {
    this.data = new Uint8ClampedArray(4 * width * height);
  }

  /** Takes off all that was put on it. */
  clear(): void {
    this.data.fill(0);
  }

  /** Lays a stamp over what is there, its middle at (x, y); what reaches over the edge is left out. */
  stamp({ width, height, data }: PixelStamp, x: number, y: number): void {
    const left = Math.round(x - width / 2);
    const top = Math.round(y - height / 2);
    const firstColumn = Math.max(0, -left);
    const lastColumn = Math.min(width, this.width - left);
    for (let row = Math.max(0, -top); row < height && row + top < this.height; row++) {
      let from = 4 * (row * width + firstColumn);
      let to = 4 * ((row + top) * this.width + left + firstColumn);
      for (let column = firstColumn; column < lastColumn; column++, from += 4, to += 4) {
        const above = data[from + 3];
        if (above === 0) continue;
        this.blend(to, data, from, above / 255);
      }
    }
  }

  /** "Over", with straight alpha: a = s + d(1 - s), colour = (s C_s + d(1 - s) C_d) / a. */
  private blend(to: number, stamp: Uint8ClampedArray, from: number, above: number): void {
    const { data } = this;
    if (data[to + 3] === 0) {
      data[to] = stamp[from];
      data[to + 1] = stamp[from + 1];
      data[to + 2] = stamp[from + 2];
      data[to + 3] = stamp[from + 3];
      return;
    }
    const below = (data[to + 3] / 255) * (1 - above);
    const sum = above + below;
    data[to + 3] = sum * 255;
    // Points of one cloud mostly lie on points of the same colour.
    if (data[to] === stamp[from] && data[to + 1] === stamp[from + 1] && data[to + 2] === stamp[from + 2]) return;
    data[to] = (stamp[from] * above + data[to] * below) / sum;
    data[to + 1] = (stamp[from + 1] * above + data[to + 1] * below) / sum;
    data[to + 2] = (stamp[from + 2] * above + data[to + 2] * below) / sum;
  }
}
