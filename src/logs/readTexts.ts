import { formatNamed } from './formats/formats';
import type { FieldMap, JsonObject, SampleTexts } from './formats/logFormat';
import { decodeUtf8 } from './scan/decodeUtf8';
import { parseJsonText } from './scan/parseJsonText';
import { recordEnd } from './scan/recordEnd';
import { recordObject } from './scan/recordObject';

/**
 * The texts of one sample, from the bytes of its record (which start at SampleTable.offsetOf; more bytes may follow).
 * All null when the record cannot be parsed.
 */
export function readTexts(record: Uint8Array, format: string, fields: FieldMap, element: number): SampleTexts {
  const end = recordEnd(record);
  const value = parseJsonText(decodeUtf8(record, 0, end < 0 ? record.length : end));
  const reader = formatNamed(format)?.reader(fields, '');
  if (value === undefined || reader === undefined) return { prompt: null, response: null, answer: null, target: null };
  const object: JsonObject = recordObject(value);
  return reader.texts(object, element);
}
