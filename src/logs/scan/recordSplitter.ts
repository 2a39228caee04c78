import { t } from '../../texts/t';

/** Cuts the bytes of a file into records. */
export interface RecordSplitter {
  /** Lines begun so far. */
  readonly lines: number;
  push(chunk: Uint8Array): void;
  end(): void;
}

/** Where a record lies; reused from record to record. */
export interface RecordPlace {
  /** Bytes from the start of the file. */
  offset: number;
  /** Line of its first byte, from 1. */
  line: number;
  /** Its name where it is a member of an object; null otherwise. */
  key: string | null;
  /** The file ends with it, and nothing says that it is whole. */
  last: boolean;
}

export interface SplitterSink {
  /** bytes[start..end) is one record. */
  record(bytes: Uint8Array, start: number, end: number, place: RecordPlace): void;
  /** Something that is no record, and why. */
  broken(line: number, reason: string): void;
}

/**
 * The longest record that is read, in bytes; a longer one is reported and passed over. No harness writes such a record, but a few packed
 * megabytes may unfold to one of gigabytes, and a record is held in memory.
 */
export const LONGEST_RECORD = 128 << 20;
/** What is said of it. */
export const TOO_LONG = t`the record is longer than ${LONGEST_RECORD >> 20} MB, the most that is read of one, and is left out`;
