/** One line on stderr that overwrites itself; nothing at all where stderr is not a terminal, or nobody wants to see it. */
export class ProgressLine {
  readonly #shown: boolean;

  constructor(wanted = true) {
    this.#shown = wanted && process.stderr.isTTY;
  }

  update(bytesRead: number, bytesTotal: number, samples: number): void {
    if (!this.#shown) return;
    const percent = bytesTotal > 0 ? Math.floor((100 * bytesRead) / bytesTotal) : 100;
    process.stderr.write(`\r\x1b[K${percent}%  ${samples.toLocaleString('en')} samples`);
  }

  done(): void {
    if (this.#shown) process.stderr.write('\r\x1b[K');
  }
}
