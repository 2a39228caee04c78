import { basename } from 'node:path';
import type { ReportSource, SourceFile } from '../core/reportShape';
import type { FieldMap } from '../logs/formats/logFormat';
import { LogReader, type ChosenFormat, type LogReaderOptions } from '../logs/logReader';
import type { LogSink } from '../logs/recordSink';
import { SampleTable, type ErroredPolicy } from '../logs/sampleTable';
import { feedReader, WORTH_THREADS_BYTES } from './feedReader';
import { isPacked } from './fileChunks';
import { InputError, UnreadRecords } from './inputError';
import type { GatheredVectors } from './gatheredVectors';
import type { LogFile } from './logFiles';
import { defaultThreads } from './defaultThreads';
import type { ScanThreads } from './scanThreads';
import { t } from '../texts/t';

export interface ReadOptions {
  /** A format's name; absent: each file's content decides. */
  readonly format?: string;
  /** Which field is read as what, over what the format would read. */
  readonly fields?: FieldMap;
  /** Glob of file names -> fields and `format`, for files that `format` and `fields` leave open. */
  readonly formats?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Threads that read a large log, this one among them; absent: half the cores. */
  readonly threads?: number;
  /** The bundle that the other threads run; absent: there are none. */
  readonly threadScript?: string;
  /** A line that is cut off at the end may still be written, and is not reported. */
  readonly isGrowing?: boolean;
  /** Samples that are added later will be read too. */
  readonly follow?: boolean;
  /** What errored samples count as; absent: nobody will ask what inline vectors say. */
  readonly errored?: ErroredPolicy;
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytesRead: number, samples: number) => void;
  /** Told of what will be filled, before anything is read. */
  readonly onStart?: (logs: ReadLogs) => void;
}

const WORTH_GATHERING_BYTES = 4 << 20;

/** What decides how the records of a file are read. */
type FileOptions = Pick<ReadOptions, 'format' | 'fields' | 'formats' | 'isGrowing'>;

/** Logs as read: their samples as one table. File i of the table is files[i]; the last files have no reader while they are not read yet. */
export interface ReadLogs {
  readonly files: LogFile[];
  readonly readers: LogReader[];
  readonly table: SampleTable;
  /** What adds up inline vectors while the table is filled, and fills it; null where nothing does. */
  readonly gathered: GatheredVectors | null;
}

/**
 * Reads every file into one table.
 * @throws InputError when no file holds a record that can be used
 */
export async function readLogs(found: readonly LogFile[], options: ReadOptions): Promise<ReadLogs> {
  const table = new SampleTable();
  const logs: ReadLogs = { files: [...found], readers: [], table, gathered: await gatheredInto(table, found, options) };
  const { files, readers } = logs;
  options.onStart?.(logs);
  await withThreads(files, options, async (threads) => {
    while (readers.length < files.length) await readNext(logs, options, threads);
  });
  const refused = readers.flatMap((reader, index) => (reader.unrecognised === null ? [] : [named(files[index].path, reader.unrecognised)]));
  if (refused.length === readers.length) {
    const Refusal = readers.some((reader) => reader.hasRecords) ? UnreadRecords : InputError;
    throw new Refusal(refused.length > 1 ? t`${refused[0]} (and ${refused.length - 1} more files like it)` : refused[0]);
  }
  return logs;
}

/** Vectors are added up while a log is read where reading it twice would be felt. */
async function gatheredInto(table: SampleTable, files: readonly LogFile[], { errored, follow }: ReadOptions): Promise<GatheredVectors | null> {
  if (errored === undefined || files.reduce((sum, { bytes }) => sum + bytes, 0) < WORTH_GATHERING_BYTES) return null;
  const { manyVectors } = await import('./manyVectors');
  return new manyVectors.GatheredVectors(table, errored, follow === true);
}

