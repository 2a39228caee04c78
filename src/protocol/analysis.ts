import type { PromptMean } from '../core/counts/meanOverPrompts';
import type { CertifiedConflict } from '../core/interference/certifiedConflict';
import type { GradientPlane } from '../core/interference/gradientPlane';
import type { OnsetSummary } from '../core/interference/onsetSummary';
import type { StepSizeBound } from '../core/interference/stepSizeBound';
import type { Partner } from '../core/interference/strongestPartners';
import type { MitigationCheck } from '../core/mitigation/checkedMitigation';
import type { MitigationMethod } from '../core/mitigation/mitigatedWeights';
import type { ComparisonSnapshot } from './comparisonSnapshot';

/** What is worked out only when asked for, of the run that is shown. Prompts are rows of the snapshot's columns. */
export type Analysis =
  /** Where the conflict begins, over bootstrap resamples of the prompts (1,000 are usual). */
  | { readonly kind: 'onset'; readonly resamples: number }
  /** The prompts that one prompt interferes with most: `count` of each sign. */
  | { readonly kind: 'partners'; readonly prompt: number; readonly count: number }
  /** Cosine between the gradients of these prompts, at most 2,000. */
  | { readonly kind: 'kernel'; readonly prompts: readonly number[] }
  /** dropped: prompts to leave out of the pass@k objective, a what-if beside the methods. */
  | { readonly kind: 'mitigation'; readonly k: number; readonly methods: readonly MitigationMethod[]; readonly dropped?: readonly number[] }
  /** J1 and J_k in the plane of their gradients. */
  | { readonly kind: 'plane'; readonly k: number }
  /** The paper's sufficient condition for a conflict: loose. */
  | { readonly kind: 'certified'; readonly k: number }
  /** pass^k, mG-Pass@k, majority@k and best-of-k over the whole curve. */
  | { readonly kind: 'metrics'; readonly k: number }
  /** All runs of the log beside each other, as a comparison of several logs. */
  | { readonly kind: 'checkpoints' };

/** NaN is unknown. */
export type AnalysisResult =
  /** onsets: first k in conflict of each resample, NaN where there is none. */
  | { readonly kind: 'onset'; readonly onset: OnsetSummary; readonly onsets: Float64Array }
  /** unknown: prompts whose gradient is unknown, which can be nobody's partner as far as the log tells. */
  | { readonly kind: 'partners'; readonly prompt: number; readonly negative: readonly Partner[]; readonly positive: readonly Partner[]; readonly unknown: number }
  /**
   * prompts: those with a known gradient, hard to easy; cosine: [m·m], row by row; unknown: how many were left out;
   * blocks: mean kernel between hard, middle and easy, [3·3], over all prompts.
   */
  | { readonly kind: 'kernel'; readonly prompts: Int32Array; readonly cosine: Float32Array; readonly unknown: number; readonly blocks: Float64Array }
  | {
      readonly kind: 'mitigation';
      readonly k: number;
      /** The weights of pass@k as they are, to compare with. */
      readonly raw: Remedy;
      readonly remedies: readonly (Remedy & { readonly method: MitigationMethod; readonly parameter: number })[];
      /** Pass@k without the prompts that were to be dropped; null where none were named. */
      readonly without: Remedy | null;
      /** The largest k up to which no k conflicts. */
      readonly largestSafeK: number;
      /** Why nothing could be checked on other samples; null where it was. */
      readonly unchecked: string | null;
    }
  | { readonly kind: 'plane'; readonly plane: GradientPlane; readonly label: string }
  /**
   * squaredScore: G², the largest mean of |∇log π|² over the prompts, as estimated. threshold: k above which prop. 4.5 promises
   * a conflict, NaN where it does not apply. step: of prop. 4.6, with F taken as G².
   */
  | {
      readonly kind: 'certified';
      readonly certified: CertifiedConflict;
      readonly squaredScore: number;
      readonly threshold: number;
      readonly step: StepSizeBound;
      readonly label: string;
    }
  /**
   * Every k to 128 and 16 an octave above, as far as some prompt has samples. bestOfK: null where the log has no scores beside
   * verdicts; majority: null where it has no answers. simultaneous: standard errors to either side of a band over all k.
   */
  | { readonly kind: 'metrics'; readonly rows: readonly MetricsRow[]; readonly simultaneous: number }
  | { readonly kind: 'checkpoints'; readonly comparison: ComparisonSnapshot };

/**
 * Some rows of a kernel that is being worked out, hard to easy as in its answer, which comes after the last of them and is whole.
 */
export interface KernelRows {
  /** Of all rows. */
  readonly prompts: Int32Array;
  /** Rows first … end are here … */
  readonly first: number;
  readonly end: number;
  /** … each from its beginning to the diagonal, one after the other. */
  readonly lower: Float32Array;
}

/** The other metrics of n samples at one k, each with its 95% interval. */
export interface MetricsRow {
  readonly k: number;
  readonly passAtK: PromptMean;
  readonly passHatK: PromptMean;
  readonly mgPass: PromptMean;
  /** G-Pass@k at the shares 0.25, 0.5 and 0.75; at 1 it is pass^k. */
  readonly gPass: readonly [quarter: PromptMean, half: PromptMean, threeQuarters: PromptMean];
  readonly bestOfK: PromptMean | null;
  /** Unknown, a count of 0, at a k that would take too long to count exactly. */
  readonly majority: PromptMean | null;
}

/** Weights for the trainer and what one plain gradient step with them does, a unit of step size, to first order. */
export interface Remedy {
  /** [P] */
  readonly weights: Float64Array;
  /** By the samples that chose the weights: too favourable. */
  readonly predicted: { readonly passAt1: number; readonly passAtK: number };
  /** Chosen on one half of the samples and checked on the other. */
  readonly check: MitigationCheck | null;
}
