import type { PromptRow } from '../reportShape';

export interface PromptWord {
  /** All values there are; null: the log or its readers name them. */
  readonly values: readonly string[] | null;
  readonly of: (row: PromptRow) => string | null;
}

/** The words of a prompt that a filter may ask for, as in state:unsolved, by the name they are called by. */
export const promptWords: ReadonlyMap<string, PromptWord> = new Map<string, PromptWord>([
  ['state', { values: ['unsolved', 'mixed', 'saturated'], of: (row) => row.state }],
  ['group', { values: ['hard', 'middle', 'easy'], of: (row) => row.group }],
  ['interference', { values: ['negative', 'positive', 'unclear', 'unknown'], of: (row) => row.interference }],
  ['flag', { values: null, of: (row) => row.flag }],
  ['category', { values: null, of: (row) => row.category ?? null }],
]);
