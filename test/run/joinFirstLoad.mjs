import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { root } from './command.mjs';

/** @typedef {import('esbuild').Metafile['outputs']} Outputs */

const options = /** @type {const} */ ({
  absWorkingDir: root, bundle: true, minify: true, platform: 'browser', target: 'es2022', format: 'esm', charset: 'utf8', metafile: true, logLevel: 'warning',
});

/**
 * Puts all that the view loads at once into one script, dist/webview.js. Cut apart, what it shares with scripts that are loaded
 * later is twenty scripts, each asked for on its own through the editor's service worker: a third of the time to the first paint.
 * Later scripts take what they share from it.
 * @param {string} parts folder of webview.js and view/, as cut apart
 * @param {Outputs} cut what is in there
 * @returns {Promise<Outputs>} what is in dist/ now
 */
export async function joinFirstLoad(parts, cut) {
  const named = new Map(Object.entries(cut).map(([file, output]) => [basename(file), output]));
  const first = [...firstScripts(named)].filter((file) => file !== 'webview.js');
  /** Under a name that no other script's export has. @returns {string[]} */
  const renamed = (/** @type {string} */ file) => (named.get(file)?.exports ?? []).map((name) => `${name} as ${name}${first.indexOf(file)}`);
  const shared = first.filter((file) => renamed(file).length > 0).map((file) => `export { ${renamed(file).join(', ')} } from './view/${file}';`);
  const main = await build({
    ...options,
    stdin: { contents: [`import './webview.js';`, ...shared].join('\n'), resolveDir: parts },
    // Stays as it is written, relative to dist/.
    plugins: [{ name: 'later', setup: ({ onResolve }) => onResolve({ filter: /^\.\/[\w./-]+-\w+\.js$/ }, ({ path, kind }) => (kind === 'dynamic-import' ? { path: `./view/${basename(path)}`, external: true } : null)) }],
    outfile: 'dist/webview.js',
  });
  const later = await build({
    ...options,
    entryPoints: [...named].filter(([file, { entryPoint }]) => entryPoint !== undefined && file !== 'webview.js').map(([file]) => join(parts, 'view', file)),
    plugins: [{
      name: 'shared',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^\.\.\/webview\.js$/ }, ({ path }) => ({ path, external: true }));
        onResolve({ filter: /-\w+\.js$/ }, ({ path, kind }) => (kind === 'dynamic-import' ? { path: `./${basename(path)}`, external: true } : null));
        onLoad({ filter: /view[\\/][\w-]+\.js$/ }, ({ path }) => {
          const file = basename(path);
          if (!first.includes(file)) return null;
          return { contents: `export { ${renamed(file).map((name) => name.split(' as ').reverse().join(' as ')).join(', ')} } from '../webview.js';` };
        });
      },
    }],
    outdir: 'dist/view',
  });
  for (const file of named.keys()) if (file.endsWith('.css')) copyFileSync(join(parts, file), join(root, 'dist', file));
  return { ...main.metafile.outputs, ...later.metafile.outputs };
}

/** What is loaded before any of it runs, the entry's own script among it. @returns {Set<string>} */
function firstScripts(/** @type {Map<string, Outputs[string]>} */ outputs) {
  const found = new Set(['webview.js']);
  for (const file of found) for (const { path, kind } of outputs.get(file)?.imports ?? []) if (kind === 'import-statement') found.add(basename(path));
  return found;
}
