import { chooseFormat, unknownFormat } from './chooseFormat';
import type { FieldMap, LogFormat, RecordReader } from './formats/logFormat';
import type { Recognised } from './formats/recogniseFormats';
import { formatNamed } from './knownFormats';
import { knownSummary, notALog, notText, unknownRecords } from './notALog';
import { Notes } from './notes';
import type { OwnFigure } from './ownFigure';
import type { LogSink, RecordSink } from './recordSink';
import type { SavedReader } from './savedReader';
import { GrowingBytes } from './scan/growingBytes';
import { headLayout, type HeadLayout } from './scan/headLayout';
import { recordSource, type ScannedSink } from './scan/recordSource';
import { LONGEST_RECORD, type RecordSplitter } from './scan/recordSplitter';
import { WasmLines } from './scan/wasmLines';
import { summaryFigures } from './summaryFigures';
import { t } from '../texts/t';

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
  /** Other files go into the same sink: ids that are unique within a task only are written "task/id". */
  readonly amongOthers?: boolean;
  /** A last line that is cut off is not reported, as it may still be written. */
  readonly isGrowing?: boolean;
}

export interface ChosenFormat {
  readonly name: string;
  readonly title: string;
  readonly confidence: number;
  readonly fields: FieldMap;
  /** Fields that could be the verdict, for a choice; empty where unknown. */
  readonly verdicts: readonly string[];
}

export interface MalformedLine {
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

/**
 * The head that is looked at has so many bytes, or is the whole file; four times as many, again and again, while that shows no whole record or no
 * format. So what is recognised does not depend on how the file is cut into chunks.
 */
const HEAD_BYTES = 1 << 18;
/** A first line longer than this is looked at before its end, and again, if it may be JSON, up to the longest record there can be. */
const LONGEST_HEAD = 1 << 22;
const FIRST_TOO_LONG = t`The first record is longer than ${LONGEST_RECORD >> 20} MB, the most that is read of one, and no format finds itself in its beginning.`;
const MALFORMED_KEPT = 100;

/** Reads one log, chunk by chunk, into a sink. Never throws on content. */
export class LogReader {
  readonly #sink: LogSink;
  readonly #head = new GrowingBytes();
  #nextLook = HEAD_BYTES;
  #splitter: RecordSplitter | null = null;
  #chosen: ChosenFormat | null = null;
  #sampleCount = 0;
  #factCount = 0;
  #broken = 0;
  #brokenLines: MalformedLine[] = [];
  #sentences = new Notes();
  #refusal: string | null = null;
  #hasRecords = false;
  #found: readonly ChosenFormat[] = [];
  #line = 1;
  /** Lines that another splitter has gone through. */
  #linesBefore = 0;
  #isCutOff = false;
  #isLines = false;
  readonly #options: LogReaderOptions;
  /** What the log says of its own samples; of a summary that is refused, what it says of those of others. */
  readonly figures: OwnFigure[] = [];

  /** @param saved a reader to go on from, which is at the end of its file */
  constructor(options: LogReaderOptions, saved?: SavedReader) {
    this.#options = options;
    this.#sink = options.sink;
    if (saved === undefined) return;
    ({
      chosen: this.#chosen, found: this.#found, sampleCount: this.#sampleCount, factCount: this.#factCount, broken: this.#broken, refusal: this.#refusal,
      hasRecords: this.#hasRecords, lines: this.#linesBefore, isCutOff: this.#isCutOff, isLines: this.#isLines,
    } = saved);
    this.#brokenLines = [...saved.brokenLines];
    this.figures.push(...saved.figures);
    this.#sentences = new Notes(saved.sentences);
  }

  save(): SavedReader {
    return {
      chosen: this.#chosen, found: this.#found, sampleCount: this.#sampleCount, factCount: this.#factCount, broken: this.#broken, brokenLines: this.#brokenLines,
      sentences: this.#sentences.save(), refusal: this.#refusal, figures: this.figures, hasRecords: this.#hasRecords, lines: this.lines, isCutOff: this.#isCutOff, isLines: this.#isLines,
    };
  }

