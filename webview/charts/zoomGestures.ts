/** What a hand does to look closer: Ctrl and the wheel (or a pinch), and a drag that moves what is in sight. */
export interface ZoomEvents {
  /** Whether a drag that begins so moves the picture. */
  readonly pans: (event: PointerEvent) => boolean;
  readonly onZoom: (left: number, top: number, factor: number) => void;
  /** By so many CSS pixels. */
  readonly onPan: (right: number, down: number) => void;
}

/** Follows the gestures over a canvas. The plain wheel scrolls the page. */
export function followZoom(canvas: HTMLCanvasElement, { pans, onZoom, onPan }: ZoomEvents): void {
  let from: { readonly x: number; readonly y: number } | null = null;
  let moved = false;
  canvas.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    onZoom(event.offsetX, event.offsetY, Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 200));
  }, { passive: false });
  canvas.addEventListener('pointerdown', (event) => {
    moved = false;
    from = event.button === 0 && pans(event) ? { x: event.offsetX, y: event.offsetY } : null;
  });
  canvas.addEventListener('pointermove', (event) => {
    if (from === null) return;
    if (!moved && Math.hypot(event.offsetX - from.x, event.offsetY - from.y) < 4) return;
    if (!moved) canvas.setPointerCapture(event.pointerId);
    moved = true;
    onPan(event.offsetX - from.x, event.offsetY - from.y);
    from = { x: event.offsetX, y: event.offsetY };
  });
  for (const end of ['pointerup', 'pointercancel'] as const) canvas.addEventListener(end, () => (from = null));
  // A click follows every drag; the one after a move opens nothing.
  canvas.addEventListener('click', (event) => {
    if (moved) event.stopImmediatePropagation();
    moved = false;
  });
}
