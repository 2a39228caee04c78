/** How long parts that are loaded or worked out later may still move what is below them. */
const SETTLES_MS = 3000;
const own = ['wheel', 'pointerdown', 'keydown'] as const;

/** Scrolls to a place and keeps it while what is above it still grows, until the reader does something or all has had its time. */
export function holdPlace(root: HTMLElement, top: () => number): void {
  const scroll = (): void => {
    root.scrollTop = top();
  };
  const growing = new ResizeObserver(scroll);
  const timer = window.setTimeout(end, SETTLES_MS);
  for (const child of root.children) growing.observe(child);
  for (const act of own) document.addEventListener(act, end, { passive: true, capture: true });
  scroll();

  function end(): void {
    growing.disconnect();
    clearTimeout(timer);
    for (const act of own) document.removeEventListener(act, end, { capture: true });
  }
}
