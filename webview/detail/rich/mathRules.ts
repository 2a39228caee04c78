import type { MarkdownIt } from 'markdown-it';

/** How long a formula may be; more is no formula that somebody reads. */
const LONGEST = 20_000;
const ENVIRONMENT = /^\\begin\{((?:align|aligned|alignat|equation|gather|gathered|multline|cases|array|split|[bpvBV]?matrix)\*?)\}/;

interface Formula {
  readonly tex: string;
  readonly display: boolean;
  /** First character after it. */
  readonly end: number;
}

/**
 * Teaches Markdown mathematics as models write it: $…$, $$…$$, \(…\), \[…\] and \begin{align}…\end{align}, over several lines
 * where it begins one. A dollar that touches a blank on its inner side, or closes before a digit, is money.
 */
export function mathRules(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'math', (state, silent) => {
    const formula = formulaAt(state.src, state.pos, state.posMax);
    if (formula === null) return false;
    if (!silent) {
      const token = state.push(formula.display ? 'math_display' : 'math_inline', '', 0);
      token.content = formula.tex;
      token.markup = state.src.slice(state.pos, formula.end);
    }
    state.pos = formula.end;
    return true;
  });
  markdown.block.ruler.before('fence', 'math', (state, firstLine, lastLine, silent) => {
    const start = state.bMarks[firstLine]! + state.tShift[firstLine]!;
    if (state.sCount[firstLine]! - state.blkIndent >= 4) return false;
    const formula = formulaAt(state.src, start, Math.min(state.eMarks[lastLine - 1]!, start + LONGEST));
    if (formula === null || !formula.display) return false;
    let line = firstLine;
    while (line < lastLine && state.eMarks[line]! < formula.end) line++;
    // What stands behind it on its line makes it part of a paragraph.
    if (line >= lastLine || state.src.slice(formula.end, state.eMarks[line]).trim() !== '') return false;
    if (silent) return true;
    const token = state.push('math_display', '', 0);
    token.block = true;
    token.content = formula.tex;
    token.markup = state.src.slice(start, formula.end);
    token.map = [firstLine, line + 1];
    state.line = line + 1;
    return true;
  }, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
}

/** The formula that begins at a place; null where none does, or none ends. */
function formulaAt(text: string, start: number, limit: number): Formula | null {
  if (text[start] === '$') return text[start + 1] === '$' ? closed(text, start, '$$', '$$', limit, true) : dollars(text, start, limit);
  if (text[start] !== '\\') return null;
  if (text[start + 1] === '(') return closed(text, start, '\\(', '\\)', limit, false);
  if (text[start + 1] === '[') return closed(text, start, '\\[', '\\]', limit, true);
  if (!text.startsWith('\\begin{', start)) return null;
  const environment = ENVIRONMENT.exec(text.slice(start, start + 40));
  if (environment === null) return null;
  const ending = `\\end{${environment[1]!}}`;
  const at = nextOf(text, ending, start);
  const end = at + ending.length;
  return at < 0 || end > limit || end - start > LONGEST ? null : { tex: text.slice(start, end), display: true, end };
}

function closed(text: string, start: number, opening: string, closing: string, limit: number, display: boolean): Formula | null {
  const from = start + opening.length;
  const at = nextOf(text, closing, from);
  if (at < 0 || at + closing.length > limit || at - from > LONGEST) return null;
  const tex = text.slice(from, at);
  return tex.trim() === '' ? null : { tex, display, end: at + closing.length };
}

/** What was last found of each closing sign: a text of a thousand formulas that never end is searched once, not a thousand times. */
const found = new Map<string, { readonly text: string; readonly from: number; readonly at: number }>();

function nextOf(text: string, sign: string, from: number): number {
  const last = found.get(sign);
  if (last !== undefined && last.text === text && last.from <= from && (last.at < 0 || last.at >= from)) return last.at;
  const at = text.indexOf(sign, from);
  found.set(sign, { text, from, at });
  return at;
}

function dollars(text: string, start: number, limit: number): Formula | null {
  if (/\s/.test(text[start + 1] ?? ' ')) return null;
  for (let at = start + 1; at < limit && at - start < LONGEST; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === '\n' && text[at + 1] === '\n') return null;
    else if (sign === '$') {
      if (at === start + 1 || /\s/.test(text[at - 1]!) || /\d/.test(text[at + 1] ?? '')) return null;
      return { tex: text.slice(start + 1, at), display: false, end: at + 1 };
    }
  }
  return null;
}
