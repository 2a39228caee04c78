import { DocumentSplitter } from './documentSplitter';
import { LineSplitter } from './lineSplitter';
import type { PlainRows } from './plainRows';
import type { RecordScanner } from './recordScanner';
import { recordScanner } from './recordScanner';
import type { RecordSplitter, SplitterSink } from './recordSplitter';
import type { ScannedRecord } from './scannedRecord';
import { WasmLines } from './wasmLines';
import { WasmScanner, type ScanWish } from './wasmScanner';
import { whyMalformed } from './whyMalformed';

export interface ScannedSink {
  /** A record that is JSON; offset: of its first byte, from the start of the file. The record is reused. */
  record(record: ScannedRecord, offset: number): void;
  /** Something that is no record, and why. */
  broken(line: number, reason: string): void;
  /** Records that are one sample each and were read on the way; asked for by PlainFields only. */
  plain?(rows: PlainRows): void;
}

/**
 * Cuts the bytes of a file into records and scans them.
 * @param container null: one record a line; else as in DocumentSplitter
 * @param offset of the first byte pushed
 */
export function recordSource(container: string | null, wish: ScanWish, sink: ScannedSink, offset: number, scanner = recordScanner(wish)): RecordSplitter {
  if (container !== null) return new DocumentSplitter(container, scanning(scanner, sink), offset);
  return scanner instanceof WasmScanner ? new WasmLines(wish, scanner, sink, offset) : new LineSplitter(scanning(scanner, sink), offset);
}

/** Scans each record that a splitter cuts out. */
export function scanning(scanner: RecordScanner, sink: ScannedSink): SplitterSink {
  const { record } = scanner;
  return {
    record(bytes, start, end, place) {
      const wrong = scanner.scan(bytes, start, end);
      if (wrong >= 0) {
        sink.broken(place.line, whyMalformed(bytes, start, end, wrong, place.last));
        return;
      }
      record.line = place.line;
      record.key = place.key;
      sink.record(record, place.offset);
    },
    broken: (line, reason) => sink.broken(line, reason),
  };
}
