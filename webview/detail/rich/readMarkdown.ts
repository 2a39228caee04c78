import MarkdownIt, { type Token } from 'markdown-it';
import { mathRules } from './mathRules';

const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true });
mathRules(markdown);

/**
 * A text as Markdown's tokens. Markup in the text is text: html is off, and a link with an address that could run or load
 * something (javascript:, data:, file:) is none. Nesting is bounded by the library, at 100.
 */
export function readMarkdown(text: string): readonly Token[] {
  return markdown.parse(text, {});
}
