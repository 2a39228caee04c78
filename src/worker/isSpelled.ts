import type { TextPatterns } from './textPatterns';

const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
/** \u and four digits. */
const LONGEST_ESCAPE = 6;

/** Bytes to look into, and the same as a string where they are looked into by a pattern. */
export interface LookedInto {
  readonly bytes: Buffer;
  /** As Latin-1; null where the text has but one spelling. */
  readonly latin1: string | null;
}

/**
 * Whether a text stands in a string, by the bytes between the string's quotes as JSON spells it: what `patterns.text` says of the
 * decoded string. A place in the middle of an escape does not count: the n of \n is no letter.
 */
export function isSpelled({ only, bytes: pattern }: TextPatterns, { bytes, latin1 }: LookedInto, start: number, end: number): boolean {
  if (only !== null) {
    const string = bytes.subarray(start, end);
    for (let at = string.indexOf(only); at >= 0; at = string.indexOf(only, at + 1)) if (!isInsideEscape(string, at, 0)) return true;
    return false;
  }
  const string = (latin1 ?? bytes.toString('latin1')).slice(start, end);
  pattern.lastIndex = 0;
  for (let found = pattern.exec(string); found !== null; found = pattern.exec(string)) {
    if (!isInsideEscape(bytes, start + found.index, start)) return true;
    pattern.lastIndex = found.index + 1;
  }
  return false;
}

/** Whether a place in a string is past the first byte of an escape. @param start where the string begins */
export function isInsideEscape(bytes: Uint8Array, at: number, start: number): boolean {
  for (let slash = at - 1; slash > at - LONGEST_ESCAPE && slash >= start; slash--) {
    if (bytes[slash] === BACKSLASH && !isEscaped(bytes, slash, start)) return at - slash < (bytes[slash + 1] === LETTER_U ? LONGEST_ESCAPE : 2);
  }
  return false;
}

/** A backslash after an odd number of others. */
function isEscaped(bytes: Uint8Array, at: number, start: number): boolean {
  let before = at;
  while (before > start && bytes[before - 1] === BACKSLASH) before--;
  return (at - before) % 2 === 1;
}
