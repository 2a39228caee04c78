const QUOTE = 0x22, BACKSLASH = 0x5c;

/**
 * Where a record ends that starts at the first byte: just past its JSON value. For the drill-down, which knows where a
 * record starts (SampleTable.offsetOf) and reads on until it has it all.
 * @returns -1 when the bytes end before the record does
 */
export function recordEnd(bytes: Uint8Array): number {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (inString) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) {
        inString = false;
        if (depth === 0) return at + 1;
      }
    } else if (byte === QUOTE) inString = true;
    else if (byte === 0x7b || byte === 0x5b) depth++;
    else if (byte === 0x7d || byte === 0x5d) {
      // Below zero: the bracket of a container around a record that is a bare word.
      if (--depth <= 0) return depth < 0 ? at : at + 1;
    } else if (depth === 0 && (byte === 0x2c || (byte <= 0x20 && at > 0))) return at;
  }
  return -1;
}
