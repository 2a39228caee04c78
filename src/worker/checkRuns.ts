import { readVarInt } from 'hyparquet/src/thrift.js';
import { t } from '../texts/t';

/** Writers pad the last run, to eight values mostly. */
const PADDING = 512;

/**
 * Looks at runs of levels or of places in a dictionary (Parquet's hybrid of run lengths and packed bits) before they are unpacked: four bytes may
 * say that one value comes a billion times.
 * @param width of a value, in bits
 * @param count of the values that are wanted, at most: nulls among them have none
 * @throws Error when a run is longer than what is wanted; RangeError when the data ends within one
 */
export function checkRuns(view: DataView, offset: number, width: number, count: number): void {
  const reader = { view, offset };
  for (let seen = 0; seen < count && reader.offset < view.byteLength; ) {
    const header = readVarInt(reader);
    const isPacked = (header & 1) === 1;
    const run = (header >>> 1) * (isPacked ? 8 : 1);
    if (run > count - seen + PADDING) throw new Error(t`a page of ${count} values says that it repeats one ${run} times`);
    reader.offset += isPacked ? (header >>> 1) * width : (width + 7) >> 3;
    seen += run;
  }
}
