/** A path through a list of objects, "rollouts.*.correct": the list's path and the path inside each element. */
export interface ListPath {
  readonly list: string;
  readonly member: string;
}

/** null when the path names no list. "responses.*" has the member "". */
export function listPath(path: string): ListPath | null {
  const at = path.endsWith('.*') ? path.length - 2 : path.indexOf('.*.');
  return at < 0 ? null : { list: path.slice(0, at), member: path.slice(at + 3) };
}
