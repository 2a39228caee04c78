import type { JsonValue } from '../formats/logFormat';
import { parseJsonText } from './parseJsonText';

/** What the first characters of a file are. */
export interface JsonPrefix {
  /** The first value; where it is cut, what is whole of it. */
  readonly value: JsonValue;
  /** Just past the first value; the text's length when it is cut. */
  readonly end: number;
  readonly isWhole: boolean;
}

/** Parses the first JSON value of a text that may be cut anywhere. null: this is not JSON. */
export function jsonPrefix(text: string, from: number): JsonPrefix | null {
  const closers: string[] = [];
  /** Up to here all is whole. Every bracket moves it, so the brackets open there are those open at the end. */
  let safe = -1;
  for (let at = from; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '"') {
      const end = stringEnd(text, at);
      if (end === null) return null;
      if (end < 0) break;
      at = end;
    } else if (character === '{' || character === '[') {
      closers.push(character === '{' ? '}' : ']');
      safe = at + 1;
    } else if (character === '}' || character === ']') {
      if (closers.pop() !== character) return null;
      safe = at + 1;
      if (closers.length === 0) return whole(text, from, at + 1);
    } else if (character === ',') {
      safe = at;
    }
  }
  if (safe < 0) return null;
  const value = parseJsonText(text.slice(from, safe) + closers.reverse().join(''));
  return value === undefined ? null : { value, end: text.length, isWhole: false };
}

function whole(text: string, from: number, end: number): JsonPrefix | null {
  const value = parseJsonText(text.slice(from, end));
  return value === undefined ? null : { value, end, isWhole: true };
}

/** @returns the closing quote; -1 when the text ends first; null when a line ends first, as it cannot inside a string */
function stringEnd(text: string, open: number): number | null {
  for (let at = open + 1; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '"') return at;
    else if (character === '\n') return null;
  }
  return -1;
}
