import { basename } from 'node:path';
import type { ReportSource } from '../core/reportShape';
import type { FieldMap } from '../logs/formats/logFormat';
import { LogReader } from '../logs/logReader';
import { SampleTable } from '../logs/sampleTable';
import { fileChunks } from './fileChunks';
import { InputError } from './inputError';
import type { LogFile } from './logFiles';

export interface ReadOptions {
  /** A format's name; absent: each file's content decides. */
  readonly format?: string;
  /** Which field is read as what, over what the format would read. */
  readonly fields?: FieldMap;
  /** Glob of file names -> fields and `format`, for files that `format` and `fields` leave open. */
  readonly formats?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytesRead: number, samples: number) => void;
}

/** Logs as read: their samples as one table. File i of the table is files[i]. */
export interface ReadLogs {
  readonly files: readonly LogFile[];
  readonly readers: readonly LogReader[];
  readonly table: SampleTable;
}

/**
 * Reads every file into one table.
 * @throws InputError when no file holds a record that can be used
 */
export async function readLogs(files: readonly LogFile[], options: ReadOptions): Promise<ReadLogs> {
  const table = new SampleTable();
  const readers: LogReader[] = [];
  for (const [fileIndex, file] of files.entries()) {
    const reader = new LogReader({ fileIndex, fileName: basename(file.path), sink: table, amongOthers: files.length > 1, ...choiceFor(file.path, options) });
    for await (const chunk of fileChunks(file.path, {
      ...(options.signal && { signal: options.signal }),
      onRead: (bytes) => options.onProgress?.(bytes, table.sampleCount),
    })) {
      reader.push(chunk);
    }
    reader.end();
    readers.push(reader);
  }
  const refused = readers.flatMap((reader, index) => (reader.unrecognised === null ? [] : [`${files[index].path}: ${reader.unrecognised}`]));
  if (refused.length === readers.length) throw new InputError(refused.length > 1 ? `${refused[0]} (and ${refused.length - 1} more files like it)` : refused[0]);
  return { files, readers, table };
}

/** What the settings or the caller decide about a file; empty: nothing. */
export function choiceFor(path: string, { format, fields, formats }: ReadOptions): { format?: string; fields?: FieldMap } {
  const pattern = Object.keys(formats ?? {}).find((glob) => globMatches(glob, path));
  const { format: setFormat, ...setFields } = pattern === undefined ? {} : (formats?.[pattern] ?? {});
  const chosen = format ?? setFormat;
  const merged = { ...setFields, ...fields };
  return { ...(chosen !== undefined && { format: chosen }), ...(Object.keys(merged).length > 0 && { fields: merged }) };
}

function globMatches(glob: string, path: string): boolean {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/?|\*|\?/g, (wild) => (wild === '*' ? '[^/]*' : wild === '?' ? '[^/]' : '.*'));
  return new RegExp(`(^|/)${source}$`).test(path.replaceAll('\\', '/'));
}

/** The report's account of where the numbers come from. */
export function sourceOf({ files, readers, table }: ReadLogs, run: string, notes: readonly string[]): ReportSource {
  const runs = table.runs();
  const refused = readers.flatMap((reader, index) => (reader.unrecognised === null ? [] : [`${files[index].path} is left out: ${reader.unrecognised}`]));
  const all = [...new Set([...refused, ...table.notes, ...readers.flatMap((reader) => reader.notes), ...notes])];
  return {
    files: files.map(({ path, bytes }, index) => ({ path, bytes, format: readers[index].format?.name ?? 'unknown', samples: readers[index].samples })),
    samples: table.sampleCount,
    malformedCount: readers.reduce((sum, reader) => sum + reader.malformedCount, 0),
    malformed: readers.flatMap((reader, index) => reader.malformed.map((line) => ({ file: files[index].path, ...line }))).slice(0, 100),
    errored: table.errored,
    duplicates: table.duplicates,
    ...(runs.length > 1 && { run, runs }),
    ...(all.length > 0 && { notes: all }),
  };
}
