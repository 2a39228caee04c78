import type { ErroredPolicy } from '../logs/sampleTable';
import { countedVectors } from './countedVectors';
import type { ReadLogs } from './readLogs';
import { scoreVectors } from './scoreVectors';
import { t } from '../texts/t';

/** One line of `passk summarize`: what a prompt's samples add up to (MATH.md 4.3). */
export interface SummaryRecord {
  readonly prompt_id: string;
  readonly run?: string;
  readonly n: number;
  readonly c: number;
  readonly S_correct?: readonly number[];
  readonly S_wrong?: readonly number[];
  readonly Q_correct?: number;
  readonly Q_wrong?: number;
}

/**
 * Sums up every prompt of every run. Records of shards add up when they are read together. A prompt whose samples do not
 * all have a score vector is given with its counts alone, since n and c would not be those of the sums.
 * @param notes grows by what was left out, in sentences
 */
export async function promptSummaries(logs: ReadLogs, errored: ErroredPolicy, notes: string[], gradients?: string): Promise<SummaryRecord[]> {
  const vectors = await scoreVectors(logs, gradients === undefined ? {} : { gradients });
  const { analyses } = await import('./analyses');
  const runs = logs.table.runs();
  const records: SummaryRecord[] = [];
  let partial = 0;
  for (const run of runs) {
    const { columns, rows } = logs.table.promptColumns(run, errored);
    const sums = vectors.pass && (await analyses.summedVectors(countedVectors(logs, rows, vectors.pass, errored)));
    for (const [row, id] of columns.id.entries()) {
      const [n, c] = [columns.n[row], columns.c[row]];
      const counts = { prompt_id: id, ...(runs.length > 1 && { run }), n, c };
      const vectorsOf = sums ? sums.correctCount(row) + sums.wrongCount(row) : 0;
      if (sums && vectorsOf === n) {
        const zero = () => new Float64Array(sums.dimension);
        records.push({
          ...counts,
          S_correct: Array.from(sums.sumCorrect(row) ?? zero()),
          S_wrong: Array.from(sums.sumWrong(row) ?? zero()),
          Q_correct: sums.squaresCorrect(row),
          Q_wrong: sums.squaresWrong(row),
        });
      } else {
        records.push(counts);
        if (sums) partial++;
      }
    }
  }
  notes.push(...vectors.notes);
  if (partial > 0) notes.push(t`${partial} prompts have samples without a score vector; their counts are given alone.`);
  return records;
}
