import type { Estimator, GradientSource } from './promptColumns';

/** The report of DESIGN.md 4: one shape for the view, the command line and the tests. Unknown is null, never 0. */
export interface Report {
  readonly schema: 'passk/report@1';
  readonly source: ReportSource;
  readonly prompts: {
    readonly count: number;
    readonly samples: number;
    readonly samplesPerPrompt: { readonly min: number | null; readonly median: number | null; readonly max: number | null };
    readonly unsolved: number;
    readonly saturated: number;
    readonly mixed: number;
  };
  readonly passAtK: readonly PassAtKRow[];
  readonly weights: WeightSummary;
  readonly gradients: {
    readonly source: GradientSource | 'none';
    readonly dimension: number | null;
    readonly projection: string | null;
  };
  readonly conflict: ConflictSummary | null;
  /** By the log's own categories of prompts; absent where it has none. */
  readonly categories?: CategorySummary;
  /** How long responses are, by verdict; absent where the log does not say. */
  readonly lengths?: LengthSummary;
  /** What the answers say; absent where the log has none. */
  readonly answers?: AnswerSummary;
  readonly promptTable: readonly PromptRow[];
}

/** A mean over prompts, its standard error and 95% interval, and how many prompts it is a mean over. */
export interface MeanEstimate {
  readonly estimate: number | null;
  readonly se: number | null;
  readonly ci: Interval | null;
  readonly prompts: number;
}

export interface CategorySummary {
  readonly k: number;
  readonly rows: readonly CategoryRow[];
  /** Prompts that the log gives no category. */
  readonly without: number;
  /** pass@1 and pass@k over all prompts that have one, should the prompts of a category rise and fall together. */
  readonly clustered: { readonly passAt1: MeanEstimate; readonly passAtK: MeanEstimate };
}

export interface CategoryRow {
  readonly category: string;
  readonly prompts: number;
  readonly unsolved: number;
  readonly saturated: number;
  readonly passAt1: MeanEstimate;
  readonly passAtK: MeanEstimate;
  /** Its part of the weight of all prompts whose weight can be estimated. */
  readonly weightShare: number | null;
  /** Over the prompts whose agreement is known. */
  readonly agreement: MeanEstimate;
  /** Sign of the mean agreement at a false discovery rate of 0.10 over the categories. */
  readonly interference: Interference;
}

export interface LengthSummary {
  /** bytes: of the response as the log writes it; unknown: a number of the log that does not say what it counts. */
  readonly unit: 'tokens' | 'characters' | 'bytes' | 'unknown';
  /** Mean over prompts of their correct samples' length, and of their wrong ones'. */
  readonly correct: MeanEstimate;
  readonly wrong: MeanEstimate;
  /** Correct less wrong within the same prompt, over the prompts that have both: pooled lengths would compare easy prompts with hard ones. */
  readonly gap: MeanEstimate;
}

export interface AnswerSummary {
  /** Different answers of a prompt, all correct ones as one. */
  readonly distinct: MeanEstimate;
  /** In nats, corrected for few samples (Miller and Madow). */
  readonly entropy: MeanEstimate;
  /** Share of prompts whose most frequent answer, of all their samples, is correct. */
  readonly majority: MeanEstimate;
}

export interface SourceFile {
  readonly path: string;
  readonly bytes: number;
  readonly format: string;
  readonly samples: number;
  /** Which field was read as what: { verdict: "acc", prompt: "doc_id" }; absent where nothing was read. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface ReportSource {
  readonly files: readonly SourceFile[];
  readonly samples: number;
  readonly malformedCount: number;
  /** The first 100. Lines count from 1. */
  readonly malformed: readonly { readonly file: string; readonly line: number; readonly reason: string }[];
  readonly errored: number;
  readonly duplicates: number;
  /** The run shown, and all runs, where the log tells several apart; absent otherwise. */
  readonly run?: string;
  readonly runs?: readonly string[];
  /** Sentences the reader must know: a sidecar that was refused, prompts left out, … ; absent when there are none. */
  readonly notes?: readonly string[];
}

