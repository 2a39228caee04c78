/** Something that is promised in milliseconds, bytes or a share, as it was measured. */
export interface Promised {
  readonly what: string;
  readonly measured: number;
  /** What it must not exceed; null: only told. */
  readonly atMost: number | null;
  readonly unit: 'ms' | 'MB' | 'a second' | 'times a plain read';
}

/** The shortest of several runs, in milliseconds: what the work takes where nothing else is running. */
export function shortest(runs: number, work: (run: number) => unknown): number {
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const begun = performance.now();
    work(run);
    least = Math.min(least, performance.now() - begun);
  }
  return least;
}

export function printPromised(promised: readonly Promised[]): void {
  console.log(`\n${'promised'.padEnd(78)}${'measured'.padStart(10)}${'at most'.padStart(9)}`);
  for (const { what, measured, atMost, unit } of promised) {
    console.log(`${what.padEnd(78)}${measured.toFixed(unit === 'MB' ? 0 : 1).padStart(10)}${(atMost === null ? '' : String(Math.round(atMost))).padStart(9)} ${unit}`);
  }
}
