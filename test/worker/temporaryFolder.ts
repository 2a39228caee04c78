import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of this test file's own, removed after its tests. */
export function temporaryFolder(): { path(name: string): string; write(name: string, content: string | Uint8Array): string } {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'passk-test-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const path = (name: string) => join(folder, name);
  return {
    path,
    write(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
  };
}
