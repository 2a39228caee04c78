/** The same text twice: as it is read, and as JSON may spell it in a file. */
export interface TextPatterns {
  /** Over decoded text. */
  readonly text: RegExp;
  /** Over the bytes of a file taken for Latin-1, global. */
  readonly bytes: RegExp;
  /** The bytes, where there is but one spelling: faster to look for than a pattern. */
  readonly only: Buffer | null;
  /** It has half of a surrogate pair, which is part of a whole one only as it is spelled. */
  readonly hasHalf: boolean;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't', '"': '"', '\\': '\\', '/': '/' };
/** Written as \u by programs that guard against HTML, beside control characters and all that is not ASCII. */
const GUARDED = '<>&\'+`"\\/';

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
    hasHalf: /[\ud800-\udfff]/u.test(text),
  };
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
