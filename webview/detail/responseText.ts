import { element } from '../element';
import { formatCount } from '../numbers/formatCount';
import { plainText } from './plainText';
import { responseParts, type ResponsePart } from './responseParts';
import { t } from '../../src/texts/t';

/** A longer text is read as Markdown only when asked: it takes seconds. */
const FORMATTED_AT_ONCE = 100_000;

export interface TextLook {
  /** As it stands in the file. */
  readonly raw: boolean;
  /** Kinds of folds that are open, and told when one is. */
  readonly unfolded: readonly string[];
  readonly onFold: (kind: string, open: boolean) => void;
  /** What is searched for: a fold that holds it is open. Absent: nothing. */
  readonly searched?: readonly string[];
  /** Told each time when something more of the text is there. */
  readonly onDrawn: () => void;
}

/** Of a text beside another: formatted, and nobody follows what is unfolded. */
const plainLook: TextLook = { raw: false, unfolded: [], onFold: () => undefined, onDrawn: () => undefined };

/** A text of the log in its own frame: as Markdown with reasoning and tools folded, or raw. */
export function responseText(text: string, label: string, look: TextLook = plainLook): HTMLElement {
  const root = element('div', { class: look.raw ? 'log-text' : 'log-text formatted', attributes: { role: 'group', tabindex: '0', 'aria-label': label } });
  if (look.raw) root.append(plainText(text));
  else root.append(...responseParts(text).map((part) => (part.kind === 'text' ? formatted(part.text, look) : fold(part, look))));
  return root;
}

function fold({ kind, title, text }: ResponsePart, look: TextLook): HTMLElement {
  const made = element('details', { class: `fold ${kind}` },
    element('summary', {}, element('span', { text: title }), element('span', { class: 'quiet', text: ` ${formatCount(text.length, 'character')}` })));
  const fill = (): void => {
    // Made when it is first looked at: reasoning is most of many responses.
    if (made.open && made.childElementCount === 1) made.append(kind === 'tool' ? element('div', { class: 'plain' }, plainText(text.trim())) : formatted(text, look));
  };
  const folded = text.toLowerCase();
  made.open = look.unfolded.includes(kind) || (look.searched ?? []).some((each) => folded.includes(each.toLowerCase()));
  fill();
  made.addEventListener('toggle', () => {
    fill();
    look.onDrawn();
  });
  // What the reader unfolds stays so for other samples; what was found there does not. A click comes before it opens.
  made.firstElementChild?.addEventListener('click', () => look.onFold(kind, !made.open));
  return made;
}

/** Plain at first, Markdown as soon as that is loaded and read. */
function formatted(text: string, look: TextLook): HTMLElement {
  const root = element('div', { class: 'plain' }, plainText(text));
  if (text.length <= FORMATTED_AT_ONCE) {
    void format(root, text, look);
    return root;
  }
  const offer = element('p', { class: 'offer' }, t`Shown as it is: ${formatCount(text.length, 'character')} are many to format.`, ' ',
    element('button', { class: 'link', text: t`Format all the same`, attributes: { type: 'button' }, onClick: () => void format(root, text, look) }));
  return element('div', {}, offer, root);
}

async function format(root: HTMLElement, text: string, look: TextLook): Promise<void> {
  try {
    const { markdown } = await import('./rich/markdown');
    const made = await markdown(text);
    root.replaceChildren(made);
    root.className = 'markdown';
    if (root.previousElementSibling?.matches('.offer')) root.previousElementSibling.remove();
  } catch (error) {
    // The text itself stands there already.
    root.before(element('p', { class: 'problem', text: t`It could not be formatted: ${error instanceof Error ? error.message : String(error)}` }));
  }
  look.onDrawn();
}
