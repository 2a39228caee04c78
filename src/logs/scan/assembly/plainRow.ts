// What most records come to, as one row of numbers, so that nobody in JavaScript looks at their values. A record that is not
// plain in any respect, and the first that names its prompt's category, are left to the format's reader: what a row says is
// what the reader (formats/fieldReader.ts) would make of the record.
import { vectorRoom } from './recordScanner';
import { hasCategory, lacksCategory, promptNumber } from './promptNames';

// As in kind.ts.
const MISSING = 0, IS_NULL = 1, IS_TRUE = 2, IS_FALSE = 3, NUMBER = 4, STRING = 5, ESCAPED_STRING = 6, ARRAY = 7, NUMBERS = 9;
const PLACE_BYTES = 12;

/** A row: prompt (-1: none), record in the table (-1: the row says it all), bits, sample number, start, lines before it, mark of the prompt's text, key of the answer (two words; -1 in the second: none), length, where the numbers of its vector begin and end (0: they were not read). */
export const ROW_BYTES = 48;
const RECORD = 4, BITS = 8, SAMPLE = 12, MARK = 24, ANSWER_LOW = 28, ANSWER_HIGH = 32, LENGTH = 36, VECTOR = 40, VECTOR_END = 44;
const HAS_PLAIN_SCORE = 4, HAS_VECTOR = 16;

/** The numbers of paths, as plainFields.ts has them; -1: the log has no such field. No prompt: no record is plain. */
let prompt: i32 = -1, run: i32 = -1, sample: i32 = -1, verdict: i32 = -1, score: i32 = -1, text: i32 = -1, vector: i32 = -1;
let answer: i32 = -1, length: i32 = -1, response: i32 = -1, category: i32 = -1, other: i32 = -1, another: i32 = -1;

export function setPlainFields(at: i32): void {
  prompt = load<i32>(at);
  run = load<i32>(at, 4);
  sample = load<i32>(at, 8);
  verdict = load<i32>(at, 12);
  score = load<i32>(at, 16);
  text = load<i32>(at, 20);
  vector = load<i32>(at, 24);
  answer = load<i32>(at, 28);
  length = load<i32>(at, 32);
  response = load<i32>(at, 36);
  category = load<i32>(at, 40);
  other = load<i32>(at, 44);
  another = load<i32>(at, 48);
}

@inline function kindAt(places: i32, path: i32): i32 {
  return path < 0 ? MISSING : load<i32>(places + path * PLACE_BYTES);
}
@inline function startAt(places: i32, path: i32): i32 {
  return load<i32>(places + path * PLACE_BYTES, 4);
}
@inline function endAt(places: i32, path: i32): i32 {
  return load<i32>(places + path * PLACE_BYTES, 8);
}

const NOT_PLAIN = -2;

/** A whole number of up to nine digits; -1 where there is no number; NOT_PLAIN for others. */
function wholeNumber(places: i32, path: i32): i32 {
  const kind = kindAt(places, path);
  if (kind === IS_TRUE || kind === IS_FALSE) return NOT_PLAIN;
  if (kind !== NUMBER) return -1;
  const end = endAt(places, path);
  let at = startAt(places, path);
  if (end - at > 9) return NOT_PLAIN;
  let whole = 0;
  for (; at < end; at++) {
    const digit = <i32>load<u8>(at) - 0x30;
    if (<u32>digit > 9) return NOT_PLAIN;
    whole = whole * 10 + digit;
  }
  return whole;
}

/** 0 or 1 where the number is written "0", "1", "0.0" or "1.0"; NOT_PLAIN for others. */
function zeroOrOne(places: i32, path: i32): i32 {
  const start = startAt(places, path);
  const size = endAt(places, path) - start;
  const digit = <i32>load<u8>(start) - 0x30;
  if (<u32>digit > 1) return NOT_PLAIN;
  return size === 1 || (size === 3 && load<u16>(start, 1) === 0x302e) ? digit : NOT_PLAIN;
}

/** As ScannedRecord.mark. */
function mark(places: i32, path: i32): i32 {
  const start = startAt(places, path);
  const end = endAt(places, path);
  const size = end - start;
  const whole = min(size, 48) & ~3;
  let first: u32 = 0, last: u32 = size;
  for (let at = 0; at < whole; at += 4) {
    first = (first ^ load<u32>(start + at)) * 0x01000193;
    last = (last ^ load<u32>(end - 4 - at)) * 0x01000193;
  }
  if (whole === 0) for (let at = start; at < end; at++) first = (first ^ load<u8>(at)) * 0x01000193;
  // Of a short text the first bytes are in the one and the last in the other.
  const marked = first ^ rotl(last, 15);
  return marked === 0 ? 1 : marked;
}

let unescapedByte: u8 = 0;

/** Reads the byte or the escape at a place; @returns just past it, 0 for \u */
@inline function pastCharacter(at: i32): i32 {
  const byte = load<u8>(at);
  unescapedByte = byte;
  if (byte !== 0x5c) return at + 1;
  const letter = load<u8>(at, 1);
  if (letter === 0x75) return 0;
  unescapedByte = letter === 0x6e ? 0x0a : letter === 0x74 ? 0x09 : letter === 0x72 ? 0x0d : letter === 0x62 ? 0x08 : letter === 0x66 ? 0x0c : letter;
  return at + 2;
}

