import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The repository's files as git knows them, those about to be added included, from its root with "/". */
export function trackedFiles(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  // A file that was just removed is listed until that is committed.
  return listed.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
}

/** True for text; a file with a NUL byte near its start is a picture or an archive. */
export function holdsText(root: string, file: string): boolean {
  return !readFileSync(join(root, file)).subarray(0, 8000).includes(0);
}
