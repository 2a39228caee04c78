import type { RecordSink } from '../recordSink';
import type { PlainFields } from '../scan/plainFields';
import type { RecordView } from '../scan/recordView';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** A log format: one file a format, named as the format. It knows field names and meanings, never bytes or files. */
export interface LogFormat {
  /** As the command line and the `passk.formats` setting spell it: "lm-eval". */
  readonly name: string;
  /** For people: "lm-evaluation-harness samples". */
  readonly title: string;
  /** One line: how it is recognised. Shown by `passk formats` and the README. */
  readonly recognisedBy: string;
  /** Says from content how sure it is that this is its log, and which field it would read as what; null when it is not. */
  detect(head: LogHead): Detection | null;
  /** What this format's prompt ids are unique within, where it is written in the file's name alone: a task. Absent or null: no such thing. */
  scope?(fileName: string): string | null;
  /** What one document says of the run beside its samples, as far as its head goes. */
  about?(document: JsonObject, fields: FieldMap, sink: Pick<RecordSink, 'note' | 'figure'>): void;
  /** Reads records by the given fields. */
  reader(fields: FieldMap, fileName: string): RecordReader;
}

/** What detection may look at. The file name is a hint only. */
export interface LogHead {
  readonly fileName: string;
  /** The first well-formed records: lines, or elements of the array that the file is; one, the document, where the file is one object. */
  readonly records: readonly JsonObject[];
  /** The file is one JSON object, not lines: the object, closed where the head ends; null otherwise. */
  readonly document: JsonObject | null;
}

export interface Detection {
  /** 0 to 1; 0.9 and above when only this format writes such records. */
  readonly confidence: number;
  readonly fields: FieldMap;
  /** Fields that could be the verdict as well; absent: those of the records that look like one. */
  readonly verdicts?: readonly string[];
  /** Where the records lie inside one document: "eval.*" is each member of `eval`; absent: a line, or an array's element, is a record. */
  readonly records?: string;
}

/** What is read as what, as dotted paths: { prompt: "doc_id", verdict: "acc", promptText: "arguments.gen_args_0.arg_0" }. */
export type FieldMap = Readonly<Partial<Record<FieldRole, string>>>;
export type FieldRole =
  | 'prompt' | 'sample' | 'verdict' | 'score' | 'run' | 'promptText' | 'response' | 'answer' | 'target' | 'category'
  | 'n' | 'c' | 'passRate' | 'agreement' | 'scoreGrad' | 'promptGrad' | 'filter' | 'length';

export interface RecordReader {
  /** Dotted paths of the values the scanner keeps the places of; RecordView numbers them in this order. A record that is no object is its member "value". */
  readonly paths: readonly string[];
  /** The path, by its number, that holds a score vector in every record where a sink wants them; absent: none. */
  readonly vectorPath?: number;
  /** How the scanner itself may read those records that are one plain sample each, with the same outcome as `read`; absent: not at all. */
  readonly plain?: PlainFields | null;
  /** Turns one record into samples or prompt facts. Never throws on content: a record it cannot use is `sink.malformed(reason)`. */
  read(record: RecordView, sink: RecordSink): void;
  /** The texts of the element-th sample of a record, for the drill-down. */
  texts(record: JsonObject, element: number): SampleTexts;
}

/** null: the log does not hold it. */
export interface SampleTexts {
  readonly prompt: string | null;
  readonly response: string | null;
  readonly answer: string | null;
  readonly target: string | null;
}
