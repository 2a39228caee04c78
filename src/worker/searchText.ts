import type { ElementTexts, RecordTexts } from '../logs/recordTexts';
import type { SampleTable } from '../logs/sampleTable';
import type { SpelledText, SpelledTexts } from '../logs/spelledTexts';
import type { TextHits } from '../protocol/messages';
import type { ChunkOptions } from './fileChunks';
import { InputError } from './inputError';
import { isInsideEscape, isSpelled } from './isSpelled';
import type { ReadLogs } from './readLogs';
import { BLOCK_BYTES, recordBlocks, type RecordBlock } from './recordBlocks';
import { TextFinder } from './textFinder';
import { textPatterns, type TextPatterns } from './textPatterns';
import { t } from '../texts/t';

export interface SearchedRun {
  readonly logs: ReadLogs;
  /** Row of each table prompt, -1 for the prompts of other runs. */
  readonly rows: Int32Array;
  /** The samples of the logs that the rows cover: more may have been read since. */
  readonly samples: number;
  /** Reads the texts of the records of a file. */
  readonly texts: (file: number) => RecordTexts;
  /** Finds the texts of most records of a file where they lie; null: they must be read. */
  readonly spelled: (file: number) => SpelledTexts | null;
  /** The unpacked bytes of a file; null: it is not packed. */
  readonly unpacked: (path: string) => ((options: ChunkOptions) => AsyncIterable<Uint8Array>) | null;
}

export interface TextQuery {
  readonly text: string;
  readonly caseSensitive: boolean;
  /** Samples before it, and their prompts, are not looked into. */
  readonly fromSample: number;
}

const HITS_INTERVAL_MS = 100;
/** Others are heard at least this often, a wish to stop among them. */
const LONGEST_TURN_MS = 20;
const LONGEST_TEXT = 10_000;

/**
 * Looks for a text in every response and prompt of a run, in the files as they lie there. The bytes are looked through for any
 * spelling of the text; only a record that has one is looked into, and it counts where the text that is shown of it has the text.
 * A text that is put together from several values (the messages of a chat) is found within one of them.
 * @param onHits told what is new, at most ten times a second, and once at the end
 * @throws InputError when there is nothing to look for; whatever reading throws
 */
