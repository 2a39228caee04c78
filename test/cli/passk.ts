import { execFile } from 'node:child_process';
import { buildSync } from 'esbuild';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/**
 * The command line, built from the sources as they are, and run as a shell runs it: without a terminal.
 * @param script where it is built; a file of its own for every test file, since they may run at once
 */
export function builtPassk(script: string): (args: readonly string[], options?: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> }) => Promise<Outcome> {
  before(() => {
    buildSync({ entryPoints: ['src/cli/cli.ts'], bundle: true, platform: 'node', target: 'node20', outfile: script });
  });
  return (args, { cwd, env } = {}) =>
    new Promise((resolve) => {
      const clean = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...env };
      execFile(process.execPath, [`${process.cwd()}/${script}`, ...args], { maxBuffer: 1 << 26, env: clean, ...(cwd !== undefined && { cwd }) }, (error, out, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, error: stderr });
      });
    });
}
