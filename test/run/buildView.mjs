// Builds the view: dist/webview.js is what the first paint needs, dist/view/ what is loaded on first use.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './command.mjs';
import { joinFirstLoad } from './joinFirstLoad.mjs';

const parts = join(root, 'out/view');
// Chunks are named by their content: those of an earlier build would stay and be packaged.
for (const folder of [parts, join(root, 'dist/view')]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['webview/main.ts'],
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'browser',
  target: 'es2022',
  format: 'esm',
  charset: 'utf8',
  outdir: parts,
  entryNames: 'webview',
  chunkNames: 'view/[name]-[hash]',
  metafile: true,
  logLevel: 'warning',
});
const outputs = await joinFirstLoad(parts, metafile.outputs);
mkdirSync(join(root, 'out/meta'), { recursive: true });
const translations = await build({
  absWorkingDir: root, entryPoints: ['webview/translations.ts'], bundle: true, minify: true, platform: 'browser', target: 'es2022', format: 'esm', charset: 'utf8',
  outfile: 'dist/translations.js', metafile: true, logLevel: 'warning',
});
writeFileSync(join(root, 'out/meta/translations.json'), JSON.stringify(translations.metafile));
writeFileSync(join(root, 'out/meta/webview.json'), JSON.stringify({ inputs: metafile.inputs, outputs }));
