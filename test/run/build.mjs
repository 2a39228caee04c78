import { join } from 'node:path';
import { root } from './command.mjs';
import { npm } from './npm.mjs';
import { step } from './say.mjs';

/** What a user installs. */
export const vsix = join(root, 'out/passk-inspector.vsix');

/** Builds the bundles and packages them. */
export async function buildVsix() {
  await step('Building and packaging the extension', () => npm(['run', 'package']));
}
