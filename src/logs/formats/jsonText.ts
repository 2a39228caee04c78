import type { JsonValue } from './logFormat';
import { t } from '../../texts/t';

/** Longer values are not indented: the indents of a deep one would outgrow it a thousand times. */
const LONGEST_INDENTED = 20_000;

/** JSON.stringify goes as deep as the value does; what a hostile log nests deeper than the stack is not shown. */
export function jsonText(value: JsonValue): string {
  try {
    const compact = JSON.stringify(value);
    return compact.length > LONGEST_INDENTED ? compact : JSON.stringify(value, null, 2);
  } catch (error) {
    if (error instanceof RangeError) return t`(nested too deeply to be shown)`;
    throw error;
  }
}
