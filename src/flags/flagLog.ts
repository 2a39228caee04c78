import type { FlagEvent, FlagState } from './flagEvent';
import { t } from '../texts/t';

/** What the text of a flags file says. */
export interface FlagLog {
  /** Every event that could be read, in the order of the file. */
  readonly events: readonly FlagEvent[];
  /** Lines that hold more, or something else, than one event. Lines count from 1. */
  readonly skipped: readonly SkippedLine[];
}

export interface SkippedLine {
  readonly line: number;
  readonly reason: string;
}

/**
 * Reads the text of `.passk/flags.jsonl`. A line that is broken, half-written or a git conflict marker is skipped and
 * reported; the events on both sides of a conflict are kept. An event that was glued to a half-written one is still found.
 *
 * @param text the whole file; line ends of any system, with or without a byte order mark
 */
export function flagLog(text: string): FlagLog {
  const events: FlagEvent[] = [];
  const skipped: SkippedLine[] = [];
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const read = flagEventOf(line);
    if (typeof read !== 'string') {
      events.push(read);
      continue;
    }
    skipped.push({ line: index + 1, reason: read });
    const glued = gluedEvent(line);
    if (glued !== null) events.push(glued);
  }
  return { events, skipped };
}

/**
 * The flags as they stand: the last event of a prompt wins, and an event whose flag is null takes the prompt's flag off.
 * Prompts come in the order of their last event.
 */
export function flagStates(events: readonly FlagEvent[]): FlagState[] {
  const last = new Map<string, FlagEvent>();
  for (const event of events) {
    last.delete(event.prompt_id);
    last.set(event.prompt_id, event);
  }
  return [...last.values()].filter(flagged);
}

function flagged(event: FlagEvent): event is FlagState {
  return event.flag !== null;
}

/** One line as an event, or why it is none. */
function flagEventOf(line: string): FlagEvent | string {
  if (/^(<{7}|={7}|>{7}|\|{7})/.test(line)) return t`a git conflict marker`;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return t`not whole JSON, perhaps half-written`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return t`not a JSON object`;
  // A Map, since a key may be called __proto__.
  const fields = new Map<string, unknown>(Object.entries(value));
  const id = fields.get('prompt_id');
  const flag = fields.get('flag');
  if (typeof id !== 'string') return t`no "prompt_id" that is text`;
  if (flag !== null && (typeof flag !== 'string' || flag === '')) return t`no "flag" that is text or null`;
  return {
    prompt_id: id,
    run: textOr(fields.get('run'), null),
    flag,
    note: textOr(fields.get('note'), ''),
    k: numberOrNull(fields.get('k')),
    weight: numberOrNull(fields.get('weight')),
    agreement: numberOrNull(fields.get('agreement')),
    at: textOr(fields.get('at'), ''),
    ...optionalText(fields, 'text_digest'),
    ...optionalText(fields, 'undoes'),
  };
}

/** `{"prompt_id"` cannot stand inside a JSON string, where quotes are escaped: past the start it opens a second event. */
function gluedEvent(line: string): FlagEvent | null {
  const start = line.lastIndexOf('{"prompt_id"');
  if (start <= 0) return null;
  const read = flagEventOf(line.slice(start));
  return typeof read === 'string' ? null : read;
}

function textOr<T>(value: unknown, otherwise: T): string | T {
  return typeof value === 'string' ? value : otherwise;
}

function optionalText<Key extends string>(fields: ReadonlyMap<string, unknown>, key: Key): { readonly [K in Key]?: string } {
  const value = fields.get(key);
  // A computed key widens to an index signature, so the type is said here.
  return (typeof value === 'string' ? { [key]: value } : {}) as { readonly [K in Key]?: string };
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
