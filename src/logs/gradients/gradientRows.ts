import { rowBytes, type GradientLayout } from './gradientLayout';
import { halfFloats } from './halfFloats';

/** Turns the bytes of a sidecar from `layout.offset` on, in chunks cut anywhere, into rows. Bytes after the last row are passed over. */
export class GradientRows {
  #given = 0;
  readonly #values: Float64Array;
  readonly #bytesPerRow: number;
  /** A row that is cut over chunks. */
  readonly #partial: Uint8Array;
  #partialBytes = 0;
  readonly #layout: GradientLayout;
  readonly #onRow: (row: number, values: Float64Array) => void;

  /** @param onRow takes the row's number and its values; the array is reused for the next row. */
  constructor(layout: GradientLayout, onRow: (row: number, values: Float64Array) => void) {
    this.#layout = layout;
    this.#onRow = onRow;
    this.#values = new Float64Array(layout.dimension);
    this.#bytesPerRow = rowBytes(layout);
    this.#partial = new Uint8Array(this.#bytesPerRow);
  }

  /** Rows given so far. */
  get rows(): number {
    return this.#given;
  }

  push(chunk: Uint8Array): void {
    let at = 0;
    const bytesPerRow = this.#bytesPerRow;
    const partial = this.#partial;
    const layout = this.#layout;
    while (at < chunk.length && this.#given < layout.rows) {
      if (this.#partialBytes === 0 && chunk.length - at >= bytesPerRow) {
        this.#give(chunk, at);
        at += bytesPerRow;
        continue;
      }
      const taken = Math.min(bytesPerRow - this.#partialBytes, chunk.length - at);
      partial.set(chunk.subarray(at, at + taken), this.#partialBytes);
      this.#partialBytes += taken;
      at += taken;
      if (this.#partialBytes === bytesPerRow) {
        this.#partialBytes = 0;
        this.#give(partial, 0);
      }
    }
  }

  #give(bytes: Uint8Array, at: number): void {
    const values = this.#values;
    const layout = this.#layout;
    const { dimension } = layout;
    if (layout.type === 'F16') {
      const table = halfFloats();
      for (let column = 0; column < dimension; column++, at += 2) values[column] = table[(bytes[at] as number) | ((bytes[at + 1] as number) << 8)] as number;
    } else {
      const view = new DataView(bytes.buffer, bytes.byteOffset + at, this.#bytesPerRow);
      if (layout.type === 'BF16') {
        // A bfloat16 is the upper half of a float32.
        for (let column = 0; column < dimension; column++) values[column] = upperHalf(view.getUint16(column * 2, true));
      } else if (layout.type === 'F32') {
        for (let column = 0; column < dimension; column++) values[column] = view.getFloat32(column * 4, true);
      } else {
        for (let column = 0; column < dimension; column++) values[column] = view.getFloat64(column * 8, true);
      }
    }
    this.#onRow(this.#given++, values);
  }
}

const word = new Uint32Array(1);
const float = new Float32Array(word.buffer);

function upperHalf(bits: number): number {
  word[0] = bits << 16;
  return float[0] as number;
}
