/** More categories than this are none; their names are kept as they come. */
const MOST_SHARED = 1000;

export interface SavedEntries {
  readonly ids: readonly string[];
  readonly runOf: readonly number[];
  readonly runs: readonly string[];
  readonly categories: readonly string[];
  readonly marks: readonly number[];
}

interface RunEntries {
  readonly index: number;
  /** By prompt id; null: of a saved log, in which nothing was looked for yet. */
  entries: Map<string, number> | null;
  readonly order: number[];
}

/** The prompts of all runs, numbered in the order in which the log first names them. Ids are data: "__proto__" is one. */
export class PromptEntries {
  /** Id of each entry. */
  readonly ids: string[];
  /** Run of each entry, as an index into `runs`. */
  readonly runOf: number[];
  readonly runs: string[];
  /** Category of each entry; absent where none was seen. */
  readonly categories: string[];
  /** Mark of the first text of each entry; absent where none was seen. */
  readonly #marks: number[];
  readonly #byRun = new Map<string, RunEntries>();

  readonly #categoryNames = new Map<string, string>();

  /** The last answer: samples of one prompt mostly follow each other. */
  #lastRun = '';
  #lastId = '';
  #lastEntry = -1;

  constructor(saved: SavedEntries = { ids: [], runOf: [], runs: [], categories: [], marks: [] }) {
    this.categories = [...saved.categories];
    this.#marks = [...saved.marks];
    this.ids = [...saved.ids];
    this.runOf = [...saved.runOf];
    this.runs = [...saved.runs];
    const orders: number[][] = this.runs.map(() => []);
    for (let entry = 0; entry < this.runOf.length; entry++) orders[this.runOf[entry] as number]?.push(entry);
    for (const [index, run] of this.runs.entries()) this.#byRun.set(run, { index, entries: null, order: orders[index] ?? [] });
  }

  save(): SavedEntries {
    return { ids: this.ids, runOf: this.runOf, runs: this.runs, categories: this.categories, marks: this.#marks };
  }

  get count(): number {
    return this.ids.length;
  }

  /** The entry of a prompt in a run; made when there is none. */
  entry(run: string, promptId: string): number {
    if (this.#lastEntry >= 0 && promptId === this.#lastId && run === this.#lastRun) return this.#lastEntry;
    let known = this.#byRun.get(run);
    if (known === undefined) {
      known = { index: this.runs.length, entries: new Map(), order: [] };
      this.#byRun.set(run, known);
      this.runs.push(run);
    }
    known.entries ??= new Map(known.order.map((each) => [this.ids[each] as string, each]));
    let entry = known.entries.get(promptId);
    if (entry === undefined) {
      entry = this.ids.length;
      known.entries.set(promptId, entry);
      known.order.push(entry);
      this.ids.push(promptId);
      this.runOf.push(known.index);
    }
    this.#lastRun = run;
    this.#lastId = promptId;
    this.#lastEntry = entry;
    return entry;
  }

  /** The first category of an entry stays. */
  setCategory(entry: number, category: string): void {
    this.categories[entry] ??= this.#sameCategory(category);
  }

  /** null where none was seen. Beyond the end of a list is not asked: that takes 300 ns. */
  category(entry: number): string | null {
    return entry < this.categories.length ? (this.categories[entry] ?? null) : null;
  }

  /** Whether the text with this mark is the one that the entry had first; the first is remembered. */
  isSameText(entry: number, mark: number): boolean {
    const first = (this.#marks[entry] ??= mark);
    return first === mark;
  }

  /** The mark of an entry's first text; 0 where none was seen. */
  textMark(entry: number): number {
    return this.#marks[entry] ?? 0;
  }

  /** One string for all prompts of a category. */
  #sameCategory(category: string): string {
    const known = this.#categoryNames.get(category);
    if (known !== undefined) return known;
    if (this.#categoryNames.size < MOST_SHARED) this.#categoryNames.set(category, category);
    return category;
  }

  /** Entries of a run, in order. @throws RangeError if there is no such run */
  ofRun(run: string): readonly number[] {
    const known = this.#byRun.get(run);
    if (known === undefined) throw new RangeError(`PromptEntries: there is no run ${JSON.stringify(run)}`);
    return known.order;
  }
}