export async function searchText(run: SearchedRun, query: TextQuery, onHits: (hits: TextHits) => void, signal: AbortSignal): Promise<void> {
  if (query.text === '') throw new InputError(t`There is no text to look for.`);
  if (query.text.length > LONGEST_TEXT) throw new InputError(t`The text to look for is longer than ${LONGEST_TEXT} characters.`);
  const { files } = run.logs;
  const search = new Search(run, textPatterns(query.text, query.caseSensitive), query.fromSample, onHits);
  search.totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  try {
    for (const [file, ordinals] of samplesByFile(run.logs.table, files.length, query.fromSample, run.samples).entries()) await search.file(file, ordinals, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  search.tell(true);
}

/** Samples of each file, from one up to another, in the order of their records. */
function samplesByFile(table: SampleTable, files: number, from: number, to: number): Int32Array[] {
  const counts = new Int32Array(files);
  for (let sample = from; sample < to; sample++) counts[table.fileOf(sample)]++;
  const all = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  for (let sample = from; sample < to; sample++) {
    const file = table.fileOf(sample);
    all[file][counts[file]++] = sample;
  }
  return all;
}

class Search {
  totalBytes = 0;
  #scannedBytes = 0;
  #passedOver = 0;
  #prompts: number[] = [];
  #samples: number[] = [];
  #told = performance.now();
  #turn = performance.now();
  readonly #promptsFound: Uint8Array;
  readonly #run: SearchedRun;
  readonly #patterns: TextPatterns;
  readonly #onHits: (hits: TextHits) => void;

  constructor(run: SearchedRun, patterns: TextPatterns, fromSample: number, onHits: (hits: TextHits) => void) {
    this.#run = run;
    this.#patterns = patterns;
    this.#onHits = onHits;
    this.#promptsFound = new Uint8Array(run.rows.length);
    for (let sample = 0; sample < fromSample; sample++) this.#promptsFound[run.logs.table.promptOf(sample)] = 1;
  }

  async file(file: number, ordinals: Int32Array, signal: AbortSignal): Promise<void> {
    const { table, files } = this.#run.logs;
    // Samples of one record share its offset.
    const firsts = ordinals.filter((sample, at) => at === 0 || table.offsetOf(sample) !== table.offsetOf(ordinals[at - 1]));
    const offsets = Float64Array.from(firsts, (sample) => table.offsetOf(sample));
    const starts = new Int32Array(firsts.length + 1).fill(ordinals.length);
    for (let at = 0, record = 0; record < firsts.length; at++) if (ordinals[at] === firsts[record]) starts[record++] = at;
    const { path, bytes } = files[file];
    const textsOf = this.#run.texts(file);
    const spelled = this.#patterns.hasHalf ? null : this.#run.spelled(file);
    const finder = new TextFinder(this.#patterns, spelled, BLOCK_BYTES);
    const before = this.#scannedBytes;
    const options = { buffers: finder.buffers, unpacked: this.#run.unpacked(path), signal, onRead: (read: number) => void (this.#scannedBytes += read), onPassedOver: () => void this.#passedOver++ };
    for await (const block of recordBlocks(path, offsets, bytes, options)) {
      finder.turnTo(block.bytes);
      for (let record = nextRecord(finder, block, offsets, block.first); record.number < block.end; record = nextRecord(finder, block, offsets, record.number + 1)) {
        const { number, from, to } = record;
        const [first, last] = [starts[number], starts[number + 1]];
        const isSeen = last - first === 1 && spelled !== null && this.#lookAt(spelled, finder, record, ordinals[first]);
        if (!isSeen) this.#look(textsOf, block.bytes.subarray(from, to), ordinals.subarray(first, last));
        if (performance.now() - this.#turn > LONGEST_TURN_MS) await this.#pause(signal);
      }
      await this.#pause(signal);
    }
    this.#scannedBytes = before + bytes;
  }

  /** Tells what was found since the last time, if it is time to. */
  tell(done: boolean): void {
    const now = performance.now();
    if (!done && now - this.#told < HITS_INTERVAL_MS) return;
    this.#told = now;
    const [prompts, samples] = [Int32Array.from(this.#prompts), Int32Array.from(this.#samples)];
    this.#prompts = [];
    this.#samples = [];
    this.#onHits({ prompts, samples, scannedBytes: Math.min(this.#scannedBytes, this.totalBytes), totalBytes: this.totalBytes, passedOver: this.#passedOver, upTo: this.#run.samples, done });
  }

  /**
   * Looks into a record's texts as they are spelled.
   * @returns false when the record must be parsed
   */
  #lookAt(spelled: SpelledTexts, finder: TextFinder, { from, to, at }: FoundRecord, sample: number): boolean {
    const { logs: { table }, rows } = this.#run;
    const prompt = table.promptOf(sample);
    const row = rows[prompt];
    if (row < 0 || !table.isCounted(sample)) return true;
    if (!finder.findTexts(from, to)) return false;
    const isIn = ({ start, end }: SpelledText): boolean => {
      if (start < 0 || at >= from + end) return false;
      return (at >= from + start && !isInsideEscape(finder.bytes, at, from + start)) || isSpelled(finder, from + start, from + end);
    };
    if (this.#promptsFound[prompt] === 0 && isIn(spelled.prompt)) {
      this.#promptsFound[prompt] = 1;
      this.#found(row, -1);
    }
    if (isIn(spelled.response)) this.#found(row, sample);
    return true;
  }

  #look(textsOf: RecordTexts, bytes: Uint8Array, samples: Int32Array): void {
    const { logs: { table }, rows } = this.#run;
    let texts: ElementTexts | null = null;
    for (const sample of samples) {
      const prompt = table.promptOf(sample);
      const row = rows[prompt];
      if (row < 0 || !table.isCounted(sample)) continue;
      texts ??= textsOf(bytes);
      const { prompt: asked, response } = texts(table.elementOf(sample));
      if (this.#promptsFound[prompt] === 0 && asked !== null && this.#patterns.text.test(asked)) {
        this.#promptsFound[prompt] = 1;
        this.#found(row, -1);
      }
      if (response !== null && this.#patterns.text.test(response)) this.#found(row, sample);
    }
  }

  #found(row: number, sample: number): void {
    this.#prompts.push(row);
    this.#samples.push(sample);
  }

  async #pause(signal: AbortSignal): Promise<void> {
    this.tell(false);
    if (performance.now() - this.#turn > LONGEST_TURN_MS) {
      await new Promise(setImmediate);
      this.#turn = performance.now();
    }
    signal.throwIfAborted();
  }
}

/** A record of a block whose bytes spell the text somewhere. */
interface FoundRecord {
  readonly number: number;
  /** In the block, as where the text is spelled first, be it in a text or not. */
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** The first such record from one on; where there is none, the first of the next block. */
function nextRecord(finder: TextFinder, { bytes, offset, end }: RecordBlock, offsets: Float64Array, first: number): FoundRecord {
  const startOf = (record: number) => (record < end ? offsets[record] - offset : bytes.length);
  const at = finder.next(startOf(first), bytes.length);
  const number = at < 0 ? end : lastAtOrBefore(offsets, offset + at, first, end);
  return { number, from: startOf(number), to: startOf(number + 1), at };
}

function lastAtOrBefore(offsets: Float64Array, offset: number, from: number, to: number): number {
  // Mostly the first: texts that are everywhere take the longest.
  let [low, high] = [from, from + 1 < to && offsets[from + 1] <= offset ? to - 1 : from];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
