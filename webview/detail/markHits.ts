/** The editor's colours for what was searched; drawn by the browser over the text, which stays as it is. */
const NAME = 'search-hit';

/**
 * Marks every place where a text stands in the responses and beside them, without touching them. Capital letters are small
 * ones here as they are in the search.
 * @returns the first place in the responses
 */
export function markHits(responses: readonly Element[], beside: readonly Element[], texts: readonly string[]): Range | null {
  const ranges = responses.flatMap((root) => hitsIn(root, texts));
  const all = [...ranges, ...beside.flatMap((root) => hitsIn(root, texts))];
  if (all.length === 0) CSS.highlights.delete(NAME);
  else CSS.highlights.set(NAME, new Highlight(...all));
  return ranges[0] ?? null;
}

function hitsIn(root: Element, texts: readonly string[]): Range[] {
  const ranges: Range[] = [];
  if (texts.length === 0) return ranges;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const content = (node.nodeValue ?? '').toLowerCase();
    const length = node.nodeValue?.length ?? 0;
    for (const text of texts) {
      const wanted = text.toLowerCase();
      for (let at = wanted === '' ? -1 : content.indexOf(wanted); at >= 0; at = content.indexOf(wanted, at + wanted.length)) {
        const range = document.createRange();
        // A letter may be two when it is small: no place that is not there.
        range.setStart(node, Math.min(at, length));
        range.setEnd(node, Math.min(at + wanted.length, length));
        ranges.push(range);
      }
    }
  }
  return ranges;
}
