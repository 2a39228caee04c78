import { vectorProblem } from './gradients/vectorProblem';
import type { PromptFacts, PromptSummary } from './recordSink';
import { t } from '../texts/t';

/** What a run's records say of gradients, row by row as in RunColumns of SampleTable; null where no record says it. */
export interface PromptGradientFacts {
  readonly promptGrad: readonly (Float64Array | null)[] | null;
  readonly summaries: readonly (PromptSummary | null)[] | null;
  /** [P], NaN where unknown. */
  readonly agreement: Float64Array | null;
}

/** What a table of facts holds, by prompt entry. */
export type SavedFacts = Pick<PromptFactTable, 'counts' | 'passRates' | 'agreements' | 'gradients' | 'summaries' | 'repeated'>;

/** What records of whole prompts say, by prompt entry. Counts and summaries add up; of anything else the first stays. */
export class PromptFactTable {
  readonly counts: Map<number, { readonly n: number; readonly c: number }>;
  readonly passRates: Map<number, number>;
  readonly agreements: Map<number, number>;
  readonly gradients: Map<number, Float64Array>;
  readonly summaries: Map<number, PromptSummary>;
  /** How many facts came a second time and do not add up. */
  readonly repeated: Map<number, number>;

  constructor(saved?: SavedFacts) {
    this.counts = new Map(saved?.counts);
    this.passRates = new Map(saved?.passRates);
    this.agreements = new Map(saved?.agreements);
    this.gradients = new Map(saved?.gradients);
    this.summaries = new Map(saved?.summaries);
    this.repeated = new Map(saved?.repeated);
  }

  save(): SavedFacts {
    const { counts, passRates, agreements, gradients, summaries, repeated } = this;
    return { counts, passRates, agreements, gradients, summaries, repeated };
  }

  /** @returns why the facts could not be used; null when they were */
  add(entry: number, facts: PromptFacts): string | null {
    const problem = this.#problemOf(entry, facts);
    if (problem !== null) return problem;
    if (facts.n !== null && facts.c !== null) {
      const known = this.counts.get(entry) ?? { n: 0, c: 0 };
      this.counts.set(entry, { n: known.n + facts.n, c: known.c + facts.c });
    }
    if (facts.summary !== null) this.summaries.set(entry, total(this.summaries.get(entry), facts.summary));
    let repeated = false;
    if (facts.passRate !== null) repeated = keepFirst(this.passRates, entry, facts.passRate) || repeated;
    if (facts.agreement !== null) repeated = keepFirst(this.agreements, entry, facts.agreement) || repeated;
    if (facts.promptGrad !== null) repeated = keepFirst(this.gradients, entry, facts.promptGrad) || repeated;
    if (repeated) this.repeated.set(entry, (this.repeated.get(entry) ?? 0) + 1);
    return null;
  }

  /** No record said anything of gradients. */
  get isWithoutGradients(): boolean {
    return this.gradients.size + this.summaries.size + this.agreements.size === 0;
  }

  /** What is known of some entries, whose samples count n and c. Summaries only where they speak of the samples that are counted. */
  gradientsOf(prompts: Int32Array, n: Int32Array, c: Int32Array): PromptGradientFacts {
    const summaries = Array.from(prompts, (prompt, row) => {
      const given = this.counts.get(prompt);
      return given?.n === n[row] && given?.c === c[row] ? (this.summaries.get(prompt) ?? null) : null;
    });
    const vectors = Array.from(prompts, (prompt) => this.gradients.get(prompt) ?? null);
    const agreement = Float64Array.from(prompts, (prompt) => this.agreements.get(prompt) ?? NaN);
    return {
      promptGrad: vectors.some((vector) => vector !== null) ? vectors : null,
      summaries: summaries.some((summary) => summary !== null) ? summaries : null,
      agreement: agreement.some((value) => !Number.isNaN(value)) ? agreement : null,
    };
  }

  get repeatedCount(): number {
    let count = 0;
    for (const times of this.repeated.values()) count += times;
    return count;
  }

  /** Counts of some entries with their repeated facts added; null where the sum is 0 for all. */
  withRepeated(entries: Int32Array, counts: Int32Array): Int32Array | null {
    const sums = counts.map((count, row) => count + (this.repeated.get(entries[row] as number) ?? 0));
    return sums.some((sum) => sum > 0) ? sums : null;
  }

  #problemOf(entry: number, { n, c, promptGrad, summary }: PromptFacts): string | null {
    if (promptGrad !== null) {
      const wrong = vectorProblem('prompt_grad', promptGrad, firstLength(this.gradients.values()));
      if (wrong !== null) return wrong;
    }
    if (summary !== null) {
      const { sumCorrect, sumWrong, squaresCorrect, squaresWrong } = summary;
      const dimension = this.summaries.values().next().value?.sumCorrect.length ?? null;
      const wrong = vectorProblem('S_correct', sumCorrect, dimension) ?? vectorProblem('S_wrong', sumWrong, sumCorrect.length);
      if (wrong !== null) return wrong;
      if (!(squaresCorrect >= 0 && squaresWrong >= 0 && squaresCorrect + squaresWrong < Infinity)) return t`Q_correct and Q_wrong must be numbers, 0 or above`;
      if (n === null || c === null) return t`S_correct and S_wrong need the counts n and c of their samples`;
    }
    // Sums over some of a prompt's samples beside counts of all of them would be wrong without a sign of it.
    if (n !== null && this.counts.has(entry) && this.summaries.has(entry) !== (summary !== null)) {
      return t`some records of this prompt have S_correct and S_wrong, this one differs`;
    }
    return null;
  }
}

function firstLength(vectors: Iterator<Float64Array>): number | null {
  const first = vectors.next();
  return first.done === true ? null : first.value.length;
}

function total(known: PromptSummary | undefined, more: PromptSummary): PromptSummary {
  return known === undefined ? more : {
    sumCorrect: sum(known.sumCorrect, more.sumCorrect),
    sumWrong: sum(known.sumWrong, more.sumWrong),
    squaresCorrect: known.squaresCorrect + more.squaresCorrect,
    squaresWrong: known.squaresWrong + more.squaresWrong,
  };
}

function keepFirst<T>(map: Map<number, T>, entry: number, value: T): boolean {
  if (map.has(entry)) return true;
  map.set(entry, value);
  return false;
}

function sum(left: Float64Array, right: Float64Array): Float64Array {
  return left.map((value, at) => value + (right[at] as number));
}
