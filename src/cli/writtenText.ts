import type { WrittenFile } from '../protocol/exporting';
import { count } from './textFormat';

/** What was written and what was left out, in one sentence. */
export function writtenText({ rows, zero, unknown, textless }: WrittenFile, path: string): string {
  const left = [
    ...(zero > 0 ? [`${zero} of weight 0`] : []),
    ...(unknown > 0 ? [`${unknown} of unknown weight`] : []),
    ...(textless > 0 ? [`${textless} without a text`] : []),
  ].join(', ');
  return `${count(rows, 'prompt')} written to ${path}${left === '' ? '' : `; left out: ${left}`}`;
}
