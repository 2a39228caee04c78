import { createInflateRaw } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { InputError } from './inputError';
import { unzstd } from './unzstd';

const STORED = 0;
const DEFLATE = 8;
const ZSTANDARD = 93;
const SPACE = 32;
const LINE_END = Uint8Array.of(10);
const numeric = new Intl.Collator('en', { numeric: true });

/**
 * The samples of an archive of an evaluation (Inspect's .eval) as JSON Lines: each entry becomes one line, since a line
 * break of its own can only stand between tokens. Entries are read by range and streamed.
 * @throws InputError when the archive holds no samples, or an entry is packed in a way that cannot be read
 */
export async function* zipRecords(path: string): AsyncGenerator<Uint8Array> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: false });
  try {
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    for (const entry of sampleEntries(path, entries)) {
      for await (const chunk of content(path, zip, entry)) yield onOneLine(chunk);
      yield LINE_END;
    }
  } finally {
    zip.close();
  }
}

function sampleEntries(path: string, entries: readonly Entry[]): Entry[] {
  for (const kind of [/^samples\/[^/]+\.json$/, /^summaries\.json$/, /^_journal\/summaries\/\d+\.json$/]) {
    const found = entries.filter((entry) => kind.test(entry.fileName));
    if (found.length > 0) return found.sort((a, b) => numeric.compare(a.fileName, b.fileName));
  }
  const crashed = entries.some((entry) => entry.fileName === '_journal/start.json');
  throw new InputError(
    crashed ? `${path}: the run ended before its first sample was written, so there is nothing to inspect.` : `${path}: the archive holds no samples of an evaluation.`,
  );
}

async function* content(path: string, zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  if (entry.compressionMethod === STORED) yield* packed as AsyncIterable<Uint8Array>;
  else if (entry.compressionMethod === ZSTANDARD) yield* unzstd(packed);
  else if (entry.compressionMethod === DEFLATE) {
    const unpacked = packed.pipe(createInflateRaw());
    packed.on('error', (error) => unpacked.destroy(error));
    yield* unpacked as AsyncIterable<Uint8Array>;
  } else throw new InputError(`${path}: "${entry.fileName}" is packed by method ${entry.compressionMethod}, which cannot be read.`);
}

function onOneLine(chunk: Uint8Array): Uint8Array {
  const line = Uint8Array.from(chunk);
  for (let i = 0; i < line.length; i++) if (line[i] === 10 || line[i] === 13) line[i] = SPACE;
  return line;
}
