import type { LengthColumns } from '../promptColumns';
import { passAtK } from './passAtK';

/** How long the responses are that a solved prompt costs, in the unit of the lengths; NaN where unknown. */
export interface LengthCost {
  /** Prompts with k samples whose lengths are known. */
  readonly prompts: number;
  /** Of all k attempts. */
  readonly all: number;
  /** Of the attempts up to the first correct one. */
  readonly stopping: number;
}

/**
 * Expected length of all responses to a solved prompt, of its wrong attempts and of the correct one:
 *
 *     all k:      Σ_x k (c l_c + (n-c) l_w)/n / Σ_x pass@k(x)
 *     stopping:   Σ_x (E[wrong attempts | x] l_w + pass@k(x) l_c) / Σ_x pass@k(x)
 *
 * with E[wrong attempts | x] = Σ_{j=1..k} (1 - pass@j(x)), and l the mean length of the prompt's correct and wrong responses. A
 * prompt without any correct, or any wrong, response needs no length of that kind.
 * @param n, @param c counts of P prompts; @param k whole number >= 1
 * Cost: O(P k).
 */
export function lengthCost(n: ArrayLike<number>, c: ArrayLike<number>, { correct, wrong }: Pick<LengthColumns, 'correct' | 'wrong'>, k: number): LengthCost {
  let prompts = 0;
  let solved = 0;
  let all = 0;
  let stopping = 0;
  for (let x = 0; x < n.length; x++) {
    if (n[x] < k) continue;
    const [good, bad] = [c[x] === 0 ? 0 : correct[x], c[x] === n[x] ? 0 : wrong[x]];
    if (Number.isNaN(good + bad)) continue;
    const passed = passAtK(n[x], c[x], k);
    let failures = 0;
    for (let j = 1; j <= k; j++) failures += 1 - passAtK(n[x], c[x], j);
    prompts++;
    solved += passed;
    all += (k * (c[x] * good + (n[x] - c[x]) * bad)) / n[x];
    stopping += failures * bad + passed * good;
  }
  return solved > 0 ? { prompts, all: all / solved, stopping: stopping / solved } : { prompts, all: NaN, stopping: NaN };
}
