import type { Token } from 'markdown-it';
import { element } from '../../element';
import { markdownElements, type Parts } from './markdownElements';
import { readMarkdown } from './readMarkdown';

/**
 * A text of the log as Markdown, with formulas and coloured code; what these two need is loaded where the text has some.
 * Elements are made one by one from what was read, so that no markup of the log can become an element.
 */
export async function markdown(text: string): Promise<DocumentFragment> {
  const tokens = readMarkdown(text);
  const [formulas, codes] = [count(tokens, ['math_inline', 'math_display']), count(tokens, ['fence'])];
  const [mathematics, code] = await Promise.all([
    formulas > 0 ? import('./formulas') : null,
    codes > 0 ? import('./colouredCode') : null,
  ]);
  const draw = mathematics?.formulas();
  const parts: Parts = {
    formula: (tex, display, source) => draw?.(tex, display, source) ?? element('code', { text: source }),
    code: (source, language) => code?.colouredCode(source, language) ?? document.createTextNode(source),
  };
  return markdownElements(tokens, parts);
}

function count(tokens: readonly Token[], types: readonly string[]): number {
  return tokens.reduce((sum, token) => sum + (types.includes(token.type) ? 1 : 0) + (token.children === null ? 0 : count(token.children, types)), 0);
}
