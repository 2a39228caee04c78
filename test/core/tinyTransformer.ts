import type { LoggedSample } from './sampledRun';
import { sharedFile } from './sharedData';

/** What the real network's truth.json says of one policy, exactly, over all parameters. */
export interface TinyTruth {
  readonly prompt_id: string[];
  readonly p: number[];
  readonly agreement: number[];
  readonly 'pass@k': Record<string, number>;
  readonly weight_mean: Record<string, number>;
  readonly inner_product: Record<string, number>;
  readonly cosine: Record<string, number>;
}

export function tinyTruth(): TinyTruth {
  return (JSON.parse(sharedFile('tiny-transformer', 'truth.json').toString('utf8')) as { step000: TinyTruth }).step000;
}

/** The first exact gradient step on pass@8: its size, and what it really did. */
export function tinyStep(): { readonly eta: number; readonly actual_dJ1: number; readonly actual_dJk: number } {
  return (JSON.parse(sharedFile('tiny-transformer', 'truth.json').toString('utf8')) as { one_step: { eta: number; actual_dJ1: number; actual_dJk: number } }).one_step;
}

/** The real network's log: 125 prompts, 64 samples each, with the sketched score vectors where the log has them. */
export function tinyLog(step: 'step000' | 'step001' | 'step010' | 'step030'): {
  id: string[];
  n: Int32Array;
  c: Int32Array;
  samples: LoggedSample[];
} {
  const numbers = new Map<string, number>();
  const vectors = step === 'step000' ? sketches() : null;
  const lines = sharedFile('tiny-transformer', `${step}.jsonl`).toString('utf8').trim().split('\n');
  const samples = lines.map((line, i): LoggedSample => {
    const row = JSON.parse(line) as { prompt_id: string; correct: boolean };
    const prompt = numbers.get(row.prompt_id) ?? numbers.size;
    numbers.set(row.prompt_id, prompt);
    return { prompt, correct: row.correct, score: vectors?.[i] ?? new Float64Array(0) };
  });
  const n = new Int32Array(numbers.size);
  const c = new Int32Array(numbers.size);
  for (const { prompt, correct } of samples) {
    n[prompt]++;
    if (correct) c[prompt]++;
  }
  return { id: [...numbers.keys()], n, c, samples };
}

/** The half-precision rows of the sidecar. */
function sketches(): Float64Array[] {
  const bytes = sharedFile('tiny-transformer', 'step000.grads.safetensors');
  const start = 8 + Number(bytes.readBigUInt64LE(0));
  return Array.from({ length: 8000 }, (_, row) => {
    const vector = new Float64Array(256);
    return vector.map((__, j) => half(bytes.readUInt16LE(start + 2 * (256 * row + j))));
  });
}

function half(bits: number): number {
  const sign = bits >> 15 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
