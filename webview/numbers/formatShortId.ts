import { t } from '../../src/texts/t';

/** A prompt id on one line of bounded length; ids may be 10 KB long and hold line breaks. */
export function formatShortId(id: string, length = 60): string {
  const line = id.replace(/\s+/g, ' ').trim();
  if (line === '') return t`(empty id)`;
  const letters = Array.from(line.slice(0, 4 * length));
  return letters.length > length ? `${letters.slice(0, length - 1).join('')}…` : line;
}
