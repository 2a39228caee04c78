import type { FieldMap, JsonObject, SampleTexts } from './formats/logFormat';
import { formatNamed } from './knownFormats';
import { decodeUtf8 } from './scan/decodeUtf8';
import { parseJsonText } from './scan/parseJsonText';
import { recordEnd } from './scan/recordEnd';
import { recordObject } from './scan/recordObject';

/** The texts of the samples of one record, by the sample's element. */
export type ElementTexts = (element: number) => SampleTexts;
export type RecordTexts = (record: Uint8Array) => ElementTexts;

const NO_TEXTS: SampleTexts = { prompt: null, response: null, answer: null, target: null };
const NEWLINE = 0x0a;

/**
 * Reads the texts of one record after the other, from its bytes (which start at SampleTable.offsetOf; more bytes may follow).
 * Each is parsed once for all its samples; all texts are null when it cannot be.
 */
export function recordTexts(format: string, fields: FieldMap): RecordTexts {
  const reader = formatNamed(format)?.reader(fields, '');
  return (record) => {
    const value = reader && (firstLine(record) ?? parsed(record, recordEnd(record)));
    if (value === undefined) return () => NO_TEXTS;
    const object: JsonObject = recordObject(value);
    return (element) => reader?.texts(object, element) ?? NO_TEXTS;
  };
}

/** A record is mostly a line, whose end is found sooner than that of a value. */
function firstLine(record: Uint8Array): ReturnType<typeof parseJsonText> {
  const end = record.indexOf(NEWLINE);
  return end < 0 ? undefined : parsed(record, end);
}

function parsed(record: Uint8Array, end: number): ReturnType<typeof parseJsonText> {
  return parseJsonText(decodeUtf8(record, 0, end < 0 ? record.length : end));
}
