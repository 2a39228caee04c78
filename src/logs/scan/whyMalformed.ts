import { t } from '../../texts/t';

/**
 * Says in words what is wrong with a record.
 * @param wrong what RecordScanner.scan returned
 * @param isLast nothing follows the record in the file
 */
export function whyMalformed(bytes: Uint8Array, start: number, end: number, wrong: number, isLast: boolean): string {
  if (wrong >= end) return isLast ? t`cut off: the file ends in the middle of this record` : t`cut off: the line ends in the middle of this record`;
  const column = wrong - start + 1;
  const byte = bytes[wrong] as number;
  if (byte === 0 && bytes.subarray(start, end).every((other) => other === 0)) return t`not JSON: only zero bytes`;
  const shown = byte > 0x20 && byte < 0x7f ? `"${String.fromCharCode(byte)}"` : t`byte 0x${byte.toString(16).padStart(2, '0')}`;
  return t`not JSON: ${shown} cannot stand at byte ${column}`;
}
