/**
 * What VS Code carries to a webview goes through JSON, typed arrays apart, and JSON has no NaN and no Infinity: they would arrive
 * as null, which counts as 0. They travel as words instead.
 */
interface NumberWord {
  readonly $number: 'NaN' | 'Infinity' | '-Infinity';
}

/** The same value, its numbers that JSON has not as words. What holds none is not copied. */
export function withNumberWords(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $number: String(value) };
  return mapped(value, withNumberWords);
}

/** What withNumberWords() was given. */
export function withNumbers(value: unknown): unknown {
  if (isNumberWord(value)) return Number(value.$number);
  return mapped(value, withNumbers);
}

function mapped(value: unknown, map: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) {
    const parts = value.map(map);
    return parts.every((part, at) => Object.is(part, value[at])) ? value : parts;
  }
  if (!isPlain(value)) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, map(part), part] as const);
  return parts.every(([, part, before]) => Object.is(part, before)) ? value : Object.fromEntries(parts.map(([key, part]) => [key, part]));
}

/** Not a typed array, which travels as it is. */
function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && !(value instanceof ArrayBuffer);
}

function isNumberWord(value: unknown): value is NumberWord {
  return isPlain(value) && '$number' in value && Object.keys(value).length === 1;
}
