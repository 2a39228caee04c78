/** One line of .passk/flags.jsonl (DESIGN.md 7): append-only, the last event of a prompt wins; flag null takes it off. */
export interface FlagEvent {
  readonly prompt_id: string;
  readonly run: string | null;
  readonly flag: string | null;
  readonly note: string;
  readonly k: number | null;
  readonly weight: number | null;
  readonly agreement: number | null;
  /** ISO 8601, UTC. All events of one act have the same. */
  readonly at: string;
  /** Digest of the prompt's text when it was flagged, where that was known: tells a prompt that changed since. */
  readonly text_digest?: string;
  /** The `at` of the act that this event takes back. */
  readonly undoes?: string;
}

/** A prompt's flag as it stands. */
export interface FlagState extends FlagEvent {
  readonly flag: string;
  /** A sentence on why it may no longer hold, by the newer runs that were looked at; never in the file. */
  readonly stale?: string;
}
