import type { SampleVerdict } from '../logs/recordSink';

/** Samples of a prompt whose verdicts cross with the run: more than a row of the table can show. */
export const STRIP_SAMPLES = 32;

const VERDICTS: readonly (SampleVerdict | null)[] = [null, 'wrong', 'correct', 'errored'];

/** A prompt's verdicts in the log's order, as many as were sent. @param strips as RunSnapshot has them */
export function verdictStrip(strips: Uint8Array, prompt: number): SampleVerdict[] {
  const verdicts: SampleVerdict[] = [];
  for (let at = 0; at < STRIP_SAMPLES; at++) {
    const verdict = VERDICTS[(strips[prompt * (STRIP_SAMPLES / 4) + (at >> 2)] >> (2 * (at & 3))) & 3];
    if (verdict == null) break;
    verdicts.push(verdict);
  }
  return verdicts;
}
