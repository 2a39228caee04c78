import { element } from '../element';

/** As much as is laid out in a few milliseconds. */
const PIECE = 16_384;
const LINE_PIXELS = 18;

/**
 * A text as it is, never as markup, whole at any length: one of 5 MB is cut into pieces of which the browser lays out those in
 * sight. They part at line ends where they can.
 */
export function plainText(text: string): Node {
  if (text.length <= PIECE) return document.createTextNode(text);
  const made = document.createDocumentFragment();
  for (let from = 0; from < text.length; ) {
    const to = pieceEnd(text, from);
    const piece = text.slice(from, to);
    const node = element('div', { class: 'piece', text: piece });
    node.style.setProperty('contain-intrinsic-block-size', `auto ${LINE_PIXELS * (piece.split('\n').length - 1 || 1)}px`);
    made.append(node);
    from = to;
  }
  return made;
}

/** Where the piece that begins at a place ends: after a line end, else between two characters. */
export function pieceEnd(text: string, from: number): number {
  if (text.length - from <= PIECE) return text.length;
  const line = text.lastIndexOf('\n', from + PIECE - 1);
  if (line > from) return line + 1;
  const end = from + PIECE;
  const code = text.charCodeAt(end);
  // Not between the halves of a surrogate pair.
  return code >= 0xdc00 && code <= 0xdfff ? end - 1 : end;
}
