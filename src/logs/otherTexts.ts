import type { SampleDraft } from './recordSink';
import { t } from '../texts/t';

const NAMED = 3;

export interface SavedOtherTexts {
  readonly named: readonly string[];
  readonly count: number;
}

/** The samples whose prompt's id stood beside another text before: the first three are named, the rest counted. */
export class OtherTexts {
  readonly #named: string[];
  #count: number;

  constructor(saved: SavedOtherTexts = { named: [], count: 0 }) {
    this.#named = [...saved.named];
    this.#count = saved.count;
  }

  save(): SavedOtherTexts {
    return { named: this.#named, count: this.#count };
  }

  add({ promptId, run }: Pick<SampleDraft, 'promptId' | 'run'>, line: number): void {
    if (this.#count++ >= NAMED) return;
    const id = JSON.stringify(promptId.length > 60 ? `${promptId.slice(0, 60)}…` : promptId);
    this.#named.push(run === ''
      ? t`Line ${line}: the prompt ${id} has another text here than before; its samples are counted together. If these are different prompts, their id does not tell them apart.`
      : t`Line ${line}: the prompt ${id} has another text here than before in the run ${JSON.stringify(run.slice(0, 60))}; its samples are counted together. If these are different prompts, their id does not tell them apart.`);
  }

  notes(): readonly string[] {
    const more = this.#count - NAMED;
    if (more <= 0) return this.#named;
    return [...this.#named, more === 1 ? t`1 more sample has another prompt text than its prompt's first.` : t`${more} more samples have another prompt text than their prompt's first.`];
  }
}
