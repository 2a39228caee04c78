import type { PromptEntries } from './promptEntries';
import type { PromptFactTable } from './promptFactTable';
import type { ErroredPolicy, RunColumns } from './sampleTable';

/** Wrong, correct, errored; duplicates are left out. */
export type Tally = readonly [number, number, number];
/** Of a table prompt. */
export type TallyOf = (prompt: number) => Tally;

/** The prompts of a run as the report wants them. @throws RangeError if there is no such run */
export function runColumns(entries: PromptEntries, facts: PromptFactTable, tallyOf: TallyOf, run: string, errored: ErroredPolicy): RunColumns {
  const prompts = Int32Array.from(entries.ofRun(run));
  const count = prompts.length;
  const rows = new Int32Array(entries.count).fill(-1);
  const id = new Array<string>(count);
  const n = new Int32Array(count);
  const c = new Int32Array(count);
  const erroredSamples = new Int32Array(count);
  let exactRate: Float64Array | null = null;
  for (let row = 0; row < count; row++) {
    const prompt = prompts[row] as number;
    rows[prompt] = row;
    id[row] = entries.ids[prompt] as string;
    const [wrong, correct, broken] = tallyOf(prompt);
    erroredSamples[row] = broken;
    n[row] = wrong + correct + (errored === 'wrong' ? broken : 0);
    c[row] = correct;
    // Counts and rates of a record speak for a prompt only where there are no samples to count.
    if (wrong + correct + broken !== 0) continue;
    const given = facts.counts.get(prompt);
    if (given !== undefined) {
      n[row] = given.n;
      c[row] = given.c;
    }
    const rate = facts.passRates.get(prompt);
    if (rate !== undefined && n[row] === 0) {
      exactRate ??= new Float64Array(count).fill(NaN);
      exactRate[row] = rate;
    }
  }
  return { columns: { id, n, c, errored: erroredSamples, exactRate, gradients: null }, prompts, rows };
}
