import type { FlaggedPrompt } from './flaggedPrompts';

/** Whether a command was called on an entry of the view "Flagged Prompts"; else whoever called it gave it nothing of use. */
export function isFlaggedPrompt(given: unknown): given is FlaggedPrompt {
  return typeof given === 'object' && given !== null && 'store' in given && 'flag' in given;
}
