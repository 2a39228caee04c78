import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import CountingReporter from './countingReporter.cjs';

/** What VS Code calls in its extension host: runs the in-host tests that were built into the folder beside this file. */
export async function run(): Promise<void> {
  const folder = join(__dirname, '../host');
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 20_000, reporter: CountingReporter });
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(join(folder, name));
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} in-host tests failed`);
}
