// The in-host tests: mocha in the extension host of a real VS Code, started by @vscode/test-electron.
//   VSCODE_EXECUTABLE unset: the embedded host; a path: that VS Code; empty: desktop VS Code, downloaded.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { root } from './command.mjs';
import { makeDataDir, removeDir } from './host.mjs';

const built = join(root, 'out/inHost');
await build({
  absWorkingDir: root,
  entryPoints: ['test/run/hostSuite.ts', 'test/host/**/*.test.ts'],
  outbase: 'test',
  outdir: built,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode', 'mocha'],
  logLevel: 'warning',
});

// Short: it also names the sockets of VS Code. Each run has a folder of its own, empty, and leaves none.
const workspace = makeDataDir();
const executable = process.env['VSCODE_EXECUTABLE'] ?? fileURLToPath(new URL('inHost.mjs', import.meta.url));
try {
  await runTests({
    ...(executable && { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(built, 'run/hostSuite.js'),
    launchArgs: [workspace],
  });
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
} finally {
  removeDir(workspace);
}
