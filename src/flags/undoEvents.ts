import type { FlagEvent } from './flagEvent';

/** What to append so that an act is taken back, and the act itself. */
export interface Undo {
  readonly act: readonly FlagEvent[];
  readonly events: readonly FlagEvent[];
}

/**
 * Takes back the last act that is not taken back yet: for each of its prompts, an event that says what the prompt's flag was
 * before. Nothing is removed; a second undo takes back the act before.
 *
 * @param events all of them, in the order of the file
 * @param at when this undo happens; ISO 8601, UTC
 * An event that was written by hand and has no time is no act that could be named, so it stays.
 * @returns null when there is nothing to take back
 */
export function undoEvents(events: readonly FlagEvent[], at: string): Undo | null {
  const undone = new Set(events.flatMap(({ undoes }) => undoes ?? []));
  const last = events.filter(({ at: when, undoes }) => undoes === undefined && when !== '' && !undone.has(when)).at(-1);
  if (last === undefined) return null;
  const isOfAct = (event: FlagEvent): boolean => event.at === last.at && event.undoes === undefined;
  const act = events.filter(isOfAct);
  const before = new Map<string, FlagEvent>();
  for (const event of events) {
    if (isOfAct(event)) break; // an act is written at once, so what is before its first event is before it all
    before.set(event.prompt_id, event);
  }
  const prompts = new Map(act.map((event) => [event.prompt_id, event]));
  return {
    act,
    events: [...prompts.values()].map((event) => {
      const earlier = before.get(event.prompt_id);
      // What took a flag off keeps the evidence of its moment, as every event does.
      return { ...(earlier ?? { ...event, flag: null, note: '' }), at, undoes: last.at };
    }),
  };
}
