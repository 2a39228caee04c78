import { isList } from '../isList';
import { jsonText } from './jsonText';
import type { JsonObject, JsonValue } from './logFormat';

/**
 * A value as text for people: strings as they are, chat messages as "role: content" paragraphs, anything else as JSON.
 * null when there is nothing.
 */
export function valueText(value: JsonValue | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  if (isList(value) && value.length > 0 && value.every(isMessage)) return value.map(messageText).join('\n\n');
  if (isMessage(value)) return messageText(value);
  return jsonText(value);
}

type Message = JsonObject & { readonly role: string };

function isMessage(value: JsonValue): value is Message {
  return value !== null && typeof value === 'object' && !isList(value)
    && typeof (value as JsonObject)['role'] === 'string' && 'content' in value;
}

function messageText(message: Message): string {
  const content = message['content'];
  if (isList(content)) return `${message.role}: ${content.map(partText).join('\n')}`;
  return `${message.role}: ${valueText(content) ?? ''}`;
}

function partText(part: JsonValue): string {
  const text = part !== null && typeof part === 'object' ? (part as JsonObject)['text'] : part;
  return typeof text === 'string' ? text : jsonText(part);
}