  /** null until recognised. */
  get format(): ChosenFormat | null { return this.#chosen; }
  /** Every reading that was possible, the surest first; empty until recognised, or when the format was given. */
  get candidates(): readonly ChosenFormat[] { return this.#found; }
  /** The format in use and those that fit as well; null where one fits best, or was named. */
  get tied(): readonly ChosenFormat[] | null {
    const best = this.#found.filter(({ confidence }) => confidence === this.#found[0]!.confidence);
    return this.#options.format === undefined && best.length > 1 ? best : null;
  }
  /** Samples given to the sink so far. */
  get samples(): number { return this.#sampleCount; }
  get malformedCount(): number { return this.#broken; }
  /** The first 100. */
  get malformed(): readonly MalformedLine[] { return this.#brokenLines; }
  /** Lines begun so far, blank ones too. */
  get lines(): number { return this.#linesBefore + (this.#splitter?.lines ?? 0); }
  /** The file ended in a line that is no record, as one that is still being written does. */
  get isCutOff(): boolean { return this.#isCutOff; }
  /** One record a line, and some could be used: `resume` can go on when there are more. */
  get isLines(): boolean { return this.#isLines && this.#refusal === null; }
  /** Sentences from the format's reader, each once. */
  get notes(): readonly string[] { return this.#sentences.all(); }
  /** The beginning holds JSON records: another format, or other fields, might read what this reading does not. */
  get hasRecords(): boolean { return this.#hasRecords; }
  /** Why nothing could be read, in a sentence; null while reading, and when something was. */
  get unrecognised(): string | null { return this.#refusal; }

  /** Takes the next bytes; chunks may be cut anywhere. The chunk may be reused after the call. */
  push(chunk: Uint8Array): void {
    if (this.#refusal !== null) return;
    if (this.#splitter !== null) return this.#splitter.push(chunk);
    this.#head.append(chunk, 0, chunk.length);
    while (this.#head.length >= this.#nextLook && this.#splitter === null && this.#refusal === null) this.#look();
  }

  #look(): void {
    const bytes = this.#nextLook;
    const newline = this.#head.bytes.indexOf(0x0a);
    if (bytes >= LONGEST_HEAD || (newline >= 0 && newline < bytes)) this.#begin(bytes, false);
    else this.#nextLook = bytes * 4;
  }

  /** Once it is known that the file holds one record a line: takes bytes without copying them. null: they are to be pushed. */
  get wasmLines(): WasmLines | null { return this.#splitter instanceof WasmLines ? this.#splitter : null; }

  /** Takes the end of the file. */
  end(): void {
    if (this.#splitter === null && this.#refusal === null) this.#begin(this.#head.length, true);
    const before = this.#broken;
    this.#splitter?.end();
    this.#isCutOff = this.#broken > before;
    if (this.#options.isGrowing === true) this.#takeBackCutOff();
    if (this.#refusal === null && this.#sampleCount + this.#factCount === 0) {
      const title = this.#chosen?.title ?? t`a log`;
      this.#refusal = this.#broken === 0 ? t`No record holds a sample that could be read as ${title}.`
        : this.#broken === 1 ? t`None of the records could be read as ${title}.` : t`None of the ${this.#broken} records could be read as ${title}.`;
    }
  }

  /**
   * Goes on after the end, once the file has grown. Where the last line was cut off, its report is taken back, and it is read again.
   * @param offset where the bytes that are pushed next begin: after the end, or where the line that was cut off began
   * @param line of the first of them
   */
  resume(offset: number, line: number): void {
    const format = formatNamed(this.#chosen?.name ?? '');
    if (format === undefined || this.#chosen === null) return;
    if (this.#options.isGrowing !== true) this.#takeBackCutOff();
    this.#isCutOff = false;
    this.#linesBefore = line - 1;
    this.#splitter = this.#source(format, this.#chosen.fields, null, offset);
  }

  #takeBackCutOff(): void {
    if (!this.#isCutOff) return;
    this.#broken--;
    if (this.#brokenLines.at(-1)?.line === this.lines) this.#brokenLines.pop();
  }

  /** @param length of the head to look at */
  /** The rest of the file cannot be had, and why: what came before it stays; a log of which nothing came is refused for that reason. */
  fail(reason: string): void {
    const wasRefused = this.#refusal !== null;
    this.end();
    if (this.#refusal === null) this.#sentences.add(t`${this.#options.fileName} is read only up to where it is damaged: ${reason}`);
    else if (!wasRefused) this.#refusal = reason;
  }

  #begin(length: number, isAll: boolean): void {
    const bytes = this.#head.bytes.subarray(0, length);
    const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    const head = bytes.subarray(start);
    this.#refusal = unknownFormat(this.#options.format) ?? notALog(head, isAll);
    if (this.#refusal !== null) return;
    const layout = headLayout(head, isAll);
    this.#hasRecords = layout.records.length > 0;
    this.#refusal = layout.records.length === 0 ? notText(head) : this.#options.format === undefined ? knownSummary(layout.document) : null;
    if (this.#refusal !== null) return void this.figures.push(...summaryFigures(layout.document));
    const choice = layout.records.length === 0 ? null : this.#choose(layout);
    const longest = layout.container === null && layout.records.length > 0 ? 0 : startsAsJson(head) ? LONGEST_RECORD : LONGEST_HEAD;
    // The first record may be longer than the head, and a document may keep its records far from its beginning.
    if (choice === null && !isAll && length < longest) {
      this.#nextLook = Math.min(length * 4, longest);
      return;
    }
    if (choice === null) {
      const isCut = !isAll && length === LONGEST_RECORD && head.indexOf(0x0a) < 0;
      this.#refusal = isCut ? FIRST_TOO_LONG : unknownRecords(layout.records, layout.container !== null && layout.document !== null);
      return;
    }
    const { format, detection, container, verdicts } = choice;
    const fields = { ...detection.fields, ...this.#options.fields };
    this.#chosen = { name: format.name, title: format.title, confidence: detection.confidence, fields, verdicts };
    this.#isLines = container === null;
    if (layout.document !== null) format.about?.(layout.document, fields, this.#recordSink(''));
    this.#splitter = this.#source(format, fields, container, start);
    this.#splitter.push(this.#head.bytes.subarray(start, this.#head.length));
    this.#head.clear();
  }

  #choose(layout: HeadLayout): Recognised | null {
    const { found, taken } = chooseFormat(layout, this.#options.fileName, this.#options);
    this.#found = found.map(({ format, detection, verdicts }) => (
      { name: format.name, title: format.title, confidence: detection.confidence, fields: detection.fields, verdicts }));
    return taken;
  }

  #source(format: LogFormat, fields: FieldMap, container: string | null, offset: number): RecordSplitter {
    const { fileName, amongOthers } = this.#options;
    const reader = format.reader(fields, fileName);
    const scope = amongOthers === true ? (format.scope?.(fileName) ?? null) : null;
    const vectorPath = (this.#sink.wantsGradients ? reader.vectorPath : undefined) ?? -1;
    const plain = this.#sink.plainRows === undefined ? null : (reader.plain ?? null);
    return recordSource(container, { paths: reader.paths, vectorPath, plain }, this.#scannedSink(reader, scope), offset);
  }

  #scannedSink(reader: RecordReader, scope: string | null): ScannedSink {
    const sink = this.#sink;
    const { fileIndex } = this.#options;
    const before = this.#linesBefore;
    const idPrefix = scope === null ? '' : `${scope}/`;
    const recordSink = this.#recordSink(idPrefix);
    return {
      record: (record, offset) => {
        record.line += before;
        this.#line = record.line;
        sink.recordAt(fileIndex, offset, record.line);
        reader.read(record, recordSink);
      },
      broken: (line, reason) => this.#keepMalformed(before + line, reason),
      plain: (rows) => {
        this.#sampleCount += rows.count;
        rows.line += before;
        rows.file = fileIndex;
        sink.plainRows?.(rows, idPrefix);
      },
    };
  }

  /** What readers see: the sink, with everything counted on the way. */
  #recordSink(idPrefix: string): RecordSink {
    const sink = this.#sink;
    return {
      wantsGradients: sink.wantsGradients,
      sample: (draft) => {
        this.#sampleCount++;
        sink.sample(idPrefix === '' ? draft : { ...draft, promptId: idPrefix + draft.promptId });
      },
      promptFacts: (facts) => {
        this.#factCount++;
        sink.promptFacts(idPrefix === '' ? facts : { ...facts, promptId: idPrefix + facts.promptId });
      },
      figure: (figure) => { if (this.#options.fields?.verdict === undefined) this.figures.push(figure); },
      textsOf: (promptId, run) => sink.textsOf(idPrefix + promptId, run),
      malformed: (reason) => this.#keepMalformed(this.#line, reason),
      tally: (sentence) => {
        this.#sentences.tally(sentence);
        sink.tally(sentence);
      },
      note: (sentence) => {
        this.#sentences.add(sentence);
        sink.note(sentence);
      },
    };
  }

  #keepMalformed(line: number, reason: string): void {
    this.#broken++;
    if (this.#brokenLines.length < MALFORMED_KEPT) this.#brokenLines.push({ line, reason });
    this.#sink.malformed(reason);
  }
}

function startsAsJson(head: Uint8Array): boolean {
  const first = head.find((byte) => byte > 0x20);
  return first === 0x7b || first === 0x5b;
}
