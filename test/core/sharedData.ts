import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');

/** True where the data shared by all checkouts lie beside this one; tests on them are registered only then. */
export const sharedDataExists = existsSync(folder);

/** A file of the shared data, read. */
export function sharedFile(...path: readonly string[]): Buffer {
  return readFileSync(join(folder, ...path));
}
