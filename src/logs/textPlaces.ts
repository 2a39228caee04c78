/** A record of a file, by its first byte. */
export interface TextPlace {
  readonly file: number;
  readonly offset: number;
}

/** Where the texts of prompts lie that stand in records of their own, apart from those of the samples: a few logs do so. */
export class TextPlaces {
  readonly #byPrompt: Map<string, TextPlace[]>;

  constructor(saved?: ReadonlyMap<string, readonly TextPlace[]>) {
    this.#byPrompt = new Map(Array.from(saved ?? [], ([key, places]) => [key, [...places]]));
  }

  save(): ReadonlyMap<string, readonly TextPlace[]> {
    return this.#byPrompt;
  }

  get isEmpty(): boolean {
    return this.#byPrompt.size === 0;
  }

  add(run: string, promptId: string, place: TextPlace): void {
    const key = keyOf(run, promptId);
    const known = this.#byPrompt.get(key);
    if (known === undefined) this.#byPrompt.set(key, [place]);
    else known.push(place);
  }

  /**
   * The record that belongs to the at-th of a prompt's samples: the at-th, where there are as many as samples, else the first.
   * null: there is none.
   */
  of(run: string, promptId: string, at: number, samples: number): TextPlace | null {
    const places = this.#byPrompt.get(keyOf(run, promptId)) ?? [];
    return (places.length === samples ? places[at] : places[0]) ?? null;
  }
}

function keyOf(run: string, promptId: string): string {
  return `${run.length} ${run}${promptId}`;
}
