import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORDS } from '../../src/texts/wordOf';
import { productFiles } from './sourceEdges';
import { textsOf } from './textsOf';

/** What a translator is given: l10n/bundle.l10n.json, every text of the product once, in order, each under itself. */
export function textList(root: string): string {
  const found = productFiles(root).filter((file) => !file.startsWith('src/cli/')).map((file) => ({ file, ...textsOf(file, readFileSync(join(root, file), 'utf8')) }));
  const unreadable = found.flatMap(({ file, unreadable }) => unreadable.map((text) => `${file}: ${text}`));
  if (unreadable.length > 0) throw new Error(`These texts are not written where they are looked up: ${unreadable.join('; ')}`);
  const texts = [...new Set([...WORDS, ...found.flatMap(({ texts }) => texts)])].sort((a, b) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(texts.map((text) => [text, text])), null, 2)}\n`;
}
