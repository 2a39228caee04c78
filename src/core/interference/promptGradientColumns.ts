import type { GradientColumns } from '../promptColumns';

export interface PromptGradients {
  /** ∇p(x) of each prompt, null where the log has none, [P]; all of one length. */
  readonly vectors: readonly (Float64Array | Float32Array | null)[];
  readonly n: Int32Array;
  readonly c: Int32Array;
  /** As in PromptColumns. */
  readonly exactRate: Float64Array | null;
  readonly projection: string | null;
  /** Values of k that must be on the curve if they are in range. */
  readonly asked?: readonly number[];
}

/**
 * The gradient columns from one vector a prompt, ∇p(x): "exact" when every prompt that has a vector also has an exact
 * pass rate, else "plug-in" (w(c/n) times the given vector, biased; MATH.md 4.3).
 * @returns null when no prompt has a usable vector
 * @throws RangeError if the vectors differ in length
 */
export function promptGradientColumns(gradients: PromptGradients): GradientColumns | null {
  throw new Error(`not there yet ${gradients.vectors.length}`);
}
