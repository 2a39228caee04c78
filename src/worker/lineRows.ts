import { basename } from 'node:path';
import { LogReader } from '../logs/logReader';
import type { LogSink, PromptFacts, SampleDraft } from '../logs/recordSink';
import { fileChunks } from './fileChunks';
import type { ReadLogs } from './readLogs';

/**
 * Which prompt each line of a file speaks of, for the text editor: the file is read once more, so this is for small logs.
 *
 * @param ids the run's prompts; a prompt's row is its place
 * @returns rows of ids by line, the first line at 0; -1 where a line speaks of none of them
 */
export async function lineRows(logs: ReadLogs, run: string, ids: readonly string[], file: number): Promise<Int32Array> {
  const format = logs.readers[file]?.format;
  const rows: number[] = [];
  if (!format) return Int32Array.from(rows);
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  let line = 0;
  const take = (of: SampleDraft | PromptFacts): void => {
    const row = of.run === run ? rowOf.get(of.promptId) : undefined;
    while (rows.length < line) rows.push(-1);
    if (row !== undefined) rows[line - 1] = row;
  };
  const ignore = (): void => undefined;
  const sink: LogSink = {
    wantsGradients: false, sample: take, promptFacts: take, textsOf: ignore, malformed: ignore, note: ignore, tally: ignore,
    recordAt: (_file, _offset, at) => { line = at; },
  };
  const { path } = logs.files[file];
  const reader = new LogReader({ fileIndex: 0, fileName: basename(path), format: format.name, fields: format.fields, sink, amongOthers: logs.files.length > 1 });
  for await (const chunk of fileChunks(path)) reader.push(chunk);
  reader.end();
  return Int32Array.from(rows);
}
