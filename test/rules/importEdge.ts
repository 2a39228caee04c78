import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { forbidden, partOf } from './importTable.mjs';

/** One file's use of another file, package or Node module. Paths are from the repository's root, with "/". */
export interface ImportEdge {
  readonly from: string;
  /** A path of the repository, or the name of a package or Node module. */
  readonly to: string;
  readonly typeOnly: boolean;
}

/** An edge as a source file writes it: relative paths are resolved, names of packages are kept. */
export function writtenEdge(from: string, specifier: string, typeOnly: boolean): ImportEdge {
  const to = specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), specifier)) : specifier;
  return { from, to, typeOnly };
}

/** Every edge that the table forbids, each as a sentence. Edges that start outside the product are free. */
export function violations(edges: readonly ImportEdge[]): string[] {
  return edges.flatMap(({ from, to, typeOnly }) => {
    const part = partOf(from);
    if (part === null) return [];
    const reason = forbiddenTarget(part, to, typeOnly);
    return reason === null ? [] : [`${from} imports ${to}: ${reason}`];
  });
}

function forbiddenTarget(part: NonNullable<ReturnType<typeof partOf>>, to: string, typeOnly: boolean): string | null {
  if (isBuiltin(to)) return forbidden(part, { node: to }, typeOnly);
  // "src/core/report" has no ending in a source file and ".ts" in a bundle; both lie in core.
  const target = partOf(/^src\/extension(\.ts)?$/.test(to) ? 'src/extension.ts' : to);
  if (target !== null) return forbidden(part, { part: target }, typeOnly);
  const shipped = to.lastIndexOf('node_modules/');
  const name = shipped < 0 ? to : to.slice(shipped + 'node_modules/'.length);
  if (/^\.|^(src|test|media|dist|out)\//.test(name)) return 'that is no part of the product';
  return forbidden(part, { package: name }, typeOnly);
}
