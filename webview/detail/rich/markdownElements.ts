import type { Token } from 'markdown-it';
import { element } from '../../element';
import { t } from '../../../src/texts/t';

/** What is made elsewhere: a formula, and the inside of a code block. */
export interface Parts {
  readonly formula: (tex: string, display: boolean, source: string) => Node;
  readonly code: (source: string, language: string) => Node;
}

/** Elements that open and close, by what Markdown calls them. A name that is not here makes no element. */
const tags = new Map<string, keyof HTMLElementTagNameMap>([
  ['paragraph', 'p'], ['bullet_list', 'ul'], ['ordered_list', 'ol'], ['list_item', 'li'], ['blockquote', 'blockquote'],
  ['table', 'table'], ['thead', 'thead'], ['tbody', 'tbody'], ['tr', 'tr'], ['th', 'th'], ['td', 'td'],
  ['strong', 'strong'], ['em', 'em'], ['s', 's'],
]);

/** Makes elements of tokens, each by name: there is no way for a token to bring markup along. */
export function markdownElements(tokens: readonly Token[], parts: Parts): DocumentFragment {
  // The page's own headings end at the third: the largest of the text is a fourth, whatever it calls itself.
  const largest = tokens.reduce((least, token) => (token.type === 'heading_open' ? Math.min(least, levelOf(token)) : least), 6);
  const root = document.createDocumentFragment();
  const open: ParentNode[] = [root];
  for (const token of tokens) {
    const parent = open[open.length - 1]!;
    if (token.nesting < 0) {
      open.pop();
      continue;
    }
    if (token.nesting === 0) {
      parent.append(leaf(token, parts));
      continue;
    }
    // A paragraph of a tight list is hidden: its text stands in the item.
    const made = token.hidden ? parent : opened(token, largest);
    if (made !== parent) parent.append(made);
    open.push(made);
  }
  return root;
}

function levelOf(token: Token): number {
  return Number(token.tag.slice(1));
}

function opened(token: Token, largest: number): HTMLElement {
  const name = token.type.replace(/_open$/, '');
  if (name === 'heading') {
    const level = levelOf(token);
    return element('p', { class: `heading h${level}`, attributes: { role: 'heading', 'aria-level': String(Math.min(6, 4 + level - largest)) } });
  }
  if (name === 'link') return link(token);
  const made = element(tags.get(name) ?? 'span');
  const start = token.attrGet('start');
  if (name === 'ordered_list' && start !== null) made.setAttribute('start', String(start));
  if (name === 'th' || name === 'td') made.className = /center|right/.exec(String(token.attrGet('style') ?? ''))?.[0] ?? '';
  return made;
}

/** Markdown lets no address through that runs or loads something; the editor asks before it opens one. */
function link(token: Token): HTMLElement {
  const address = String(token.attrGet('href') ?? '');
  if (!/^(https?|mailto):/i.test(address)) return element('span');
  return element('a', { attributes: { href: address, title: address, rel: 'noreferrer' } });
}

function leaf(token: Token, parts: Parts): Node {
  switch (token.type) {
    case 'inline':
      return markdownElements(token.children ?? [], parts);
    case 'math_inline':
    case 'math_display':
      return parts.formula(token.content, token.type === 'math_display', token.markup);
    case 'fence':
    case 'code_block':
      return element('pre', { attributes: { tabindex: '0', 'aria-label': t`Code` } }, element('code', {}, parts.code(token.content, token.info.trim().split(/\s+/)[0] ?? '')));
    case 'code_inline':
      return element('code', { text: token.content });
    case 'image':
      // Nothing is fetched for a log: an image is its words and its address.
      return element('span', { class: 'image', text: t`[image: ${token.content}${token.content === '' ? '' : ', '}${String(token.attrGet('src') ?? '')}]` });
    case 'hr':
      return element('hr');
    case 'softbreak':
    case 'hardbreak':
      return element('br');
    default:
      return document.createTextNode(token.content);
  }
}
