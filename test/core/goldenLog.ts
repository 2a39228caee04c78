import type { LoggedSample } from './sampledRun';
import { sharedFile } from './sharedData';

/** One run of golden_log.jsonl. */
export function goldenLog(run: 'before' | 'after'): { n: Int32Array; c: Int32Array; samples: LoggedSample[] } {
  const lines = sharedFile('golden', 'golden_log.jsonl').toString('utf8').trim().split('\n');
  const numbers = new Map<string, number>();
  const samples: LoggedSample[] = [];
  for (const line of lines) {
    const row = JSON.parse(line) as { run: string; prompt_id: string; correct: boolean; score_grad?: number[] };
    if (row.run !== run) continue;
    const prompt = numbers.get(row.prompt_id) ?? numbers.size;
    numbers.set(row.prompt_id, prompt);
    samples.push({ prompt, correct: row.correct, score: Float64Array.from(row.score_grad ?? []) });
  }
  const n = new Int32Array(numbers.size);
  const c = new Int32Array(numbers.size);
  for (const { prompt, correct } of samples) {
    n[prompt]++;
    if (correct) c[prompt]++;
  }
  return { n, c, samples };
}
