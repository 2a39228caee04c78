import { vectorProblem } from './gradients/vectorProblem';
import type { PromptFacts, PromptSummary } from './recordSink';

/** What records of whole prompts say, by prompt entry. Counts and summaries add up; of anything else the first stays. */
export class PromptFactTable {
  readonly counts = new Map<number, { readonly n: number; readonly c: number }>();
  readonly passRates = new Map<number, number>();
  readonly agreements = new Map<number, number>();
  readonly gradients = new Map<number, Float64Array>();
  readonly summaries = new Map<number, PromptSummary>();
  /** Facts that came a second time and do not add up. */
  repeated = 0;

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
    if (repeated) this.repeated++;
    return null;
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
      if (!(squaresCorrect >= 0 && squaresWrong >= 0 && squaresCorrect + squaresWrong < Infinity)) return 'Q_correct and Q_wrong must be numbers, 0 or above';
      if (n === null || c === null) return 'S_correct and S_wrong need the counts n and c of their samples';
    }
    // Sums over some of a prompt's samples beside counts of all of them would be wrong without a sign of it.
    if (n !== null && this.counts.has(entry) && this.summaries.has(entry) !== (summary !== null)) {
      return 'some records of this prompt have S_correct and S_wrong, this one differs';
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
