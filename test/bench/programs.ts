import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from '../run/command.mjs';
import { npm } from '../run/npm.mjs';

export interface Program {
  readonly name: string;
  readonly command: string;
  readonly arguments: (log: string) => readonly string[];
  /** What it counted; null when it counts nothing. */
  readonly counts: (output: string) => Counted | null;
  readonly environment?: NodeJS.ProcessEnv;
}

export interface Counted {
  readonly samples: number;
  readonly correct: number;
}

export const OURS = 'passk';
/**
 * Not among the packages of the repository, since its native library is larger than all of them together and nobody but
 * this bench needs it: installed here, in the bench's own folder, when it is first run.
 */
const DUCKDB = '@duckdb/node-api@1.5.6-r.1';

/** The command first, then what it is measured against; those that this machine does not have are said and left out. */
export async function programs(folder: string, threads: number): Promise<Program[]> {
  const peer = (name: string, file: string, environment?: NodeJS.ProcessEnv): Program => ({
    name, command: process.execPath, arguments: (log) => [join(import.meta.dirname, 'peers', file), log], counts: peerCounts, ...(environment && { environment }),
  });
  const ours = (name: string, count: number): Program => ({
    name, command: process.execPath, counts: reportCounts,
    arguments: (log) => [join(root, 'dist/cli.js'), 'analyze', log, '--json', '--quiet', '--threads', String(count)],
  });
  const found = [ours(OURS, threads), ours(`${OURS}, 1 thread`, 1), peer('sequential read', 'sequentialRead.mjs')];
  const packages = await duckdbPackages(folder);
  if (packages !== null) found.push(peer('DuckDB read_json, 2 threads', 'duckdb.mjs', { PASSK_BENCH_PACKAGES: packages }));
  found.push(peer('JSON.parse per line', 'jsonParse.mjs'), peer('readline + JSON.parse', 'readlineParse.mjs'));
  if (spawnSync('jq', ['--version']).status === 0) {
    found.push({ name: 'jq', command: 'jq', arguments: (log) => ['-n', '-c', 'reduce inputs as $r ({samples: 0, correct: 0}; .samples += 1 | if $r.correct then .correct += 1 else . end)', log], counts: peerCounts });
  } else console.error('jq is not on the PATH and is left out.');
  return found;
}

/** Both cores of a small machine; half of a large one. */
export const BENCH_THREADS = Math.max(2, Math.floor(availableParallelism() / 2));

async function duckdbPackages(folder: string): Promise<string | null> {
  const packages = join(folder, 'node_modules');
  try {
    if (!existsSync(join(packages, '@duckdb/node-api'))) await npm(['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', DUCKDB]);
    return packages;
  } catch (error) {
    console.error(`DuckDB cannot be installed and is left out: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

function peerCounts(output: string): Counted | null {
  return JSON.parse(output) as Counted | null;
}

function reportCounts(output: string): Counted {
  const report = JSON.parse(output) as { source: { samples: number }; promptTable: { c: number }[] };
  return { samples: report.source.samples, correct: report.promptTable.reduce((sum, { c }) => sum + c, 0) };
}
