// npm run texts: writes what a translator is given, l10n/bundle.l10n.json, from the sources.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textList } from '../rules/textList';
import { root } from './command.mjs';

mkdirSync(join(root, 'l10n'), { recursive: true });
writeFileSync(join(root, 'l10n/bundle.l10n.json'), textList(root));
