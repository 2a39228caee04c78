import type { JsonObject, JsonValue } from '../formats/logFormat';
import { isList } from '../isList';
import { decodeUtf8 } from './decodeUtf8';
import { jsonPrefix } from './jsonPrefix';
import { parseJsonText } from './parseJsonText';
import { recordObject } from './recordObject';

/** How a file's records are laid out, and the first of them. */
export interface HeadLayout {
  /** null: one record a line. Else the path of the records in the document (see DocumentSplitter). */
  readonly container: string | null;
  readonly records: readonly JsonObject[];
  /** The file is one JSON object: that object, as far as the head goes. */
  readonly document: JsonObject | null;
}

const HEAD_RECORDS = 32;

/**
 * Looks at a file's first bytes. A bracket first: an array of records. An object that its own line does not close: one
 * document, or objects laid out over several lines. Anything else: lines.
 * @param isAll the head is the whole file
 */
export function headLayout(head: Uint8Array, isAll: boolean): HeadLayout {
  const text = decodeUtf8(head, 0, head.length);
  const first = /\S/.exec(text)?.[0];
  const byLine = lineRecords(text, isAll);
  // A document that never ends, most of whose lines are whole records: these are lines, and the first is broken.
  const mostAreRecords = isAll && byLine.records.length > 0 && byLine.records.length >= byLine.broken;
  if (first !== '{' && first !== '[') return { container: null, records: byLine.records, document: null };
  if (first === '[') {
    if (byLine.records.length > 1 && byLine.broken === 0) return { container: null, records: byLine.records, document: null };
    return arrayLayout(text, byLine.records, mostAreRecords);
  }
  if (byLine.firstIsWhole) {
    const alone = byLine.records.length === 1 && byLine.broken === 0 ? (byLine.records[0] as JsonObject) : null;
    return { container: null, records: byLine.records, document: alone };
  }
  return documentLayout(text, byLine.records.length > 0, mostAreRecords) ?? { container: null, records: byLine.records, document: null };
}

interface LineRecords {
  readonly records: readonly JsonObject[];
  readonly firstIsWhole: boolean;
  readonly broken: number;
}

function lineRecords(text: string, isAll: boolean): LineRecords {
  const lines = text.split('\n');
  if (!isAll) lines.pop();
  const records: JsonObject[] = [];
  let firstIsWhole: boolean | null = null;
  let broken = 0;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const value = parseJsonText(line);
    firstIsWhole ??= value !== undefined;
    if (value === undefined) broken++;
    else records.push(recordObject(value));
    if (records.length === HEAD_RECORDS) break;
  }
  return { records, firstIsWhole: firstIsWhole ?? false, broken };
}

function arrayLayout(text: string, byLine: readonly JsonObject[], mustEnd: boolean): HeadLayout {
  const prefix = jsonPrefix(text, text.indexOf('['));
  if (prefix === null || !isList(prefix.value) || (mustEnd && !prefix.isWhole)) return { container: null, records: byLine, document: null };
  const elements: readonly JsonValue[] = prefix.value;
  // The last element of a cut array is itself cut.
  const whole = prefix.isWhole || elements.length === 1 ? elements : elements.slice(0, -1);
  return { container: '*', records: whole.slice(0, HEAD_RECORDS).map(recordObject), document: null };
}

function documentLayout(text: string, hasWholeLines: boolean, mustEnd: boolean): HeadLayout | null {
  const first = jsonPrefix(text, text.indexOf('{'));
  if (first === null || (mustEnd && !first.isWhole)) return null;
  const records = [recordObject(first.value)];
  let from = first.end;
  while (records.length < HEAD_RECORDS) {
    while (from < text.length && /[\s,]/.test(text[from] as string)) from++;
    if (from >= text.length) break;
    const next = jsonPrefix(text, from);
    // What follows is no JSON: these are lines, and the first is broken; unless no line is whole, either.
    if (next === null) return hasWholeLines ? null : { container: '', records, document: null };
    if (!next.isWhole) break;
    records.push(recordObject(next.value));
    from = next.end;
  }
  return { container: '', records, document: records.length === 1 ? (records[0] as JsonObject) : null };
}
