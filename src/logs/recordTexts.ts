import { formatNamed } from './formats/formats';
import type { FieldMap, JsonObject, SampleTexts } from './formats/logFormat';
import { decodeUtf8 } from './scan/decodeUtf8';
import { parseJsonText } from './scan/parseJsonText';
import { recordEnd } from './scan/recordEnd';
import { recordObject } from './scan/recordObject';

/**
 * The texts of every sample of one record, from its bytes (which start at SampleTable.offsetOf; more bytes may follow), by the
 * sample's element. The record is parsed once; all texts are null when it cannot be.
 */
export function recordTexts(record: Uint8Array, format: string, fields: FieldMap): (element: number) => SampleTexts {
  const end = recordEnd(record);
  const value = parseJsonText(decodeUtf8(record, 0, end < 0 ? record.length : end));
  const reader = formatNamed(format)?.reader(fields, '');
  if (value === undefined || reader === undefined) return () => ({ prompt: null, response: null, answer: null, target: null });
  const object: JsonObject = recordObject(value);
  return (element) => reader.texts(object, element);
}
