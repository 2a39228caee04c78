import type { FieldMap, SampleTexts } from './formats/logFormat';
import { recordTexts } from './recordTexts';

/**
 * The texts of one sample, from the bytes of its record (which start at SampleTable.offsetOf; more bytes may follow).
 * All null when the record cannot be parsed.
 */
export function readTexts(record: Uint8Array, format: string, fields: FieldMap, element: number): SampleTexts {
  return recordTexts(format, fields)(record)(element);
}
