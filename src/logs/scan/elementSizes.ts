const QUOTE = 0x22, BACKSLASH = 0x5c, COMMA = 0x2c;

/**
 * Bytes of each element of a JSON array, as it is written; of a string, those between its quotes; NaN of null. For lists of long responses,
 * which need not be parsed to know how long they are.
 * @param start of the opening bracket of an array that was found to be JSON
 * @param end just past its closing bracket
 */
export function elementSizes(bytes: Uint8Array, start: number, end: number): number[] {
  const sizes: number[] = [];
  const last = end - 1;
  for (let at = start + 1; at < last; ) {
    const byte = bytes[at] as number;
    if (byte <= 0x20 || byte === COMMA) {
      at++;
      continue;
    }
    const from = at;
    at = valueEnd(bytes, at, last);
    const isNull = at - from === 4 && byte === 0x6e;
    sizes.push(byte === QUOTE ? at - from - 2 : isNull ? NaN : at - from);
  }
  return sizes;
}

function valueEnd(bytes: Uint8Array, from: number, last: number): number {
  let depth = 0;
  for (let at = from; at < last; at++) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) {
      at = closingQuote(bytes, at + 1);
      if (depth === 0) return at + 1;
    } else if (byte === 0x5b || byte === 0x7b) depth++;
    else if (byte === 0x5d || byte === 0x7d) {
      if (--depth === 0) return at + 1;
    } else if (depth === 0 && (byte === COMMA || byte <= 0x20)) return at;
  }
  return last;
}

function closingQuote(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(QUOTE, from); ; at = bytes.indexOf(QUOTE, at + 1)) {
    let backslashes = 0;
    while (bytes[at - 1 - backslashes] === BACKSLASH && at - 1 - backslashes >= from) backslashes++;
    if (backslashes % 2 === 0) return at;
  }
}
