import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importTable } from './test/rules/importTable.mjs';

/** @typedef {import('./test/rules/importTable.mjs').Part} Part */
const parts = /** @type {Part[]} */ (Object.keys(importTable));

const filesOf = (/** @type {Part} */ part) =>
  part === 'webview' ? 'webview/**/*.ts' : part === 'extension' ? 'src/extension.ts' : `src/${part}/**/*.ts`;

/** One row of the import table, for the squiggle; the test over the built bundles sees what really ships. */
function importRow(/** @type {Part} */ part) {
  const { parts: own, types = [], packages = [], typesOf = [], node = false } = importTable[part];
  const folders = parts.filter((other) => other !== 'extension');
  const patterns = folders
    .filter((other) => !own.includes(other))
    .map((other) => ({
      // "./worker/x" from src itself, "../worker/x" from a part; a folder of that name deeper down is its own.
      regex: `^(\\./|(\\.\\./)+)(src/)?${other}/`,
      allowTypeImports: types.includes(other),
      message: types.includes(other) ? `${part} may use only types of ${other}.` : `${part} may not use ${other}.`,
    }));
  const exact = (/** @type {readonly string[]} */ names) => names.map((name) => `${name.replaceAll('.', '\\.')}(/|$)`);
  const allowed = [...exact([...packages, ...typesOf]), ...(node ? ['node:'] : [])];
  patterns.push({
    regex: `^(?!${['\\.', ...allowed].join('|')})`,
    allowTypeImports: false,
    message: `${part} may use of packages only: ${[...packages, ...typesOf, ...(node ? ["node's own"] : [])].join(', ') || 'none'}.`,
  });
  for (const name of typesOf) patterns.push({ regex: `^${name}$`, allowTypeImports: true, message: `${part} may use only types of ${name}.` });
  return { files: [filesOf(part)], rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] } };
}

const houseStyle = [
  { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
  { selector: 'ExportAllDeclaration, ExportNamedDeclaration[source]', message: 'Import it where it lives; do not export it again.' },
  { selector: 'TSAsExpression > TSAsExpression > TSUnknownKeyword', message: 'Check the value instead of asserting through unknown.' },
  { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]', message: 'Log text is hostile: use textContent.' },
  { selector: 'MemberExpression[object.name="document"][property.name=/^write(ln)?$/]', message: 'Log text is hostile: use textContent.' },
];

const pure = ['Date', 'performance', 'process', 'console', 'globalThis', 'setTimeout', 'setInterval', 'fetch', 'Intl'];

export default defineConfig(
  // AssemblyScript looks like TypeScript and is another language: its own compiler checks it.
  globalIgnores(['dist/', 'out/', 'node_modules/', 'media/', 'src/logs/*/assembly/']),
  // A rule is kept or changed here, for everybody, and not switched off line by line.
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['**/*.ts', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.strict],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300 }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-console': 'off',
      // A loop index inside the bounds that the loop itself checks is plainer with "!" than with a branch never taken.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.ts', 'webview/**/*.ts', 'test/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', ...houseStyle],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/only-throw-error': 'error',
    },
  },
  {
    // In a test, what JSON.parse gives goes straight into an assertion.
    files: ['src/**/*.ts', 'webview/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...pure.map((name) => ({ name, message: 'The core counts; it has no clock, no console and no surroundings.' }))],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'The core gives the same answer every time.' }],
    },
  },
  ...parts.map(importRow),
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
