/**
 * Who may import whom: one row a part of the house, read by the test of the import rules and by ESLint.
 *
 *   parts      its own and other parts whose code it may use
 *   types      parts of which it may use types only, so that nothing of them ships with it
 *   packages   packages from npm it may use; `vscode` is one
 *   typesOf    packages of which it may use types only
 *   node       whether it may use Node's own modules
 *
 * @typedef {'texts' | 'core' | 'logs' | 'flags' | 'protocol' | 'worker' | 'cli' | 'host' | 'extension' | 'webview'} Part
 * @typedef {{ parts: readonly Part[], types?: readonly Part[], packages?: readonly string[], typesOf?: readonly string[], node?: boolean }} Row
 * @type {Readonly<Record<Part, Row>>}
 */
export const importTable = {
  texts: { parts: ['texts'] },
  core: { parts: ['texts', 'core'] },
  logs: { parts: ['texts', 'core', 'logs'] },
  flags: { parts: ['texts', 'flags'], node: true },
  protocol: { parts: ['protocol'], types: ['texts', 'core', 'logs', 'flags'] },
  worker: { parts: ['texts', 'core', 'logs', 'protocol', 'worker'], packages: ['fzstd', 'yauzl', 'hyparquet'], node: true },
  cli: { parts: ['texts', 'core', 'logs', 'flags', 'protocol', 'worker', 'cli'], node: true },
  // The worker is reached by the path of its bundle, never by import.
  host: { parts: ['texts', 'flags', 'protocol', 'host'], types: ['core', 'logs'], packages: ['vscode'], node: true },
  extension: { parts: ['host'], typesOf: ['vscode'] },
  webview: {
    parts: ['texts', 'core', 'protocol', 'webview'],
    types: ['logs', 'flags'],
    packages: ['chart.js', '@vscode/webview-ui-toolkit', 'diff', 'katex', 'lowlight', 'highlight.js', 'markdown-it'],
  },
};

/**
 * The part of the house a file belongs to.
 * @param {string} file path from the repository's root, with forward slashes
 * @returns {Part | null} null for what is no part of the product
 */
export function partOf(file) {
  if (file === 'src/extension.ts') return 'extension';
  const found = /^(?:src\/(texts|core|logs|flags|protocol|worker|cli|host)|(webview))\//.exec(file);
  return /** @type {Part | null} */ (found?.[1] ?? found?.[2] ?? null);
}

/**
 * Why one file may not import another, or null if it may.
 * @param {Part} from
 * @param {{ part: Part } | { package: string } | { node: string }} target
 * @param {boolean} typeOnly
 * @returns {string | null}
 */
export function forbidden(from, target, typeOnly) {
  const row = importTable[from];
  if ('node' in target) return row.node ? null : `${from} may not use Node's ${target.node}`;
  if ('package' in target) {
    const named = (/** @type {readonly string[] | undefined} */ list) =>
      list?.some((name) => target.package === name || target.package.startsWith(`${name}/`));
    if (named(row.packages) || (typeOnly && named(row.typesOf))) return null;
    return named(row.typesOf) ? `${from} may use only types of ${target.package}` : `${from} may not use the package ${target.package}`;
  }
  if (row.parts.includes(target.part) || (typeOnly && row.types?.includes(target.part))) return null;
  return row.types?.includes(target.part) ? `${from} may use only types of ${target.part}` : `${from} may not use ${target.part}`;
}
