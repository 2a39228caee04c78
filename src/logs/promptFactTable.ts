import { vectorProblem } from './gradients/vectorProblem';
import type { PromptFacts, PromptSummary } from './recordSink';

/** What records of whole prompts say, by prompt entry. Counts and summaries add up; of anything else the first stays. */
export class PromptFactTable {
  readonly counts = new Map<number, { n: number; c: number }>();
  readonly passRates = new Map<number, number>();
  readonly agreements = new Map<number, number>();
  readonly gradients = new Map<number, Float64Array>();
  readonly summaries = new Map<number, PromptSummary>();
  /** Facts that came a second time and do not add up. */
  repeated = 0;

  /** @returns why a part of the facts could not be used; null when all was */
  add(entry: number, facts: PromptFacts): string | null {
    let problem: string | null = null;
    if (facts.n !== null && facts.c !== null) {
      const known = this.counts.get(entry);
      if (known === undefined) this.counts.set(entry, { n: facts.n, c: facts.c });
      else {
        known.n += facts.n;
        known.c += facts.c;
      }
    }
    let repeated = false;
    if (facts.passRate !== null) repeated = keepFirst(this.passRates, entry, facts.passRate) || repeated;
    if (facts.agreement !== null) repeated = keepFirst(this.agreements, entry, facts.agreement) || repeated;
    if (facts.promptGrad !== null) {
      const wrong = vectorProblem('prompt_grad', facts.promptGrad, this.dimensionOf(this.gradients.values().next().value));
      if (wrong === null) repeated = keepFirst(this.gradients, entry, facts.promptGrad) || repeated;
      else problem = wrong;
    }
    if (facts.summary !== null) problem = this.addSummary(entry, facts.summary) ?? problem;
    if (repeated) this.repeated++;
    return problem;
  }

  private dimensionOf(vector: Float64Array | undefined): number | null {
    return vector === undefined ? null : vector.length;
  }

  private addSummary(entry: number, summary: PromptSummary): string | null {
    const dimension = this.dimensionOf(this.summaries.values().next().value?.sumCorrect);
    const wrong = vectorProblem('S_correct', summary.sumCorrect, dimension)
      ?? vectorProblem('S_wrong', summary.sumWrong, summary.sumCorrect.length)
      ?? (Number.isFinite(summary.squaresCorrect + summary.squaresWrong) ? null : 'Q_correct or Q_wrong is not a number');
    if (wrong !== null) return wrong;
    const known = this.summaries.get(entry);
    this.summaries.set(entry, known === undefined ? summary : {
      sumCorrect: sum(known.sumCorrect, summary.sumCorrect),
      sumWrong: sum(known.sumWrong, summary.sumWrong),
      squaresCorrect: known.squaresCorrect + summary.squaresCorrect,
      squaresWrong: known.squaresWrong + summary.squaresWrong,
    });
    return null;
  }
}

function keepFirst<T>(map: Map<number, T>, entry: number, value: T): boolean {
  if (map.has(entry)) return true;
  map.set(entry, value);
  return false;
}

function sum(left: Float64Array, right: Float64Array): Float64Array {
  return left.map((value, at) => value + (right[at] as number));
}
