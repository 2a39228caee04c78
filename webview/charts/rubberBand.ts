import type { PlotArea } from './cloudLayer';

/** Shorter drags are clicks of an unsteady hand. */
const shortest = 6;

/** Follows a drag over a canvas and tells the frame it spans, in the canvas' CSS pixels. */
export class RubberBand {
  /** The frame while it is drawn; null else. */
  frame: PlotArea | null = null;
  private from: { readonly x: number; readonly y: number } | null = null;

  constructor(canvas: HTMLCanvasElement, possible: (event: PointerEvent) => boolean, onChange: () => void, onDone: (frame: PlotArea) => void) {
    canvas.addEventListener('pointerdown', (event) => {
      this.frame = null;
      this.from = event.button === 0 && possible(event) ? { x: event.offsetX, y: event.offsetY } : null;
    });
    canvas.addEventListener('pointermove', (event) => {
      if (this.from === null) return;
      const { x, y } = this.from;
      if (this.frame === null && Math.hypot(event.offsetX - x, event.offsetY - y) < shortest) return;
      if (this.frame === null) canvas.setPointerCapture(event.pointerId);
      this.frame = { left: Math.min(x, event.offsetX), right: Math.max(x, event.offsetX), top: Math.min(y, event.offsetY), bottom: Math.max(y, event.offsetY) };
      onChange();
    });
    canvas.addEventListener('pointercancel', () => this.end(onChange));
    canvas.addEventListener('pointerup', () => {
      const { frame } = this;
      this.end(onChange);
      if (frame !== null) onDone(frame);
    });
    // A click follows every drag; the one after a frame opens nothing.
    canvas.addEventListener('click', (event) => {
      if (this.drawn) event.stopImmediatePropagation();
      this.drawn = false;
    });
  }

  private drawn = false;

  private end(onChange: () => void): void {
    this.from = null;
    if (this.frame === null) return;
    this.drawn = true;
    this.frame = null;
    onChange();
  }
}
