import { LogReader, type LogReaderOptions } from '../../src/logs/logReader';
import { SampleTable } from '../../src/logs/sampleTable';
import { spoiledChunks } from './spoiledChunks';

export interface ReadLog {
  readonly reader: LogReader;
  readonly table: SampleTable;
}

/** Reads bytes as one file, in chunks of one size, each in a buffer that is spoiled afterwards, as a caller may reuse it. */
export function readLog(bytes: Uint8Array, fileName: string, chunkBytes = 1 << 16, options: Pick<LogReaderOptions, 'format' | 'fields'> = {}): ReadLog {
  const table = new SampleTable();
  return { reader: readInto(table, 0, bytes, fileName, chunkBytes, options), table };
}

export function readInto(
  sink: LogReaderOptions['sink'], fileIndex: number, bytes: Uint8Array, fileName: string, chunkBytes = 1 << 16, options: Pick<LogReaderOptions, 'format' | 'fields'> = {},
): LogReader {
  const reader = new LogReader({ fileIndex, fileName, sink, ...options });
  for (const chunk of spoiledChunks(bytes, chunkBytes)) reader.push(chunk);
  reader.end();
  return reader;
}

/** All that reading left behind, as plain data that two readings can be compared by. */
export function outcome({ reader, table }: ReadLog): unknown {
  const samples = Array.from({ length: table.sampleCount }, (_, sample) => ({
    run: table.runOf(table.promptOf(sample)), prompt: table.promptId(table.promptOf(sample)), verdict: table.verdictOf(sample), score: String(table.scoreOf(sample)),
    index: table.sampleIndexOf(sample), element: table.elementOf(sample), offset: table.offsetOf(sample), line: table.lineOf(sample), counted: table.isCounted(sample),
  }));
  return {
    format: reader.format, unrecognised: reader.unrecognised, lines: reader.lines, malformedCount: reader.malformedCount, malformed: reader.malformed, notes: reader.notes,
    tableNotes: table.notes, duplicates: table.duplicates, errored: table.errored, gradients: table.gradientCount, samples, runs: table.runs().map((run) => runOutcome(table, run)),
  };
}

function runOutcome(table: SampleTable, run: string): unknown {
  const { columns } = table.promptColumns(run, 'drop');
  return { run, id: columns.id, n: [...columns.n], c: [...columns.c], errored: [...columns.errored], exactRate: columns.exactRate?.toString() ?? null };
}
