import { element } from './element';
import { t } from './t';

/** What the editor's own lists drag: a JSON array of uris. */
const RESOURCES = 'resourceurls';

/**
 * Takes runs that are dragged onto the page from a list of the editor, which lets a drag into a page while Shift is held.
 * @param onRuns told their uris
 */
export function dropRuns(page: HTMLElement, onRuns: (uris: readonly string[]) => void): void {
  const hint = element('div', { class: 'drop-hint' }, t`Drop to compare with this run`);
  page.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes(RESOURCES) !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    if (!hint.isConnected) page.append(hint);
  });
  page.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) hint.remove(); // it left the page, not one element of it for another
  });
  page.addEventListener('drop', (event) => {
    hint.remove();
    const uris = droppedUris(event.dataTransfer?.getData(RESOURCES) ?? '');
    if (uris.length === 0) return;
    event.preventDefault();
    onRuns(uris);
  });
}

/** The uris in what was dropped; none where it is something else. */
export function droppedUris(text: string): string[] {
  try {
    const uris: unknown = JSON.parse(text);
    return Array.isArray(uris) ? uris.filter((uri) => typeof uri === 'string') : [];
  } catch {
    return [];
  }
}
