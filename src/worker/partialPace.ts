const FIRST_AFTER_MS = 100;
/** The next time comes when so much more of the time that has passed has passed again … */
const LATER_BY = 0.6;
/** … and not before so many times what showing took, so that it costs a tenth at most. */
const REST = 10;

/** When to show what has been read so far: early, then at growing intervals. */
export class PartialPace {
  readonly #started = performance.now();
  #due = this.#started + FIRST_AFTER_MS;

  /** Whether reading takes long enough for anything to be shown before its end. */
  get isLong(): boolean {
    return performance.now() - this.#started >= FIRST_AFTER_MS;
  }

  /** Shows it if it is time to. */
  keep(show: () => void): void {
    const before = performance.now();
    if (before < this.#due) return;
    show();
    const now = performance.now();
    this.#due = now + Math.max(LATER_BY * (now - this.#started), REST * (now - before));
  }
}
