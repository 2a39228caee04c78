import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from './seededRandom';

export interface BenchLog {
  readonly name: string;
  readonly title: string;
  /** At full scale. */
  readonly bytes: number;
  /** The next record without its line end; sample: how many came before. */
  readonly record: (sample: number, random: () => number) => string;
}

const SAMPLES_PER_PROMPT = 32;
const VARIANTS = 500;
const NUMBERS_A_LINE = 720;
const LATIN = ['the', 'answer', 'is', 'so', 'we', 'compute', '\n', '"quoted"', 'sum', 'of', '\\frac{1}{2}', 'therefore', 'x = 3', 'and', 'then', 'let', 'us', 'check', 'value'];
const OTHER = ['所以', '答案', '是', '因为', '\n', '計算', 'そして', 'だから', '그래서', 'ответ', 'равен', 'वह', 'الجواب', '"引用"', '√2', '👍', 'x = 3', '然后', '我们', '检查'];

/** Made once: text is drawn from so many variants, as drawing each anew takes longer than everything that is measured. */
const variants = new Map<readonly string[], string[]>();

/** What the bench reads: one log for each thing that can make reading slow. */
export const benchLogs: readonly BenchLog[] = [
  { name: 'text', title: 'text with many escaped quotes, 2.7 KB a record', bytes: 700e6, record: (sample, random) => textRecord(sample, text(LATIN, 420, sample, random), text(LATIN, 60, sample >> 5, random)) },
  {
    name: 'numbers', title: 'inline gradients, 15 KB a record', bytes: 300e6,
    record: (sample, random) => JSON.stringify({ ...head(sample), score_grad: Array.from({ length: NUMBERS_A_LINE }, () => random() * 2 - 1) }),
  },
  {
    name: 'nonLatin', title: 'non-Latin text, half of it in \\u escapes', bytes: 400e6,
    record: (sample, random) => {
      const record = textRecord(sample, text(OTHER, 300, sample, random), text(OTHER, 40, sample >> 5, random));
      return sample % 2 === 0 ? record : record.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    },
  },
  { name: 'tiny', title: 'tiny records, 100 bytes each', bytes: 500e6, record: (sample, random) => JSON.stringify({ ...head(sample), answer: String(Math.floor(random() * 1e6)), length: Math.floor(random() * 4096), stop: 'end' }) },
];

/** Writes a log, the same every time, unless it is there already. @returns its path */
export function writeBenchLog(log: BenchLog, scale: number, folder: string): string {
  const path = join(folder, `${log.name}-${scale}.jsonl`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const random = seededRandom(1);
  const partial = `${path}.partial`;
  const file = openSync(partial, 'w');
  try {
    for (let sample = 0, written = 0; written < log.bytes * scale; ) {
      const records: string[] = [];
      for (let length = 0; length < 1 << 22; ) {
        const record = log.record(sample++, random);
        length += record.length;
        records.push(record);
      }
      written += writeSync(file, `${records.join('\n')}\n`);
    }
  } finally {
    closeSync(file);
  }
  renameSync(partial, path);
  return path;
}

function head(sample: number): { prompt_id: string; sample: number; correct: boolean } {
  const prompt = Math.floor(sample / SAMPLES_PER_PROMPT);
  const attempt = sample % SAMPLES_PER_PROMPT;
  return { prompt_id: `prompt-${prompt}`, sample: attempt, correct: (prompt * 7 + attempt * 13) % SAMPLES_PER_PROMPT < prompt % SAMPLES_PER_PROMPT };
}

function textRecord(sample: number, response: string, prompt: string): string {
  const { prompt_id, sample: attempt, correct } = head(sample);
  return `{"prompt_id": ${JSON.stringify(prompt_id)}, "sample": ${attempt}, "prompt": ${prompt}, "response": ${response}, "correct": ${correct}}`;
}

function text(words: readonly string[], count: number, which: number, random: () => number): string {
  let made = variants.get(words);
  if (made === undefined) {
    made = Array.from({ length: VARIANTS }, () => Array.from({ length: 420 }, () => words[Math.floor(random() * words.length)]).join(' '));
    variants.set(words, made);
  }
  return JSON.stringify((made[which % VARIANTS] as string).split(' ').slice(0, count).join(' '));
}
