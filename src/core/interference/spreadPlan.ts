/** What of many samples at once the second pass needs: how to project them, and which of them count alike. */
export interface SpreadPlan {
  /** Orthonormal directions one after the other, [size·d]. */
  readonly basis: Float64Array;
  readonly size: number;
  /** G, the gradient of J1 summed over the prompts, [d], and how many they are. */
  readonly gradient: Float64Array;
  readonly prompts: number;
  /** Prompts with the same n, c and batch share a class; -1 where the samples do not count, [P]. */
  readonly classOf: Int32Array;
  readonly classes: number;
  /** What S_c and S_w of a prompt count for in its gradient. */
  readonly weights: (prompt: number) => { readonly correct: number; readonly wrong: number };
  /** What a correct and a wrong sample of a prompt count for in its difference, the signs taking turns; null: none are wanted. */
  readonly factors: ((prompt: number) => { readonly correct: number; readonly wrong: number }) | null;
}

/** What samples add up to, projected by a plan. */
export interface ProjectedSamples {
  /** Samples of prompts that have a class. */
  readonly count: number;
  /** Σ y yᵀ over the samples' projections y on the basis, of each class: its correct samples, then its wrong ones. Matrices of [size·stride], of which the upper triangle is read. */
  readonly moments: Float64Array;
  readonly stride: number;
  /** Σ (s·(G - ĝ(x))/N)² over the correct and over the wrong samples of each prompt, [P] each. */
  readonly squaresCorrect: Float64Array;
  readonly squaresWrong: Float64Array;
  /** D_y of each prompt where they are wanted, [P]. */
  readonly differences: readonly Float64Array[];
}
