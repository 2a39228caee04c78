import { FocusMemory } from './focusMemory';

/** How long the view may take to draw, or to load, what an act puts the keyboard on. */
const OWN_WAY_MS = 400;

/** Keeps the keyboard where it was put while the editor takes the focus away and gives it back. */
export class FocusKeeper {
  private readonly memory = new FocusMemory<HTMLElement>();
  private asking = 0;

  /** @param ask asks the editor for the focus */
  constructor(private readonly ask: () => void) {
    document.addEventListener('focusin', () => {
      const held = holder();
      if (held !== null) this.memory.onFocus(held);
    });
    for (const [name, pressed] of [['pointerdown', true], ['pointerup', false], ['pointercancel', false], ['keydown', false]] as const) {
      document.addEventListener(name, () => this.memory.onPointer(pressed), { capture: true, passive: true });
    }
    // Once the page has it, or the reader has gone on by himself, asking would take it from where he is.
    document.addEventListener('pointerdown', () => clearTimeout(this.asking), { capture: true, passive: true });
    window.addEventListener('focus', () => {
      clearTimeout(this.asking);
      this.memory.onReturn(holder())?.focus({ preventScroll: true });
    });
  }

  /**
   * After an act of the editor that puts the keyboard on something. A browser lets a page take the focus by itself; asked at once,
   * the editor would take it away again as it shows the view, when typing has begun. So it is asked only where that has failed.
   */
  afterAct(): void {
    clearTimeout(this.asking);
    if (document.hasFocus()) return;
    this.asking = window.setTimeout(() => {
      if (document.hasFocus()) return;
      const held = holder();
      if (held !== null) this.memory.onFocus(held);
      this.ask();
    }, OWN_WAY_MS);
  }
}

/** What on the page has the keyboard, or would have it if the page had the focus: of a component its inner field, which keeps its caret. */
function holder(): HTMLElement | null {
  let held = document.activeElement;
  while (held?.shadowRoot?.activeElement != null) held = held.shadowRoot.activeElement;
  return held instanceof HTMLElement && held !== document.body ? held : null;
}
