import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.mjs';

/** The text of package.json as VS Code shows it in English: what it names as "%key%" stands in package.nls.json. */
export function englishManifest(): string {
  const texts = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as Readonly<Record<string, string>>;
  return readFileSync(join(root, 'package.json'), 'utf8').replace(/"%([\w.-]+)%"/g, (whole, key: string) => (key in texts ? JSON.stringify(texts[key]) : whole));
}
