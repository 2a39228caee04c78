import type { Interval, MeanEstimate, ReportSource } from '../reportShape';

/** What two checkpoints of the same prompts show: one shape for the command line, the view and the tests. Unknown is null. */
export interface Comparison {
  readonly schema: 'passk/compare@1';
  readonly label: 'Observed pass@1/pass@k movement between two checkpoints (not a gradient measurement)';
  readonly k: number;
  readonly before: ReportSource;
  readonly after: ReportSource;
  readonly prompts: {
    /** Prompts with samples in both. */
    readonly paired: number;
    readonly onlyBefore: readonly string[];
    readonly onlyAfter: readonly string[];
    /** In both, but without samples in one of them: exact rates, or errors only. */
    readonly withoutSamples: readonly string[];
    /** Paired, though their texts differ: either their id is no id, or the prompt was written anew. */
    readonly otherText: readonly string[];
  };
  readonly passAt1: Movement;
  readonly passAtK: Movement;
  /** Both movements in one sentence. */
  readonly verdict: string;
  readonly pattern: MovementPattern;
  readonly linear: LinearMovement;
  /** Movements at every k to 128, about 16 an octave above, and the k asked for, with the first-order part. */
  readonly byK: readonly { readonly k: number; readonly observed: MeanEstimate; readonly firstOrder: MeanEstimate }[];
  readonly buckets: readonly BucketMovement[];
  /** Prompts that were unsolved and are no longer, and the other way round, where that is no chance (false discovery rate 0.10). */
  readonly churn: { readonly solved: readonly string[]; readonly lost: readonly string[] };
  readonly promptTable: readonly PromptMovement[];
}

/**
 * traded: pass@1 fell while pass@k rose, as pass@k training may by its objective; sharpened: the other way round, as
 * training on pass@1 often does. Neither names a cause: curvature, entropy, format, length and chance give the same.
 */
export type MovementPattern = 'traded' | 'sharpened' | 'both rose' | 'both fell' | 'unclear';
export type MovementSign = 'rose' | 'fell' | 'unclear';

export interface Movement extends MeanEstimate {
  readonly k: number;
  /** pass@k of the prompts that are paired. */
  readonly before: number | null;
  readonly after: number | null;
  /** Two-sided, by flipping signs; for fewer than 50 prompts, else null. */
  readonly signFlipP: number | null;
  /** By the 95% interval and, for fewer than 50 prompts, a sign-flip p of at most 0.05 too. */
  readonly sign: MovementSign;
}

/** The first-order part of the movement, mean of w_k(p before) (p after - p before), and whether it explains the observed. */
export interface LinearMovement extends MeanEstimate {
  readonly k: number;
  /** Observed less first-order. */
  readonly gap: MeanEstimate;
  /** False where the gap is beyond two standard errors: the step was too large for a first-order reading. */
  readonly holds: boolean | null;
}

/** Prompts by their pass rate before, chosen on one half of the earlier samples and measured on the other. */
export interface BucketMovement {
  /** Pass rate above `above` (of the first, at least) and up to `upTo`. */
  readonly above: number;
  readonly upTo: number;
  readonly movement: MeanEstimate;
  /** Its part of the movement of pass@1 over all buckets. */
  readonly contribution: number | null;
}

export interface PromptMovement {
  readonly id: string;
  readonly before: { readonly n: number; readonly c: number };
  readonly after: { readonly n: number; readonly c: number };
  readonly change: number;
  /** Newcombe, 95%. */
  readonly ci: Interval;
  /** Fisher's exact test. */
  readonly p: number;
  /** After Benjamini and Hochberg over the paired prompts. */
  readonly adjustedP: number;
  /** At a false discovery rate of 0.10. */
  readonly sign: MovementSign;
  /** Estimated w_k, before and after; null where k > n + 1. */
  readonly weight: { readonly before: number | null; readonly after: number | null };
  /** Agreement, from the gradients of either log; null where unknown. */
  readonly agreement: { readonly before: number | null; readonly after: number | null };
}
