/** Sentences for the user: each once, the first hundred, the rest counted. */
export class Notes {
  readonly #sentences = new Set<string>();
  #more = 0;

  add(sentence: string): void {
    if (this.#sentences.has(sentence)) return;
    if (this.#sentences.size < 100) this.#sentences.add(sentence);
    else this.#more++;
  }

  all(): readonly string[] {
    return this.#more === 0 ? [...this.#sentences] : [...this.#sentences, `${this.#more} further notes are not shown.`];
  }
}
