import type { Metafile } from 'esbuild';
import type { ImportEdge } from './importEdge';

/** Every import that is left in a built bundle: what really ships, so none of types. Packages' own imports are theirs. */
export function bundleEdges({ inputs }: Metafile): ImportEdge[] {
  return Object.entries(inputs).flatMap(([from, { imports }]) =>
    from.includes('node_modules/') ? [] : imports.filter(({ path }) => path !== '<runtime>').map(({ path }) => ({ from, to: path, typeOnly: false })),
  );
}
