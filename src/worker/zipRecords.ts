import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import type { ChunkOptions } from './fileChunks';
import { InputError, sentence } from './inputError';
import { unzstd } from './unzstd';
import { t } from '../texts/t';

const STORED = 0;
const DEFLATE = 8;
const ZSTANDARD = 93;
const SPACE = 32;
const LINE_END = Uint8Array.of(10);
/** No JSON: what is left of an entry that cannot be read is counted as a malformed record. */
const DAMAGED = Uint8Array.of(0x7b);
const numeric = new Intl.Collator('en', { numeric: true });

/**
 * The samples of an archive of an evaluation (Inspect's .eval) as JSON Lines: each entry becomes one line, since a line
 * break of its own can only stand between tokens. Entries are read by range and streamed. One that cannot be read becomes a line that is no
 * JSON, so that it is counted and its number given.
 * @throws InputError when the archive holds no samples, or none of its entries can be read
 */
export async function* zipRecords(path: string, { onRead, signal }: ChunkOptions): AsyncGenerator<Uint8Array> {
  const { size } = await stat(path);
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: false });
  let told = 0;
  const tell = (bytes: number) => {
    const dealtWith = Math.min(size, told + bytes);
    onRead?.(dealtWith - told);
    told = dealtWith;
  };
  try {
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) {
      signal?.throwIfAborted();
      entries.push(entry);
    }
    let whole = 0;
    let damage: InputError | null = null;
    for (const entry of sampleEntries(path, entries)) {
      try {
        for await (const chunk of content(path, zip, entry, tell)) yield onOneLine(chunk);
        whole++;
      } catch (error) {
        damage ??= error instanceof InputError ? error : new InputError(t`${path}: "${entry.fileName}" cannot be unpacked: ${sentence(error)}`);
        yield DAMAGED;
      }
      yield LINE_END;
    }
    if (whole === 0 && damage !== null) throw damage;
    tell(size - told);
  } finally {
    zip.close();
  }
}

function sampleEntries(path: string, entries: readonly Entry[]): Entry[] {
  for (const kind of [/^samples\/[^/]+\.json$/, /^summaries\.json$/, /^_journal\/summaries\/\d+\.json$/]) {
    const found = entries.filter((entry) => kind.test(entry.fileName));
    if (found.length > 0) return [...found.sort((a, b) => numeric.compare(a.fileName, b.fileName)), ...entries.filter((entry) => entry.fileName === 'header.json')];
  }
  const crashed = entries.some((entry) => entry.fileName === '_journal/start.json');
  throw new InputError(
    crashed ? t`${path}: the run ended before its first sample was written, so there is nothing to inspect.` : t`${path}: the archive holds no samples of an evaluation.`,
  );
}

/** @param onRead told the packed bytes that have been dealt with */
async function* content(path: string, zip: ZipFile, entry: Entry, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  const chunks = counted(packed, onRead);
  if (entry.compressionMethod === STORED) yield* chunks;
  else if (entry.compressionMethod === ZSTANDARD) yield* unzstd(chunks);
  else if (entry.compressionMethod === DEFLATE) {
    const source = Readable.from(chunks);
    const unpacked = source.pipe(createInflateRaw());
    source.on('error', (error) => unpacked.destroy(error));
    yield* unpacked as AsyncIterable<Uint8Array>;
  } else throw new InputError(t`${path}: "${entry.fileName}" is packed by method ${entry.compressionMethod}, which cannot be read.`);
}

async function* counted(chunks: AsyncIterable<Uint8Array>, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    yield chunk;
    onRead(chunk.length);
  }
}

function onOneLine(chunk: Uint8Array): Uint8Array {
  const line = Uint8Array.from(chunk);
  for (let i = 0; i < line.length; i++) if (line[i] === 10 || line[i] === 13) line[i] = SPACE;
  return line;
}
