import { element } from './element';
import { t } from '../src/texts/t';

/** What the editor's own lists drag. There is a text/uri-list too, but with a single uri, whatever was selected. */
const URIS = 'application/vnd.code.uri-list';

/**
 * Takes runs that are dragged onto the page from a list of the editor, which lets a drag into a page while Shift is held.
 * @param onRuns told their uris
 */
export function dropRuns(page: HTMLElement, onRuns: (uris: readonly string[]) => void): void {
  const hint = element('div', { class: 'drop-hint' }, element('span', { text: t`Drop to compare with this run` }));
  page.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes(URIS) !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    if (!hint.isConnected) page.append(hint);
  });
  page.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) hint.remove(); // it left the page, not one element of it for another
  });
  page.addEventListener('drop', (event) => {
    hint.remove();
    const uris = droppedUris(event.dataTransfer?.getData(URIS) ?? '');
    if (uris.length === 0) return;
    event.preventDefault();
    onRuns(uris);
  });
}

/** A list of uris, one a line; lines that begin with # are remarks. */
export function droppedUris(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
}