/** As textKey.ts. @returns whether the answer is plain */
function answerKey(places: i32, row: i32): bool {
  const kind = kindAt(places, answer);
  store<i32>(row, -1, ANSWER_HIGH);
  if (kind === MISSING || kind === IS_NULL) return true;
  const isText = kind === STRING || kind === ESCAPED_STRING;
  const start = startAt(places, answer) + i32(isText);
  const end = endAt(places, answer) - i32(isText);
  if (start === end) return true;
  let size = end - start;
  if (kind === ESCAPED_STRING) {
    size = 0;
    for (let at = start; at < end; size++) {
      at = pastCharacter(at);
      if (at === 0) return false;
    }
  }
  let low: u32 = 0x811c9dc5 ^ size;
  let high: u32 = 0x9747b28c;
  for (let at = start; at < end; ) {
    if (kind === ESCAPED_STRING) at = pastCharacter(at);
    else unescapedByte = load<u8>(at++);
    low = (low ^ unescapedByte) * 0x01000193;
    high = (high ^ unescapedByte) * 0x85ebca6b;
    high ^= high >> 15;
  }
  low ^= low >> 16;
  low *= 0x7feb352d;
  low ^= low >> 15;
  store<u32>(row, low, ANSWER_LOW);
  store<u32>(row, high >> 11, ANSWER_HIGH);
  return true;
}

/** Of the response: the log's number, else its bytes. */
@inline function lengthOf(places: i32): i32 {
  if (length >= 0) return wholeNumber(places, length);
  const kind = kindAt(places, response);
  if (kind === MISSING || kind === IS_NULL) return -1;
  return endAt(places, response) - startAt(places, response) - (kind === STRING || kind === ESCAPED_STRING ? 2 : 0);
}

/** Verdict and score; NOT_PLAIN where the reader must look. */
@inline function verdictBits(places: i32): i32 {
  let bits: i32;
  const kind = kindAt(places, verdict);
  if (kind === IS_TRUE) bits = 1;
  else if (kind === IS_FALSE) bits = 0;
  else if (kind === NUMBER) {
    bits = zeroOrOne(places, verdict);
    if (bits < 0) return NOT_PLAIN;
    bits |= HAS_PLAIN_SCORE;
  } else return NOT_PLAIN;
  const scoreKind = kindAt(places, score);
  if (scoreKind === NUMBER) {
    if (zeroOrOne(places, score) !== (bits & 1)) return NOT_PLAIN;
    bits |= HAS_PLAIN_SCORE;
  } else if (scoreKind === IS_TRUE || scoreKind === IS_FALSE) return NOT_PLAIN;
  const vectorKind = kindAt(places, vector);
  if (vectorKind === NUMBERS) return bits | HAS_VECTOR;
  if (vectorKind !== ARRAY) return bits;
  // Numbers are wanted, and it holds something else too.
  return vectorRoom === 0 ? bits | HAS_VECTOR : NOT_PLAIN;
}

/**
 * Makes the row of a record that is JSON.
 * @returns whether the row says all there is to say; else the format's reader is to see the record
 */
export function plainRow(places: i32, row: i32): bool {
  store<i32>(row, -1);
  if (prompt < 0 || kindAt(places, other) === ARRAY || kindAt(places, another) === ARRAY) return false;
  const promptKind = kindAt(places, prompt);
  if (promptKind !== STRING && promptKind !== NUMBER) return false;
  const bits = verdictBits(places);
  if (bits < 0) return false;
  const sampleNumber = wholeNumber(places, sample);
  if (sampleNumber === NOT_PLAIN) return false;
  const responseLength = lengthOf(places);
  if (responseLength === NOT_PLAIN || !answerKey(places, row)) return false;
  const runKind = kindAt(places, run);
  if (runKind === ESCAPED_STRING) return false;
  const hasRun = runKind === STRING || runKind === NUMBER;
  const runTrim = i32(runKind === STRING), trim = i32(promptKind === STRING);
  const runStart = hasRun ? startAt(places, run) + runTrim : 0;
  const idStart = startAt(places, prompt) + trim;
  const named = promptNumber(runStart, hasRun ? endAt(places, run) - runTrim - runStart : 0, idStart, endAt(places, prompt) - trim - idStart);
  const number = named < 0 ? ~named : named;
  if (number >= 1 << 14) return false;
  store<i32>(row, number);
  const categoryKind = kindAt(places, category);
  const tellsCategory = (categoryKind === STRING || categoryKind === ESCAPED_STRING || categoryKind === NUMBER) && lacksCategory(number);
  if (tellsCategory) hasCategory(number);
  if (tellsCategory) return false;
  store<i32>(row, -1, RECORD);
  store<i32>(row, bits, BITS);
  store<i32>(row, sampleNumber, SAMPLE);
  store<i32>(row, kindAt(places, text) === MISSING ? 0 : mark(places, text), MARK);
  store<i32>(row, responseLength, LENGTH);
  const hasNumbers = kindAt(places, vector) === NUMBERS;
  store<i32>(row, hasNumbers ? startAt(places, vector) : 0, VECTOR);
  store<i32>(row, hasNumbers ? endAt(places, vector) : 0, VECTOR_END);
  return true;
}
