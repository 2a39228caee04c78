import type { JsonValue } from '../../src/logs/formats/logFormat';

/**
 * The language that the scanner must accept, by means that share nothing with it: the platform's decoder and JSON.parse,
 * after the words NaN, Infinity and -Infinity were written as a number where a value may stand.
 * @returns undefined when it is not that language
 */
export function parsedByOracle(bytes: Uint8Array): JsonValue | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const pieces = text.split(/("(?:[^"\\]|\\[^])*")/);
  const plain = pieces.map((piece, at) => (at % 2 === 1 ? piece : piece.replace(/(?<![\w.+-])(?:-?Infinity|NaN)(?![\w.+-])/g, 'null'))).join('');
  try {
    return JSON.parse(plain) as JsonValue;
  } catch {
    return undefined;
  }
}

/** The value at a dotted path, in the plainest way. */
export function valueByOracle(value: JsonValue | undefined, path: string): JsonValue | undefined {
  let at: unknown = value;
  if (at !== undefined && (at === null || typeof at !== 'object' || Array.isArray(at))) at = { value: at };
  for (const key of path.split('.')) {
    if (at === null || typeof at !== 'object' || !Object.getOwnPropertyNames(at).includes(key) || (Array.isArray(at) && key === 'length')) return undefined;
    at = Reflect.get(at, key);
  }
  return at as JsonValue | undefined;
}
