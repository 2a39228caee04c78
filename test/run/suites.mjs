/**
 * Every suite of tests and where its files are. Tests are found by these patterns and listed nowhere; a test of the
 * rules sees to it that no file falls between them.
 * @type {Readonly<Record<'unit' | 'rules' | 'host' | 'e2e', { readonly spec: string, readonly ignore: readonly string[] }>>}
 */
export const suites = {
  /** Needs nothing but the packages. */
  unit: { spec: 'test/**/*.test.ts', ignore: ['test/rules/**', 'test/host/**', 'test/e2e/**'] },
  /** What holds over the whole repository and its built bundles. */
  rules: { spec: 'test/rules/**/*.test.ts', ignore: [] },
  /** In the extension host of a real VS Code. */
  host: { spec: 'test/host/**/*.test.ts', ignore: [] },
  /** A person's acts on the installed .vsix, in a real browser. */
  e2e: { spec: 'test/e2e/**/*.test.ts', ignore: [] },
};
