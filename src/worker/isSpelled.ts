import type { TextFinder } from './textFinder';

const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
/** \u and four digits. */
const LONGEST_ESCAPE = 6;

/**
 * Whether a text stands in a string, by the bytes between the string's quotes as JSON spells it: what `patterns.text` says of the
 * decoded string. A place in the middle of an escape does not count: the n of \n is no letter.
 */
export function isSpelled(finder: TextFinder, start: number, end: number): boolean {
  for (let at = finder.next(start, end); at >= 0; at = finder.next(at + 1, end)) if (!isInsideEscape(finder.bytes, at, start)) return true;
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
