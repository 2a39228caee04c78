import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The version of this package, from its package.json, which lies beside the folder of the build. */
export async function version(): Promise<string> {
  try {
    const { version: found } = JSON.parse(await readFile(join(__dirname, '..', 'package.json'), 'utf8')) as { version?: unknown };
    return typeof found === 'string' ? found : 'unknown';
  } catch {
    return 'unknown'; // a build that was copied elsewhere, without its package
  }
}
