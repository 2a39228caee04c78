import type { JsonValue } from '../formats/logFormat';

/**
 * JSON.parse that also takes the bare words NaN, Infinity and -Infinity, as Python writes them. NaN becomes null (there
 * is no JSON value for it), the infinities stay numbers.
 * @returns undefined when the text is not JSON
 */
export function parseJsonText(text: string): JsonValue | undefined {
  const strict = tryParse(text);
  if (strict !== undefined || !/NaN|Infinity/.test(text)) return strict;
  return tryParse(withoutBareWords(text));
}

function tryParse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Outside strings: NaN -> null, Infinity -> 1e999, which JSON.parse reads as Infinity. */
function withoutBareWords(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|\bNaN\b|\bInfinity\b/gs, (token) =>
    token === 'NaN' ? 'null' : token === 'Infinity' ? '1e999' : token,
  );
}