export type Interval = readonly [low: number, high: number];
export type EstimateStatus = 'solid' | 'fragile' | 'extrapolated';
export type Verdict = 'conflict' | 'no conflict' | 'inconclusive';

export interface PassAtKRow {
  readonly k: number;
  readonly estimate: number | null;
  readonly se: number | null;
  readonly ci: Interval | null;
  /** Prompts that the estimate is a mean over. */
  readonly prompts: number;
  readonly status: EstimateStatus;
}

export interface WeightSummary {
  readonly k: number;
  readonly mean: number | null;
  /** (sum w)^2 / sum w^2 */
  readonly effectivePrompts: number | null;
  readonly shareOnUnsolved: number | null;
}

export interface InnerProductEstimate {
  readonly innerProduct: number | null;
  readonly se: number | null;
  readonly ci: Interval | null;
  readonly verdict: Verdict;
}

export interface ConflictSummary extends InnerProductEstimate {
  readonly k: number;
  readonly estimator: Estimator;
  /** Sum over prompts: what the paper's figure 6 prints. */
  readonly sum: number | null;
  readonly cosine: number | null;
  /** The paper's plug-in, from weights w(p̂) and gradients of the same samples: biased, most often upwards, which hides a conflict. Null where it is the estimate itself. */
  readonly plugIn: number | null;
  readonly population: InnerProductEstimate;
  /** E[w], over the included prompts. */
  readonly meanWeight: number | null;
  /** E[a] = |grad J1|^2. */
  readonly meanAgreement: number | null;
  /** cov(w, a) = E[w a] - E[w] E[a]. */
  readonly covariance: number | null;
  /** E[w a] / E[w], the mean under the reweighted prompts: on the scale of meanAgreement. */
  readonly weightedMeanAgreement: number | null;
  /** weightedMeanAgreement - meanAgreement. */
  readonly shift: number | null;
  readonly byK: readonly { readonly k: number; readonly innerProduct: number | null; readonly ci: Interval | null; readonly verdict: Verdict }[];
  /** All runs of k whose verdict is "conflict". */
  readonly intervals: readonly Interval[];
  readonly groups: {
    readonly hard: { readonly below: number } & GroupSummary;
    readonly easy: { readonly above: number } & GroupSummary;
  };
}

export interface GroupSummary {
  readonly count: number;
  /** Mean over the prompts whose agreement is known. */
  readonly meanAgreement: number | null;
  /** Prompts whose agreement is below 0. */
  readonly negative: number;
}

export type PromptGroup = 'hard' | 'middle' | 'easy';
export type PromptState = 'unsolved' | 'mixed' | 'saturated';
export type Interference = 'negative' | 'positive' | 'unclear' | 'unknown';

export interface PromptRow {
  readonly id: string;
  readonly n: number | null;
  readonly c: number | null;
  readonly passRate: number | null;
  readonly ci: Interval | null;
  readonly passAtK: number | null;
  /** 95%, as the pass rate's interval has it. An unbiased pass@k or weight at k near n can lie beyond it. */
  readonly passAtKCi: Interval | null;
  readonly weight: number | null;
  readonly weightCi: Interval | null;
  readonly agreement: number | null;
  readonly agreementSe: number | null;
  /** 95%, Student's for fewer than 50 samples. */
  readonly agreementCi: Interval | null;
  readonly weightedAgreement: number | null;
  readonly group: PromptGroup | null;
  readonly state: PromptState | null;
  readonly interference: Interference;
  readonly flag: string | null;
  /** The log's own kind of the prompt; absent where the log gives none at all. */
  readonly category?: string | null;
  /** Samples left out because their sample number came before; absent where the run has none of them. */
  readonly duplicates?: number;
}
