import { isList } from '../logs/isList';
import { isObject } from '../logs/isObject';
import type { JsonValue } from '../logs/formats/logFormat';
import { valueAt } from '../logs/formats/valueAt';
import { recordTexts } from '../logs/recordTexts';
import { decodeUtf8 } from '../logs/scan/decodeUtf8';
import { parseJsonText } from '../logs/scan/parseJsonText';
import { recordEnd } from '../logs/scan/recordEnd';
import { recordObject } from '../logs/scan/recordObject';
import type { FirstRecord } from './firstRecords';
import type { ReadLogs } from './readLogs';

/** What a trainer needs of a prompt. */
export interface PromptContent {
  /** As chat: the log's own messages, or one of the user with the text. */
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly text: string;
  readonly target: string | null;
}

/** A prompt's text and target, from the record of its first sample; null where the log holds no text. */
export function promptContent({ readers }: Pick<ReadLogs, 'readers'>, { bytes, file, element }: FirstRecord): PromptContent | null {
  const format = readers[file].format;
  if (!format) return null;
  const { prompt, target } = recordTexts(format.name, format.fields)(bytes)(element);
  if (prompt === null) return null;
  return { messages: chat(bytes, format.fields.promptText) ?? [{ role: 'user', content: prompt }], text: prompt, target };
}

/** The messages at a path of the record, where that holds a chat of plain texts. */
function chat(bytes: Uint8Array, path: string | undefined): PromptContent['messages'] | null {
  if (path === undefined) return null;
  const end = recordEnd(bytes);
  const value = parseJsonText(decodeUtf8(bytes, 0, end < 0 ? bytes.length : end));
  const found = value === undefined ? undefined : valueAt(recordObject(value), path);
  if (!isList(found) || found.length === 0) return null;
  const messages = found.map(message);
  return messages.every((each) => each !== null) ? messages : null;
}

function message(value: JsonValue): PromptContent['messages'][number] | null {
  if (!isObject(value)) return null;
  const { role, content } = value;
  return typeof role === 'string' && typeof content === 'string' ? { role, content } : null;
}
