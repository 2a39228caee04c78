/** A part of a text whose letters are each spelled in one way, or in two where case does not count: fast to look for. */
export interface PlainPart {
  /** Each byte is that of either. */
  readonly spellings: readonly [lower: Buffer, upper: Buffer];
  /** Bytes that the rest of the text takes at most, before and behind it; 0 both: it is all of the text. */
  readonly before: number;
  readonly after: number;
}

/** The same text twice: as it is read, and as JSON may spell it in a file. */
export interface TextPatterns {
  /** Over decoded text. */
  readonly text: RegExp;
  /** Over the bytes of a file taken for Latin-1, global. */
  readonly bytes: RegExp;
  /** The bytes, where there is but one spelling: faster to look for than a pattern. */
  readonly only: Buffer | null;
  /** The longest such part; null: there is none. */
  readonly plain: PlainPart | null;
  /** It has half of a surrogate pair, which is part of a whole one only as it is spelled. */
  readonly hasHalf: boolean;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't', '"': '"', '\\': '\\', '/': '/' };
/** Written as \u by programs that guard against HTML, beside control characters and all that is not ASCII. */
const GUARDED = '<>&\'+`"\\/';
/** Of a letter: two halves of a surrogate pair as \u and four digits each. */
const LONGEST_SPELLING = 12;

/**
 * Patterns that find a text however it is spelled: é as it is or as \u00e9 in either case of the digits, a line break as \n or
 * \u000a, a slash with or without a backslash. Letters, digits and other plain ASCII are taken to be spelled as themselves, which
 * is how every known program writes them. Without regard to case, each letter stands for its lower and its upper case.
 */
export function textPatterns(text: string, caseSensitive: boolean): TextPatterns {
  const letters = Array.from(text, (letter) => (caseSensitive ? [letter] : cases(letter)));
  const spelled = letters.map((same) => same.flatMap(spellings));
  // A control character has one spelling, too, which is not itself.
  const hasOne = spelled.every((ways) => ways.length === 1) && /^[\x20-\x7e]*$/.test(text);
  return {
    text: new RegExp(letters.map((same) => group(same.map(literal))).join(''), 'u'),
    bytes: new RegExp(spelled.map(group).join(''), 'g'),
    only: hasOne ? Buffer.from(text, 'latin1') : null,
    plain: longestPlain(letters),
    hasHalf: /[\ud800-\udfff]/u.test(text),
  };
}

function longestPlain(letters: readonly (readonly string[])[]): PlainPart | null {
  let [from, to] = [0, 0];
  for (let at = 0, first = 0; at < letters.length; at++) {
    if (!letters[at].every((letter) => letter >= ' ' && letter <= '~' && !GUARDED.includes(letter))) first = at + 1;
    else if (at + 1 - first > to - from) [from, to] = [first, at + 1];
  }
  if (from === to) return null;
  const part = letters.slice(from, to);
  const spelled = (which: 0 | -1) => Buffer.from(part.map((same) => same.at(which)).join(''), 'latin1');
  return { spellings: [spelled(0), spelled(-1)], before: from * LONGEST_SPELLING, after: (letters.length - to) * LONGEST_SPELLING };
}

function cases(letter: string): readonly string[] {
  return [...new Set([letter, letter.toLowerCase(), letter.toUpperCase()])].filter((each) => [...each].length === 1);
}

/** Patterns over Latin-1. */
function spellings(letter: string): readonly string[] {
  const code = letter.codePointAt(0) ?? 0;
  const short = SHORT_ESCAPES[letter];
  const ways: string[] = [];
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  if (code >= 0x20 && letter !== '"' && letter !== '\\' && !isSurrogate) ways.push(literal(Buffer.from(letter, 'utf8').toString('latin1')));
  if (short !== undefined) ways.push(`\\\\${literal(short)}`);
  if (code < 0x20 || code >= 0x7f || GUARDED.includes(letter)) ways.push(Array.from({ length: letter.length }, (_, unit) => escapeOf(letter.charCodeAt(unit))).join(''));
  return ways;
}

function escapeOf(unit: number): string {
  return `\\\\u${unit.toString(16).padStart(4, '0').replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)}`;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** One of several: a class where each is a single character, which is the faster. */
function group(ways: readonly string[]): string {
  if (ways.length === 1) return ways[0];
  return ways.every((way) => [...way].length === 1) ? `[${ways.join('')}]` : `(?:${ways.join('|')})`;
}
