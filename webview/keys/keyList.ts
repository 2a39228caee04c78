import { element } from '../element';
import { button } from '../toolkit';
import { keyText, keyTable } from './keyTable';
import { t } from '../../src/texts/t';

const inPlace: readonly (readonly [key: string, does: string])[] = [
  ['Tab', t`From one part of the page to the next`],
  ['← → ↑ ↓', t`In a chart: from point to point; in the table: rows; in the strip: samples; on the slider: k`],
  ['Enter', t`Open the point or the row`],
  [t`Space`, t`In the table: choose the row, to flag many at once; Shift and an arrow choose a stretch`],
  [t`Ctrl and click, Shift and click`, t`In the table: choose one more row, or all up to it; on a heading Shift sorts by one column more`],
  ['Escape', t`Close the prompt`],
  ['?', t`These keys`],
  [t`Home, End, Page`, t`To the ends, or a screen further`],
  [t`Drag`, t`In a chart of prompts: filter the table to those in the frame`],
  [t`Double click`, t`A chart across the page, and back`],
];

/** The list of keys, over the page until it is closed. */
export class KeyList {
  readonly root = element('dialog', { class: 'keys', attributes: { 'aria-labelledby': 'keys-title' } });

  constructor() {
    this.root.append(
      // It takes the keyboard, so that a list longer than the window begins at its beginning and not at its button.
      element('h2', { text: t`Keys`, attributes: { id: 'keys-title', tabindex: '-1', autofocus: '' } }),
      list(keyTable.map((key) => [keyText(key, navigator.platform.startsWith('Mac')), key.does])),
      element('p', { class: 'quiet', text: t`These are commands: change their keys in Keyboard Shortcuts (look for “Pass@k”).` }),
      list(inPlace),
      button(t`Close`, 'primary', () => this.root.close()),
    );
  }

  toggle(): void {
    if (this.root.open) this.root.close();
    else this.root.showModal();
  }

  /** Closes it and says whether it was open. */
  close(): boolean {
    const open = this.root.open;
    if (open) this.root.close();
    return open;
  }
}

function list(rows: readonly (readonly [string, string])[]): HTMLElement {
  return element('dl', {}, ...rows.flatMap(([key, does]) => [element('dt', {}, element('kbd', { text: key })), element('dd', { text: does })]));
}
