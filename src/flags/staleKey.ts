import type { FlagEvent } from './flagEvent';

/** What a doubt is about: this flag, and not one that the prompt got later. */
export function staleKey({ prompt_id, at }: FlagEvent): string {
  return JSON.stringify([prompt_id, at]);
}
