import type { GradientLayout } from './gradientLayout';

/** Turns the bytes of a sidecar from `layout.offset` on, in chunks cut anywhere, into rows. */
export class GradientRows {
  /** Rows given so far. */
  readonly rows: number = 0;

  /** @param onRow takes the row's number and its values; the array is reused for the next row. */
  constructor(readonly layout: GradientLayout, readonly onRow: (row: number, values: Float64Array) => void) {}

  push(chunk: Uint8Array): void {
    throw new RangeError(`not yet: ${chunk.length}`);
  }
}
