import type { AsyncBuffer, SchemaElement } from 'hyparquet';
import { thriftEnd } from './thriftEnd';
import { t } from '../texts/t';

const MOST_FOOTER_BYTES = 64 << 20;
/** Logs have some dozens of columns. The reader walks over all of them for each. */
const MOST_ELEMENTS = 5000;
const DEEPEST = 64;
/** The footer's length, and "PAR1". */
const TAIL_BYTES = 8;

/**
 * Walks over a Parquet file's footer before it is parsed.
 * @returns how many bytes it has
 * @throws Error when it cannot be one; a file that is no Parquet is for the parser to complain about
 */
export async function footerBytes(file: AsyncBuffer): Promise<number> {
  if (file.byteLength < TAIL_BYTES + 4) throw new Error(t`it is too short`);
  const tail = new DataView(await file.slice(file.byteLength - TAIL_BYTES, file.byteLength));
  const bytes = tail.getUint32(0, true);
  if (tail.getUint32(4) !== 0x50415231) throw new Error(t`it does not end in "PAR1"`);
  if (bytes > Math.min(file.byteLength - TAIL_BYTES, MOST_FOOTER_BYTES)) throw new Error(t`its footer says that it has ${bytes} bytes`);
  const start = file.byteLength - TAIL_BYTES - bytes;
  thriftEnd(new DataView(await file.slice(start, start + bytes)), 0);
  return bytes;
}

/** @throws Error when the columns are not a tree, or too many, or nested too deep */
export function checkSchema(schema: readonly SchemaElement[]): void {
  if (schema.length > MOST_ELEMENTS) throw new Error(t`it has ${schema.length} columns, more than the ${MOST_ELEMENTS} that are read`);
  /** Of each element that is open, how many members are still to come. */
  const open: number[] = [];
  for (const { num_children } of schema) {
    if (open.length > 0) open[open.length - 1]!--;
    open.push(num_children ?? 0);
    if (open.length > DEEPEST) throw new Error(t`its columns are nested more than ${DEEPEST} deep`);
    while (open.length > 1 && open.at(-1)! <= 0) open.pop();
  }
  if (open.length !== 1 || open[0] !== 0) throw new Error(t`its columns do not fit into each other`);
}
