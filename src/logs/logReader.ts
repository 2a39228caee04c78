import type { FieldMap } from './formats/logFormat';
import type { LogSink } from './recordSink';

export interface LogReaderOptions {
  /** What the sink is told: the index of this file among those read. */
  readonly fileIndex: number;
  /** A hint for detection, and for formats that keep meaning in names. */
  readonly fileName: string;
  /** A format's name; absent: recognised from the content. */
  readonly format?: string;
  /** Replaces, field by field, what the format would read. */
  readonly fields?: FieldMap;
  readonly sink: LogSink;
}

export interface ChosenFormat {
  readonly name: string;
  readonly title: string;
  readonly confidence: number;
  readonly fields: FieldMap;
}

export interface MalformedLine {
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

/** Reads one log, chunk by chunk, into a sink. */
export class LogReader {
  /** null until recognised. */
  readonly format: ChosenFormat | null = null;
  /** Samples given to the sink so far. */
  readonly samples: number = 0;
  readonly malformedCount: number = 0;
  /** The first 100. */
  readonly malformed: readonly MalformedLine[] = [];
  /** Lines begun so far, blank ones too. */
  readonly lines: number = 0;
  /** Sentences from the format's reader, each once. */
  readonly notes: readonly string[] = [];
  /** Why nothing could be read, in a sentence; null while reading, and when something was. */
  readonly unrecognised: string | null = null;

  constructor(readonly options: LogReaderOptions) {}

  /** Takes the next bytes; chunks may be cut anywhere. The chunk may be reused after the call. */
  push(chunk: Uint8Array): void {
    throw new RangeError(`not yet: ${chunk.length}`);
  }

  /** Takes the end of the file. */
  end(): void {
    throw new RangeError('not yet');
  }
}
