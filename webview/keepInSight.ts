import type { ReportPage } from './reportPage';

/** Room between the k bar and what stands below it, in CSS pixels. */
const GAP = 8;

/** Does what changes the width of the page. What the reader is at stays where it is on the screen, and clear of the k bar. */
export function keepInSight(page: Pick<ReportPage, 'root' | 'barEnd'>, held: HTMLElement | null, change: () => void): void {
  const before = held?.getBoundingClientRect().top ?? 0;
  const wasClear = before >= page.barEnd;
  change();
  if (held === null) return;
  page.root.scrollTop += held.getBoundingClientRect().top - before;
  // In a narrower page the bar has more lines.
  if (wasClear) page.root.scrollTop -= Math.max(0, page.barEnd + GAP - held.getBoundingClientRect().top);
}
