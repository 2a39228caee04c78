import { sharedFile } from './sharedData';

/** The parts of golden.json that tests read. */
export interface Golden {
  readonly counts: readonly { n: number; c: number; k: number; pass_at_k: number; w_hat: number; w_plugin: number; pass_hat_k: number; pass_at_k_var: number | null }[];
  readonly intervals: readonly { n: number; c: number; wilson95: [number, number]; jeffreys95: [number, number] }[];
  readonly beta_binomial: {
    readonly n: number[];
    readonly c: number[];
    readonly alpha: number;
    readonly beta: number;
    readonly posterior_pass_at: Record<string, number>;
  };
  readonly bh: { readonly p: number[]; readonly q: number; readonly adjusted: number[]; readonly reject: boolean[] };
  readonly toyA_paper_sec3_3: GoldenToy;
  readonly toyB_main: GoldenToy & {
    readonly mitigation_k16: GoldenMitigation;
    readonly contour_k16_rows_theta0_theta1_J1_J16_IP: [number, number, number, number, number][];
  };
  readonly golden_log_expected: {
    readonly n: number;
    readonly c_before: number[];
    readonly c_after: number[];
    readonly g_loo: number[][];
    readonly h_loo_k8: number[][];
    readonly kself_u: number[];
    readonly wself_u_k8: number[];
    readonly fisher_p: number[];
    readonly bh_adjusted: number[];
    readonly newcombe: [number, number][];
    readonly [key: `pass@${number}_before`]: [number, number];
    readonly [key: `paired_delta_pass@${number}`]: [number, number];
    readonly [key: `D_${number}_unbiased_linear`]: [number, number];
    readonly [key: `inner_product_k${number}`]: { population_U: number; benchmark: number; plugin: number; se_U: number };
  };
  readonly newcombe_p1_minus_p0: readonly { n0: number; c0: number; n1: number; c1: number; ci95: [number, number]; fisher_p: number }[];
  readonly gpass: readonly { n: number; c: number; k: number; tau: number; value: number }[];
  readonly mgpass: readonly { n: number; c: number; k: number; value: number }[];
  readonly maj_at_k: readonly { correct: number; wrong: number[]; k: number; value: number }[];
  readonly best_of_k: readonly { scores: number[]; correct: number[]; k: number; value: number }[];
}

export interface GoldenToy {
  readonly theta: [number, number];
  readonly s: number[];
  /** 0 easy, 1 hard */
  readonly lab: number[];
  readonly p: number[];
  readonly grad: [number, number][];
  readonly a: number[];
  /** Over k from 1. */
  readonly IP: number[];
  readonly J: number[];
  readonly cos: number[];
  readonly Ew: number[];
  readonly cov: number[];
  readonly Etilde_a: number[];
  readonly conflict_runs_k1_64: [number, number][];
  readonly cos_kernel: number[][];
  readonly w: Record<string, number[]>;
}

export interface GoldenMitigation {
  readonly IP: number;
  readonly norm2_J1: number;
  readonly contributions: number[];
  readonly passk_agreement_b: number[];
  readonly pcgrad_lambda: number;
  readonly blend_alpha: number;
  readonly cap_tau: number;
  readonly temper_gamma: number;
  readonly drop_set: number[];
  readonly drop_remaining_sum: number;
  readonly l2_mu: number;
  readonly l2_weights: number[];
  readonly step_raw: GoldenStep;
  readonly step_pcgrad: GoldenStep;
  readonly step_cap: GoldenStep;
  readonly step_drop: GoldenStep;
}

export interface GoldenStep {
  readonly eta: number;
  readonly first_order_dJ1: number;
  readonly first_order_dJk: number;
}

let parsed: Golden | undefined;

/** golden.json, read once. */
export function golden(): Golden {
  return (parsed ??= JSON.parse(sharedFile('golden', 'golden.json').toString('utf8')) as Golden);
}
