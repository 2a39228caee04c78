/** What of a key press matters here. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** A command comes back from the editor in a few hundredths of a second, on a loaded machine in one or two seconds. */
const WAITS_MS = 3000;
const modifiers: ReadonlySet<string> = new Set(['Control', 'Meta', 'Alt', 'Shift', 'AltGraph']);

/**
 * Keeps what is typed right after a key of the editor, such as Ctrl+F: the editor answers with a command, and until the box
 * that it asks for has the focus, what is typed goes nowhere.
 */
export class TypeAhead {
  private text = '';
  private intoField = false;
  private since = -Infinity;

  /** @param typing whether the key goes into a field */
  onKey({ key, ctrlKey, metaKey, altKey }: PressedKey, typing: boolean, now: number): void {
    if (modifiers.has(key)) return;
    if (ctrlKey || metaKey || altKey) {
      this.text = '';
      this.intoField = false;
      this.since = now;
    } else if (now - this.since > WAITS_MS) this.since = -Infinity;
    else if (typing) this.intoField = true;
    else if (key === 'Backspace') this.text = this.text.slice(0, -1);
    else if ([...key].length === 1) this.text += key;
    else this.since = -Infinity;
  }

  /** What was typed since, once; null: it went into a field, which had the focus all the time. */
  take(now: number): string | null {
    const taken = now - this.since > WAITS_MS ? '' : this.intoField ? null : this.text;
    this.text = '';
    this.intoField = false;
    this.since = -Infinity;
    return taken;
  }
}
