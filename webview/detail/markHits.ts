/** The editor's colours for what was searched; drawn by the browser over the text, which stays as it is. */
const NAME = 'search-hit';

/**
 * Marks every place where a text stands in some elements, without touching them, and gives the first.
 * Capital letters are small ones here as they are in the search.
 */
export function markHits(roots: readonly Element[], texts: readonly string[]): Range | null {
  const ranges: Range[] = [];
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const content = (node.nodeValue ?? '').toLowerCase();
      for (const text of texts) {
        const wanted = text.toLowerCase();
        for (let at = wanted === '' ? -1 : content.indexOf(wanted); at >= 0; at = content.indexOf(wanted, at + wanted.length)) {
          const range = document.createRange();
          // A letter may be two when it is small: no place that is not there.
          range.setStart(node, Math.min(at, content.length));
          range.setEnd(node, Math.min(at + wanted.length, node.nodeValue?.length ?? 0));
          ranges.push(range);
        }
      }
    }
  }
  if (ranges.length === 0) CSS.highlights.delete(NAME);
  else CSS.highlights.set(NAME, new Highlight(...ranges));
  return ranges[0] ?? null;
}
