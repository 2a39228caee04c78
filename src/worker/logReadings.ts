import { basename } from 'node:path';
import type { JsonValue } from '../logs/formats/logFormat';
import { surveyFields } from '../logs/formats/surveyFields';
import { knownFormats } from '../logs/knownFormats';
import { isList } from '../logs/isList';
import { LogReader } from '../logs/logReader';
import { SampleTable } from '../logs/sampleTable';
import { headLayout } from '../logs/scan/headLayout';
import type { ErroredPolicy } from '../logs/sampleTable';
import type { LogReadings, Reading, ReadingChoice, SeenField } from '../protocol/messages';
import { t } from '../texts/t';
import { fileChunks } from './fileChunks';

/** So much of a log shows what a reading gives. */
const BEGINNING_BYTES = 4 << 20;
/** A first record longer than the beginning is waited for up to here. */
const LONGEST_BYTES = 64 << 20;
const EXAMPLE_LENGTH = 60;
const NEWLINE = 0x0a;

/**
 * What each of several readings of a log would give, from its beginning: prompts, samples and pass@1.
 * @param choices null: every format, those that find themselves in the log first, then those that read at least one sample
 * @throws InputError when packed data is corrupt; the file system's error when the file cannot be read
 */
export async function logReadings(path: string, choices: readonly ReadingChoice[] | null, errored: ErroredPolicy): Promise<LogReadings> {
  const { bytes, isAll } = await beginningOf(path);
  const fileName = basename(path);
  const readingOf = (choice: ReadingChoice) => reading(bytes, fileName, choice, errored);
  const layout = headLayout(bytes, isAll);
  const fields = surveyFields(layout.records).map(({ path: field, values }): SeenField => ({ path: field, example: exampleOf(values), isScore: values.some(isScore) }));
  const beginning = isAll ? null : bytes.length;
  if (choices !== null) return { path, beginning, fields, readings: choices.map((choice) => readingOf(choice).reading) };
  const { reading: automatic, candidates } = readingOf({});
  const found = candidates.map(({ name, confidence, verdicts }) => ({ ...(name === automatic.format ? automatic : readingOf({ format: name }).reading), confidence, verdicts }));
  const others = knownFormats()
    .filter(({ name }) => !candidates.some((candidate) => candidate.name === name))
    .map(({ name }) => readingOf({ format: name }).reading)
    .filter(({ samples, problem }) => problem === null && samples > 0);
  return { path, beginning, fields, readings: [...found, ...others] };
}

/** The first records of a log, whole ones where it has lines. */
async function beginningOf(path: string): Promise<{ bytes: Uint8Array; isAll: boolean }> {
  const parts: Uint8Array[] = [];
  let length = 0;
  let lineEnd = -1;
  for await (const chunk of fileChunks(path)) {
    const at = chunk.lastIndexOf(NEWLINE);
    if (at >= 0) lineEnd = length + at;
    parts.push(chunk.slice());
    length += chunk.length;
    if ((length >= BEGINNING_BYTES && lineEnd >= 0) || length >= LONGEST_BYTES) return { bytes: Buffer.concat(parts, lineEnd < 0 ? length : lineEnd + 1), isAll: false };
  }
  return { bytes: Buffer.concat(parts, length), isAll: true };
}

function reading(bytes: Uint8Array, fileName: string, choice: ReadingChoice, errored: ErroredPolicy): { reading: Reading; candidates: LogReader['candidates'] } {
  const table = new SampleTable();
  const reader = new LogReader({ fileIndex: 0, fileName, sink: table, ...choice });
  reader.push(bytes);
  reader.end();
  const { format } = reader;
  return {
    candidates: reader.candidates,
    reading: {
      format: format?.name ?? choice.format ?? 'unknown',
      title: format?.title ?? choice.format ?? t`unknown`,
      fields: format?.fields ?? {},
      verdicts: format?.verdicts ?? [],
      confidence: null,
      ...(reader.unrecognised === null ? totals(table, errored) : { prompts: 0, samples: 0, passAt1: null }),
      problem: reader.unrecognised,
    },
  };
}

/** Over all runs of the log; pass@1 is the mean of the pass rates of the prompts that have one. */
function totals(table: SampleTable, errored: ErroredPolicy): Pick<Reading, 'prompts' | 'samples' | 'passAt1'> {
  let known = 0;
  let sum = 0;
  let samples = 0;
  let prompts = 0;
  for (const run of table.runs()) {
    const { n, c, exactRate } = table.promptColumns(run, errored).columns;
    prompts += n.length;
    for (let row = 0; row < n.length; row++) {
      samples += n[row]!;
      const rate = n[row] === 0 ? (exactRate?.[row] ?? NaN) : c[row]! / n[row]!;
      if (Number.isNaN(rate)) continue;
      known++;
      sum += rate;
    }
  }
  return { prompts, samples, passAt1: known === 0 ? null : sum / known };
}

function isScore(value: JsonValue): boolean {
  return isList(value) ? value.some(isScore) : typeof value === 'number' && value !== 0 && value !== 1;
}

function exampleOf(values: readonly JsonValue[]): string {
  const value = values.find((each) => each !== null) ?? null;
  const text = typeof value === 'string' ? value.replace(/\s+/g, ' ') : JSON.stringify(value);
  return text.length > EXAMPLE_LENGTH ? `${text.slice(0, EXAMPLE_LENGTH)}…` : text;
}
