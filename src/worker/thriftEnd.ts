import { t } from '../texts/t';

/** Parquet's own structures are nested five deep. */
const DEEPEST = 32;
const LONGEST_VARINT = 10;

/**
 * Walks over a Thrift structure (compact protocol) without keeping anything of it, so that it can be parsed afterwards: a list that says it has
 * more members than there are bytes left would be given all memory, and structures nested without end the whole stack.
 *
 * Source: github.com/apache/thrift, doc/specs/thrift-compact-protocol.md, of which Parquet uses no maps and no sets.
 * @returns the offset behind the structure
 * @throws Error when it is no such structure; RangeError when the data ends within it
 */
export function thriftEnd(view: DataView, start: number): number {
  let at = start;
  const byte = (): number => view.getUint8(at++);
  const varint = (): number => {
    let value = 0;
    for (let length = 0; length < LONGEST_VARINT; length++) {
      const next = byte();
      value += (next & 0x7f) * 128 ** length;
      if (next < 0x80) return value;
    }
    throw new Error(t`a number in it has no end`);
  };
  const skip = (bytes: number): void => {
    if (bytes > view.byteLength - at) throw new RangeError(t`it speaks of ${bytes} bytes where ${view.byteLength - at} are left`);
    at += bytes;
  };
  const element = (type: number, depth: number): void => {
    if (depth > DEEPEST) throw new Error(t`its description is nested too deep`);
    if (type === 3) skip(1);
    else if (type >= 4 && type <= 6) varint();
    else if (type === 7) skip(8);
    else if (type === 8) skip(varint());
    else if (type === 9) list(depth);
    else if (type === 12) structure(depth);
    else if (type !== 1 && type !== 2) throw new Error(t`a value in it is of the unknown type ${type}`);
  };
  const list = (depth: number): void => {
    const header = byte();
    const size = header >> 4 === 15 ? varint() : header >> 4;
    const type = header & 15;
    if (size > view.byteLength - at) throw new RangeError(t`it speaks of ${size} members where ${view.byteLength - at} bytes are left`);
    for (let member = 0; member < size; member++) element(type <= 2 ? 3 : type, depth + 1);
  };
  const structure = (depth: number): void => {
    for (let header = byte(); (header & 15) !== 0; header = byte()) {
      if (header >> 4 === 0) varint();
      element(header & 15, depth + 1);
    }
  };
  structure(0);
  return at;
}
