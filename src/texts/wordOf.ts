import { t } from './t';

/**
 * Words that are data in a report, a filter or a message between threads, and that people read too. Data stay as they are;
 * what is shown goes through `wordOf`.
 */
export const WORDS = [
  'unknown', 'none', 'hard', 'middle', 'easy', 'unsolved', 'mixed', 'saturated', 'negative', 'positive', 'unclear', 'correct', 'wrong', 'errored',
  'conflict', 'no conflict', 'inconclusive', 'solid', 'fragile', 'extrapolated', 'unbiased', 'plug-in', 'exact', 'rose', 'fell',
  'tokens', 'characters', 'bytes',
] as const;

/** A word of a report in the reader's language. */
export function wordOf(word: (typeof WORDS)[number]): string {
  // Looked up like any other text.
  return t([word]);
}
