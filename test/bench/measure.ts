import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Counted, Program } from './programs';

/** What a program on Node used; of others it cannot be told. */
export interface Usage {
  /** Bytes. */
  readonly peakMemory: number;
  /** Of all threads together: what stays the same on a busy machine. */
  readonly processorSeconds: number;
}

export interface Measured {
  readonly seconds: number;
  readonly usage: Usage | null;
  readonly counts: Counted | null;
}

/** Runs a program once, timed from its start to its end. @throws Error when it fails */
export async function measure(program: Program, log: string, folder: string): Promise<Measured> {
  const usageFile = join(folder, 'usage');
  rmSync(usageFile, { force: true });
  const begun = performance.now();
  const child = spawn(program.command, program.arguments(log), {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...program.environment, PASSK_BENCH_USAGE: usageFile, NODE_OPTIONS: `--require=${join(import.meta.dirname, 'peers/usage.cjs')}` },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const seconds = (performance.now() - begun) / 1000;
  if (code !== 0) throw new Error(`${program.name} ended with ${code} on ${log}`);
  return { seconds, usage: usageIn(usageFile), counts: program.counts(output) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

function usageIn(file: string): Usage | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Usage;
  } catch {
    return null; // not a program on Node
  }
}
