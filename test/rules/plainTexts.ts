import ts from 'typescript';

/** Members and arguments that hold names of the page's own, not words. */
const NAMES = new Set(['class', 'type', 'role', 'id', 'style', 'font', 'kind', 'path', 'fill', 'stroke', 'recognisedBy']);
const KEYS = /^(Arrow(Left|Right|Up|Down)|Home|End|Page(Up|Down)|Enter|Escape|Tab|AltGraph|Shift|Alt|Control|Meta|Mac|Delete|Backspace)$/;
const CALLS_OF_NAMES = /(getContext|createElement|addEventListener|querySelector(All)?|setProperty|getPropertyValue|matchMedia|matches|closest|remove|toggle|contains|set|get|has|includes|formatCount|wordOf)$/;

/**
 * Literals in a file that read like words for people and are not looked up, by the tag `t` or by vscode.l10n.t: several words, one
 * that begins with a capital, or one set into a text that is looked up. Types, cases, comparisons, keys and a programmer's mistakes
 * (RangeError) are no such words.
 */
export function plainTexts(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== null && (isWords(text) || (isWord(text) && isSetIntoText(node))) && !isLookedUp(node) && !isName(node)) found.push(text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node) ? node.head.text + node.templateSpans.map((span, at) => `{${at}}${span.literal.text}`).join('') : null;
}

function isWords(text: string): boolean {
  if (KEYS.test(text) || /^ ?<|^[MA]\{0\}|="|^\(max-|^minmax\(|\w:\w/.test(text)) return false;
  return /\p{L}{2,}[,:;.]? +\p{L}{2,}/u.test(text.replace(/\{\d+\}/g, '')) || /\{\d+\} \p{L}{3,}/u.test(text) || /^\p{Lu}\p{Ll}/u.test(text);
}

function isWord(text: string): boolean {
  return /^\p{Ll}[\p{Ll}-]+$/u.test(text);
}

/** Between the braces of a text that is looked up, and not as what something is compared with or asked by. */
function isSetIntoText(node: ts.Node): boolean {
  for (let up: ts.Node | undefined = node.parent; up; up = up.parent) {
    if (ts.isTemplateSpan(up)) return isTagged(up.parent);
    if (ts.isCallExpression(up) || ts.isStatement(up)) return false;
  }
  return false;
}

function isTagged(template: ts.Node): boolean {
  return ts.isTaggedTemplateExpression(template.parent) && template.parent.tag.getText() === 't';
}

function isLookedUp(node: ts.Node): boolean {
  for (let up: ts.Node | undefined = node.parent; up; up = up.parent) {
    if (up === node.parent && isTagged(node)) return true;
    if (ts.isCallExpression(up) && /\bl10n\.t$/.test(up.expression.getText()) && isWithin(node, up.arguments[0])) return true;
    if (ts.isTypeNode(up) || ts.isImportDeclaration(up)) return true;
    if (ts.isNewExpression(up) && up.expression.getText() === 'RangeError') return true;
    if (ts.isStatement(up)) return false;
  }
  return false;
}

function isWithin(node: ts.Node, outer: ts.Node | undefined): boolean {
  return outer !== undefined && node.pos >= outer.pos && node.end <= outer.end;
}

function isName(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isCaseClause(parent) || ts.isElementAccessExpression(parent)) return true;
  if (ts.isBinaryExpression(parent) && /^[!=]==$/.test(parent.operatorToken.getText())) return true;
  if (ts.isCallExpression(parent)) return CALLS_OF_NAMES.test(parent.expression.getText());
  if (!ts.isPropertyAssignment(parent)) return false;
  return parent.name === node || NAMES.has(parent.name.getText().replace(/['"]/g, ''));
}
