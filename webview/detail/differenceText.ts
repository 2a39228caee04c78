import { element } from '../element';
import type { Piece } from './rich/wordDifferences';
import { plainText } from './plainText';

/** More than this is not compared: it would stop the view. */
export const LONGEST_COMPARED = 200_000;

/** A text beside another, with what only it has marked by colour and line; a screen reader hears where a mark begins and ends. */
export function differenceText(pieces: readonly Piece[], label: string, verdict: string): HTMLElement {
  return element('div', { class: `log-text differs ${verdict}`, attributes: { role: 'group', tabindex: '0', 'aria-label': label } },
    ...pieces.map(({ text, only }) => (only ? element('mark', { text }) : element('span', {}, plainText(text)))));
}
