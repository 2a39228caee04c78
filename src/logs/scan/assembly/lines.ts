import { arrayNumbers } from './floats';
import { newline } from './newline';
import { plainRow, ROW_BYTES } from './plainRow';
import { makeRoomForNames } from './promptNames';
import { endAtLines, pastBlanks, paths, PLACE_BYTES, RECORD_HEAD, scanned, vectorRoom } from './recordScanner';

const NEWLINE: u8 = 0x0a;
const ARRAY = 7, NUMBERS = 9;
// Of a row, as in plainRow.ts.
const RECORD = 4, START = 16, LINES = 20;

/** Where the last call of scanLines stopped, how many line ends it passed, how many records it kept in the table. */
export let stoppedAt: i32 = 0;
export let linesPassed: i32 = 0;
export let recordsKept: i32 = 0;

/**
 * Scans one record a line; blank lines are passed over. Each record becomes a row; those of which the row does not say all
 * are kept in the table as well, RECORD_HEAD bytes and the places of their values each.
 * @param end just past a line end
 * @param most records that the table has room for
 * @param mostRows rows that there is room for
 * @returns rows made
 */
export function scanLines(start: i32, end: i32, table: i32, most: i32, row: i32, mostRows: i32): i32 {
  endAtLines();
  makeRoomForNames();
  const first = row;
  const lastRow = row + mostRows * ROW_BYTES;
  const stride = RECORD_HEAD + paths * PLACE_BYTES;
  let lines = 0;
  let kept = 0;
  let pos = start;
  while (pos < end && kept < most && row < lastRow) {
    pos = pastBlanks(pos);
    if (load<u8>(pos) !== NEWLINE) {
      const begun = pos;
      const at = scanned(pos, table + RECORD_HEAD);
      pos = at < 0 ? ~at : at;
      const isBroken = at < 0 || load<u8>(pos) !== NEWLINE;
      store<i32>(row, begun, START);
      store<i32>(row, lines, LINES);
      if (isBroken || !plainRow(table + RECORD_HEAD, row)) {
        if (isBroken) store<i32>(row, -1);
        store<i32>(row, kept++, RECORD);
        store<i32>(table, isBroken ? pos : -1);
        if (isBroken) pos = newline(pos, end);
        store<i32>(table, pos, 4);
        table += stride;
      }
      row += ROW_BYTES;
    }
    lines++;
    pos++;
  }
  stoppedAt = pos;
  linesPassed = lines;
  recordsKept = kept;
  return (row - first) / ROW_BYTES;
}

/**
 * Turns those arrays at the path of vectors that hold null or NaN beside numbers into doubles: where it was an array, its place
 * says NUMBERS and where they lie.
 */
export function parseVectors(table: i32, records: i32, path: i32): void {
  const stride = RECORD_HEAD + paths * PLACE_BYTES;
  let out = vectorRoom;
  for (let record = 0; record < records; record++, table += stride) {
    const place = table + RECORD_HEAD + path * PLACE_BYTES;
    if (load<i32>(table) !== -1 || load<i32>(place) !== ARRAY) continue;
    const end = arrayNumbers(load<i32>(place, 4), out);
    if (end < 0) continue;
    store<i32>(place, NUMBERS);
    store<i32>(place, out, 4);
    store<i32>(place, end, 8);
    out = end;
  }
}
