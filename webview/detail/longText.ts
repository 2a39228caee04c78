import { element } from '../element';
import { formatCount } from '../numbers/formatCount';

/** More letters than this are laid out only when asked for: a response may be 5 MB long. */
const atOnce = 100_000;

/** A text of the log as it is, never as markup. A long one says what is cut and offers the rest. */
export function longText(text: string, label: string): HTMLElement {
  const cut = text.length > atOnce;
  const body = element('pre', { class: 'log-text', text: cut ? text.slice(0, atOnce) : text, attributes: { tabindex: '0', 'aria-label': label } });
  if (!cut) return body;
  const rest = element('button', {
    class: 'link', text: `Show the other ${formatCount(text.length - atOnce)} characters`, attributes: { type: 'button' },
    onClick: () => {
      body.textContent = text;
      rest.remove();
    },
  });
  return element('div', {}, body, rest);
}
