import { plainProjector } from '../core/interference/projector';
import { promptProducts } from '../core/interference/promptProducts';
import type { ProjectedSamples } from '../core/interference/spreadPlan';
import { KeptRows } from '../logs/gradients/keptRows';
import { RowFeed } from '../logs/gradients/rowFeed';
import { slotOf } from '../logs/gradients/rowLayout';
import { vectorProblem } from '../logs/gradients/vectorProblem';
import { vectorProjector } from '../logs/gradients/vectorProjector';
import { Notes } from '../logs/notes';
import type { LogSink, PromptFacts, SampleDraft, SampleVerdict } from '../logs/recordSink';
import type { ErroredPolicy, SampleTable } from '../logs/sampleTable';
import { BITS, ROW, rowLines, rowVector, type PlainRows } from '../logs/scan/plainRows';
import { t } from '../texts/t';
import type { CountedVectors } from './countedVectors';
import type { VectorPasses } from './vectorPasses';

const MOST_PROMPTS = 1 << 18;
/** So much is kept for the second pass; a log with more is parsed again. */
const MOST_KEPT_BYTES = 32 << 20;

/**
 * Adds up the inline score vectors of a log while it is read into its table, so that each is parsed once. What samples count is
 * known only when all are read (a sample number may come twice): then this is of no use, and the log is read again.
 */
export class GatheredVectors implements LogSink {
  readonly wantsGradients = true;
  readonly #notes = new Notes();
  #feed: RowFeed | null = null;
  #kept: KeptRows | null = null;
  #hasGivenUp = false;
  /** Prompts that there is room for. */
  #reached = 0;
  #line = 1;

  /** @param mayGrow more may come, and then all is asked for again */
  constructor(readonly table: SampleTable, readonly errored: ErroredPolicy, readonly mayGrow: boolean) {}

  recordAt(file: number, offset: number, line: number): void {
    this.table.recordAt(file, offset, line);
    this.#line = line;
  }

  sample(draft: SampleDraft): void {
    const before = this.table.sampleCount;
    this.table.sample(draft);
    if (draft.scoreGrad !== null && this.table.sampleCount > before) this.#take(this.table.promptOf(before), draft.verdict, draft.scoreGrad, this.#line);
  }

  plainRows(rows: PlainRows, idPrefix: string): void {
    const before = this.table.sampleCount;
    this.table.plainRows(rows, idPrefix);
    const { numbers, first, prompts, line } = rows;
    for (let at = first, end = first + (this.table.sampleCount - before) * ROW; at < end; at += ROW) {
      const vector = rowVector(numbers, at);
      if (vector !== null) this.#take(prompts.at(numbers[at] as number), ((numbers[at + BITS] as number) & 1) === 1 ? 'correct' : 'wrong', vector, line + rowLines(numbers, at));
    }
  }

  promptFacts(facts: PromptFacts): void {
    this.table.promptFacts(facts);
  }

  textsOf(promptId: string, run: string): void {
    this.table.textsOf(promptId, run);
  }

  malformed(): void {
    this.table.malformed();
  }

  note(sentence: string): void {
    this.table.note(sentence);
  }

  tally(sentence: string): void {
    this.table.tally(sentence);
  }

  /**
   * The passes over what was gathered; null where it is not what counts.
   * @param prompts table prompts of the run's rows
   * @param isMuch whether vectors of a length are worth it
   * @param each reads the vectors again, where they were too many to be kept
   * @param notes grows by what was left out
   */
  passes(prompts: Int32Array, isMuch: (dimension: number) => boolean, each: CountedVectors, notes: string[]): VectorPasses | null {
    const feed = this.#feed;
    const { table } = this;
    if (feed === null || !isMuch(feed.dimension) || prompts.length !== table.promptCount || table.duplicates > 0 || !prompts.every((prompt, row) => prompt === row)) return null;
    for (const note of this.#notes.all()) if (!notes.includes(note)) notes.push(note);
    if (!feed.reach(prompts.length)) return null;
    return {
      sums: () => Promise.resolve(feed.sums(prompts.length)),
      products: (population) => Promise.resolve(feed.products(population) ?? promptProducts(population)),
      spread: async (into) => {
        if (!feed.plan(into.plan())) return each((row, correct, vector) => void into.add(row, correct, vector));
        const kept = this.#kept;
        let projected: ProjectedSamples;
        try {
          if (kept === null) await each((row, correct, vector) => feed.push(slotOf(row, correct), vector));
          else feed.spreadKept(kept);
        } finally {
          // Where reading failed, too: what is added to the log later goes into the sums again.
          projected = feed.projected();
        }
        if (!this.mayGrow) this.#kept = null;
        into.addProjected(projected);
      },
      makeProjector: (directions, d) => vectorProjector(directions, d) ?? plainProjector(directions, d),
      dispose: () => Promise.resolve(),
    };
  }

  #take(prompt: number, verdict: SampleVerdict, vector: Float64Array, line: number): void {
    if (this.#hasGivenUp) return;
    const problem = vectorProblem('score_grad', vector, this.#feed?.dimension ?? null);
    if (problem !== null) {
      this.#notes.add(t`Line ${line}: ${problem}; the sample counts, its gradient does not.`);
      return;
    }
    if (this.#feed === null) {
      this.#feed = RowFeed.for(0, vector.length, MOST_PROMPTS);
      this.#kept = new KeptRows(vector.length);
    }
    if (this.#feed === null || prompt >= MOST_PROMPTS || !this.#hasRoom(this.#feed, prompt)) {
      this.#hasGivenUp = true;
      this.#feed = this.#kept = null;
      return;
    }
    if (verdict === 'errored' && this.errored === 'drop') return;
    if (this.#kept !== null && this.#kept.bytes > MOST_KEPT_BYTES) this.#kept = null;
    this.#feed.push(slotOf(prompt, verdict === 'correct'), vector, this.#kept ?? undefined);
  }

  #hasRoom(feed: RowFeed, prompt: number): boolean {
    if (prompt < this.#reached) return true;
    const wanted = Math.min(MOST_PROMPTS, Math.max(64, Math.ceil((prompt + 1) * 1.25)));
    if (!feed.reach(wanted)) return false;
    this.#reached = wanted;
    return true;
  }
}
