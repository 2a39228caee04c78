import { posix } from 'node:path';
import type { Metafile } from 'esbuild';
import type { ImportEdge } from './importEdge';

/** Every import that is left in a built bundle: what really ships, so none of types. Packages' own imports are theirs. */
export function bundleEdges({ inputs }: Metafile): ImportEdge[] {
  return Object.entries(inputs).flatMap(([from, { imports }]) =>
    from.includes('node_modules/') ? [] : imports.filter(({ path }) => path !== '<runtime>').map(({ path }) => ({ from, to: target(from, path), typeOnly: false })),
  );
}

/** A part that is a bundle of its own is left in the code as it was written, relative to the file. */
function target(from: string, path: string): string {
  return path.startsWith('.') ? `${posix.join(posix.dirname(from), path)}.ts` : path;
}
