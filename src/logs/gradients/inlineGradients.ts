import { Notes } from '../notes';
import type { LogSink, SampleDraft } from '../recordSink';
import { vectorProblem } from './vectorProblem';
import { t } from '../../texts/t';

export type OnGradient = (sample: number, vector: Float64Array) => void;

/**
 * The sink of a second reading that only wants the inline score vectors: counts samples as SampleTable did and calls back.
 * A vector with NaN or Infinity, or of another length than the first, is noted with its line and not given; the sample counts.
 */
export class InlineGradients implements LogSink {
  readonly wantsGradients = true;
  #next: number;
  #length: number | null = null;
  #givenVectors = 0;
  #refusedVectors = 0;
  readonly #sentences = new Notes();
  #line = 1;
  readonly #onGradient: OnGradient;

  /** @param firstSample SampleTable.firstSampleOf the first file read */
  constructor(firstSample: number, onGradient: OnGradient) {
    this.#onGradient = onGradient;
    this.#next = firstSample;
  }

  /** Length of the vectors; null before the first. */
  get dimension(): number | null { return this.#length; }
  get given(): number { return this.#givenVectors; }
  get refused(): number { return this.#refusedVectors; }
  get notes(): readonly string[] { return this.#sentences.all(); }

  textsOf(): void {
    // Texts are no gradients.
  }

  recordAt(_file: number, _offset: number, line: number): void {
    this.#line = line;
  }

  sample(draft: SampleDraft): void {
    const sample = this.#next++;
    const vector = draft.scoreGrad;
    if (vector === null) return;
    const problem = vectorProblem('score_grad', vector, this.#length);
    if (problem !== null) {
      this.#refusedVectors++;
      this.#sentences.add(t`Line ${this.#line}: ${problem}; the sample counts, its gradient does not.`);
      return;
    }
    this.#length ??= vector.length;
    this.#givenVectors++;
    this.#onGradient(sample, vector);
  }

  promptFacts(): void {
    // Facts of whole prompts carry no score vectors.
  }

  malformed(): void {
    // Counted by the first reading.
  }

  note(): void {
    // Noted by the first reading.
  }

  tally(): void {
    // Noted by the first reading.
  }
}
