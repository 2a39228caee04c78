import type { SampleTable } from '../logs/sampleTable';
import { STRIP_SAMPLES } from '../protocol/verdictStrip';

const CODES = { wrong: 1, correct: 2, errored: 3 };

/** The verdicts of the first samples of each prompt, in the log's order, two bits each: what a row of the table draws. */
export function verdictStrips(table: SampleTable, run: string, prompts: number): Uint8Array {
  const bytes = STRIP_SAMPLES / 4;
  const strips = new Uint8Array(prompts * bytes);
  for (let row = 0; row < prompts; row++) {
    const samples = table.samplesOf(run, row);
    const shown = Math.min(samples.length, STRIP_SAMPLES);
    for (let at = 0; at < shown; at++) strips[row * bytes + (at >> 2)] |= CODES[table.verdictOf(samples[at])] << (2 * (at & 3));
  }
  return strips;
}
