import { isList } from '../isList';
import { jsonText } from './jsonText';
import type { JsonObject, JsonValue } from './logFormat';
import { markedThought } from './markedThought';

/**
 * A value as text for people: strings as they are, chat messages as "role: content" paragraphs, anything else as JSON.
 * What a message holds beside its content stands in the marks that models write themselves: <think> around reasoning,
 * <tool_call> around each call, <tool_response> around what a tool said. null when there is nothing.
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

/** Where servers and trainers put what was thought. */
const REASONING = ['reasoning_content', 'reasoning', 'thinking'];

function isMessage(value: JsonValue): value is Message {
  return value !== null && typeof value === 'object' && !isList(value)
    && typeof (value as JsonObject)['role'] === 'string' && 'content' in value;
}

function messageText(message: Message): string {
  const content = message['content'];
  const text = isList(content) ? content.map(partText).join('\n') : (valueText(content) ?? '');
  if (message.role === 'tool' || message.role === 'function') return `${message.role}: ${marked('tool_response', text)}`;
  const calls = message['tool_calls'];
  const thought = REASONING.map((name) => markedThought(message[name])).find((each) => each !== '') ?? '';
  const called = isList(calls) ? calls.map((call) => marked('tool_call', typeof call === 'string' ? call : jsonText(callOf(call)))) : [];
  return `${message.role}: ${[thought, text, ...called].filter((part) => part !== '').join('\n')}`;
}

function marked(name: string, text: string): string {
  return `<${name}>\n${text}\n</${name}>`;
}

/** { type: "function", function: { name, arguments } } is what stands in "function". */
function callOf(call: JsonValue): JsonValue {
  const called = call !== null && typeof call === 'object' ? (call as JsonObject)['function'] : undefined;
  return typeof called === 'object' && called !== null ? called : call;
}

function partText(part: JsonValue): string {
  if (part === null || typeof part !== 'object') return typeof part === 'string' ? part : jsonText(part);
  const object = part as JsonObject;
  const thought = markedThought(object['reasoning'] ?? object['thinking']);
  if (thought !== '') return thought;
  return typeof object['text'] === 'string' ? object['text'] : jsonText(part);
}
