/**
 * One run's prompts as columns: all that the report and the view need, per prompt, never per sample.
 * Row x of every column is the same prompt. P is the number of prompts. NaN means unknown.
 */
export interface PromptColumns {
  /** Prompt ids, in the order in which the log first names them. */
  readonly id: readonly string[];
  /** Samples counted, [P]; errored samples are counted only under the policy "errored is wrong". 0 where only an exact rate is known. */
  readonly n: Int32Array;
  /** Correct samples among the n, [P]. */
  readonly c: Int32Array;
  /** Errored samples, [P], counted in n or not. */
  readonly errored: Int32Array;
  /** Exact pass rates that a log gives instead of counts, [P], NaN where counts speak; null when no prompt has one. */
  readonly exactRate: Float64Array | null;
  /** What the gradients say; null when the run has no gradient source. */
  readonly gradients: GradientColumns | null;
  /** What the log says beside verdicts; each absent where it says nothing of the kind. */
  readonly categories?: CategoryColumn;
  /** Samples left out because their sample number came before, and facts that came twice, [P]. */
  readonly duplicates?: Int32Array;
  readonly lengths?: LengthColumns;
  readonly answers?: AnswerColumns;
}

/** The log's own kind of each prompt: subject, level, task. */
export interface CategoryColumn {
  readonly names: readonly string[];
  /** Index into names, -1 where the log gives none, [P]. */
  readonly of: Int32Array;
}

/** How long responses are, by verdict; errored samples are in neither. All [P]. */
export interface LengthColumns {
  /** bytes: of the response as the log writes it; unknown: a number of the log that does not say what it counts. */
  readonly unit: 'tokens' | 'characters' | 'bytes' | 'unknown';
  /** Mean length of the correct samples, and of the wrong ones; NaN where there are none, or none with a length. */
  readonly correct: Float64Array;
  readonly wrong: Float64Array;
}

/** What the answers of a prompt say; samples without one are left out. All [P], NaN where no sample has an answer. */
export interface AnswerColumns {
  /** Different answers seen, all correct ones as one. */
  readonly distinct: Float64Array;
  /** In nats (answerEntropy). */
  readonly entropy: Float64Array;
  /** Chance that the most frequent answer of all n samples is correct: 0 or 1, or a share where it ties. */
  readonly majority: Float64Array;
}

export type GradientSource = 'score_grad' | 'prompt_grad' | 'summary' | 'agreement';
/** unbiased: MATH.md 4.3. plug-in: w(p) times given vectors, biased. exact: exact pass rates and exact gradients. */
export type Estimator = 'unbiased' | 'plug-in' | 'exact';

export interface GradientColumns {
  readonly source: GradientSource;
  readonly estimator: Estimator;
  /** Length of the gradient vectors; null for the source "agreement". */
  readonly dimension: number | null;
  /** How the vectors were projected, in the log's own words; null when it does not say. */
  readonly projection: string | null;
  /** 1 where the prompt takes part in the population J1 is the mean over; prompts with too few samples are left out. [P] */
  readonly included: Uint8Array;
  /** a(x), [P]; NaN where unknown: one verdict only, no gradient, not included. */
  readonly agreement: Float64Array;
  /** Standard error of a(x) from sampling, [P]; NaN where unknown. */
  readonly agreementSe: Float64Array;
  /** What gives w_k(x) a(x) without bias for any k; null unless the estimator is "unbiased". */
  readonly pairs: PairSums | null;
  /** The inner product at every k on offer. */
  readonly curve: ConflictCurve;
}

/**
 * Seven numbers a prompt from which <w_k grad p(x), grad J1> follows without bias for every k <= n-1 (MATH.md 4.3).
 * S_c, S_w: sums of the score vectors of the correct and the wrong samples; g(x): leave-one-out gradient; G: sum of g
 * over the included prompts. All [P].
 */
export interface PairSums {
  /** Samples whose score vector was read, [P]: fewer than the prompt's n where some have none. */
  readonly n: Int32Array;
  /** The correct ones among them. */
  readonly c: Int32Array;
  /** <S_c(x), G - g(x)> */
  readonly correctDotRest: Float64Array;
  /** <S_w(x), G - g(x)> */
  readonly wrongDotRest: Float64Array;
  /** CC = |S_c|^2 - Q_c */
  readonly correctPairs: Float64Array;
  /** CW = 2 <S_c, S_w> */
  readonly crossPairs: Float64Array;
  /** WW = |S_w|^2 - Q_w */
  readonly wrongPairs: Float64Array;
}

/** <grad J_k, grad J_1> as a function of k, K values of k, ascending. NaN means unknown. All [K]. */
export interface ConflictCurve {
  readonly k: Int32Array;
  /** Mean over the included prompts ("this benchmark"). */
  readonly innerProduct: Float64Array;
  /** Standard error with the prompts fixed: delete-one-sample jackknife; 0 for exact; the population's, as a bound, for summaries. */
  readonly se: Float64Array;
  /** The prompt population's inner product: pairs of different prompts only. */
  readonly populationInnerProduct: Float64Array;
  /** Standard error over prompts (Hajek). */
  readonly populationSe: Float64Array;
  /** cos(grad J_k, grad J_1) with norms corrected for bias. */
  readonly cosine: Float64Array;
  /** The paper's plug-in, biased; shown beside, labelled so. */
  readonly plugIn: Float64Array;
}
