/**
 * What on the page had the keyboard last. Whenever the editor gives the view the focus — it shows it as asked, its palette closes,
 * the reader comes back by a key — it gives it to the page as a whole: nothing on it has the keyboard, and what is typed is lost.
 */
export class FocusMemory<Target> {
  private last: Target | null = null;
  private pointing = false;

  /** Something got the keyboard. */
  onFocus(target: Target): void {
    this.last = target;
  }

  /** The reader points at something: what it is decides by itself who gets the keyboard. */
  onPointer(pressed: boolean): void {
    this.pointing = pressed;
  }

  /**
   * The view got the focus.
   * @param holder what on the page has the keyboard; null: nothing
   * @returns what is to have it again; null: all is well
   */
  onReturn(holder: Target | null): Target | null {
    return holder === null && !this.pointing ? this.last : null;
  }
}
