import type { Metafile } from 'esbuild';

/** The scripts a browser loads for an entry before any of it runs: the bundle and all it imports, but not what it imports on first use. */
export function firstLoad({ outputs }: Metafile, entry: string): string[] {
  const found = new Set<string>();
  const follow = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === 'import-statement') follow(path);
  };
  follow(entry);
  return [...found];
}
