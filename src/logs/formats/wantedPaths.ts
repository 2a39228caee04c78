/** Collects the paths a reader wants, each once, and numbers them. */
export class WantedPaths {
  readonly paths: string[] = [];

  /** @returns the path's number; -1 for a field that is not there */
  add(path: string | undefined): number {
    if (path === undefined || path === '') return -1;
    const known = this.paths.indexOf(path);
    if (known >= 0) return known;
    this.paths.push(path);
    return this.paths.length - 1;
  }
}