/** Reads the first file that has no reader yet. */
export async function readNext({ files, readers, table, gathered }: ReadLogs, options: ReadOptions, threads: ScanThreads | null): Promise<void> {
  const fileIndex = readers.length;
  const file = files[fileIndex];
  const reader = new LogReader(readerOptions(file.path, fileIndex, files.length, gathered ?? table, options));
  readers.push(reader);
  let bytesRead = 0;
  await feedReader(reader, file.path, {
    ...(options.signal && { signal: options.signal }),
    ...(threads && { threads }),
    onRead: (bytes) => {
      bytesRead += bytes;
      options.onProgress?.(bytes, table.sampleCount);
    },
  });
  // It may have grown, or been cut, since it was found.
  if (reader.isLines && !isPacked(file.path)) files[fileIndex] = { ...file, bytes: bytesRead };
}

/** How one of several files is read. */
export function readerOptions(path: string, fileIndex: number, files: number, sink: LogSink, options: FileOptions): LogReaderOptions {
  return { fileIndex, fileName: basename(path), sink, amongOthers: files > 1, isGrowing: options.isGrowing === true, ...choiceFor(path, options) };
}

/** Does work with the other threads, which start meanwhile and end with it; null where none are wanted or no file is worth it. */
export async function withThreads<T>(
  files: readonly LogFile[], { threads = defaultThreads(), threadScript }: Pick<ReadOptions, 'threads' | 'threadScript'>, work: (threads: ScanThreads | null) => Promise<T>,
): Promise<T> {
  const isWorthIt = files.some(({ path, bytes }) => bytes >= WORTH_THREADS_BYTES && !isPacked(path));
  if (threads < 2 || threadScript === undefined || !isWorthIt) return work(null);
  const { longLogs } = await import('./longLogs');
  const started = new longLogs.ScanThreads(threadScript, threads - 1);
  try {
    return await work(started);
  } finally {
    // They take some milliseconds to end, which nobody waits for.
    void started.dispose();
  }
}

/** What the settings or the caller decide about a file; empty: nothing. */
export function choiceFor(path: string, { format, fields, formats }: FileOptions): { format?: string; fields?: FieldMap } {
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

function tiedSentence(path: string, [used, ...others]: readonly ChosenFormat[]): string {
  return t`${basename(path)} fits ${others.reduce((titles, { title }) => t`${titles} and ${title}`, used!.title)} equally well; it was read as ${used!.title}. Say which it is in the setting passk.formats, or with --format.`;
}

/** A sentence about a file names it, once. */
function named(path: string, sentence: string): string {
  return sentence.includes(path) ? sentence : `${path}: ${sentence}`;
}

function leftOut(path: string, why: string): string {
  return why.includes(path) ? t`Left out: ${why}` : t`${path} is left out: ${why}`;
}

function sourceFile(path: string, bytes: number, reader: LogReader | undefined): SourceFile {
  const format = reader?.format;
  return { path, bytes, format: format?.name ?? 'unknown', samples: reader?.samples ?? 0, ...(format && { fields: format.fields }) };
}

/** The report's account of where the numbers come from. */
export function sourceOf({ files, readers, table }: ReadLogs, run: string, notes: readonly string[]): ReportSource {
  const runs = table.runs();
  const refused = readers.flatMap((reader, index) => (reader.unrecognised === null ? [] : [leftOut(files[index].path, reader.unrecognised)]));
  const tied = readers.flatMap((reader, index) => (reader.tied === null ? [] : [tiedSentence(files[index].path, reader.tied)]));
  const all = [...new Set([...refused, ...tied.slice(0, 1), ...table.notes, ...readers.flatMap((reader) => reader.notes), ...notes])];
  return {
    files: files.map(({ path, bytes }, index) => sourceFile(path, bytes, readers[index])),
    samples: table.sampleCount,
    malformedCount: readers.reduce((sum, reader) => sum + reader.malformedCount, 0),
    malformed: readers.flatMap((reader, index) => reader.malformed.map((line) => ({ file: files[index].path, ...line }))).slice(0, 100),
    errored: table.errored,
    duplicates: table.duplicates,
    ...(runs.length > 1 && { run, runs }),
    ...(all.length > 0 && { notes: all }),
  };
}
