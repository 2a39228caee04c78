import type { Searches } from '../state/searches';

/** Long enough for the next letter to come, short enough not to be waited for. */
const PAUSE_MS = 250;

/** Starts a search when the filter has stood still for a moment: each letter would be a search of the whole log. */
export class SearchTimer {
  private wanted = '[]';
  private timer = 0;

  constructor(private readonly onSearch: (texts: readonly string[]) => void) {}

  /** @param texts that the filter wants; @param searches that there are */
  want(texts: readonly string[], searches: Searches): void {
    const there = texts.length === searches.size && texts.every((text) => searches.has(text));
    const wanted = there ? '' : JSON.stringify(texts);
    if (wanted === this.wanted) return;
    this.wanted = wanted;
    clearTimeout(this.timer);
    if (!there) this.timer = window.setTimeout(() => this.onSearch(texts), PAUSE_MS);
  }
}
