import { t } from '../../texts/t';

export type GradientTensor = 'score_grad' | 'prompt_grad';
export type FloatType = 'F16' | 'BF16' | 'F32' | 'F64';

/** Where a sidecar keeps its rows. */
export interface GradientLayout {
  readonly tensor: GradientTensor;
  readonly rows: number;
  readonly dimension: number;
  readonly type: FloatType;
  /** Byte offset of row 0 in the file. */
  readonly offset: number;
  /** How the vectors were projected, in the file's own words; null when it does not say. */
  readonly projection: string | null;
  /** Ids of the rows of prompt_grad; null for score_grad. */
  readonly promptIds: readonly string[] | null;
}

/** needs: more bytes from the start of the file; problem: a sentence for the user. */
export type HeaderResult =
  | { readonly kind: 'layout'; readonly layout: GradientLayout }
  | { readonly kind: 'needs'; readonly bytes: number }
  | { readonly kind: 'problem'; readonly problem: string };

/** Bytes of one row. */
export function rowBytes(layout: GradientLayout): number {
  return layout.dimension * { F16: 2, BF16: 2, F32: 4, F64: 8 }[layout.type];
}

/** A sentence when a sidecar does not fit its log; null when it does. `fileBytes` is the sidecar's size. */
export function layoutProblem(layout: GradientLayout, samples: number, fileBytes: number): string | null {
  const expected = layout.offset + layout.rows * rowBytes(layout);
  if (fileBytes < expected) {
    return t`The gradient file is cut off: its header promises ${layout.rows} rows, ${expected} bytes, and it has ${fileBytes}.`;
  }
  if (layout.tensor === 'score_grad' && layout.rows !== samples) {
    return t`The gradient file has ${layout.rows} rows but the log has ${samples} samples; row i must be the i-th sample.`;
  }
  return null;
}
