import ts from 'typescript';

/** The texts of a file, as translations know them, and what is not written in a way that they could be known. */
export interface FoundTexts {
  readonly texts: readonly string[];
  readonly unreadable: readonly string[];
}

/**
 * Every text that a file looks up: "{0} of {1} prompts". What is looked up must be written where that is done: the template of `t`,
 * literals in the first argument of vscode.l10n.t, the nouns of formatCount.
 */
export function textsOf(file: string, source: string): FoundTexts {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const unreadable: string[] = [];
  const takeLiterals = (node: ts.Expression, then: (text: string) => void): void => {
    if (ts.isStringLiteralLike(node)) then(node.text);
    else if (ts.isParenthesizedExpression(node)) takeLiterals(node.expression, then);
    else if (ts.isConditionalExpression(node)) for (const each of [node.whenTrue, node.whenFalse]) takeLiterals(each, then);
    else unreadable.push(node.getText());
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 't') texts.push(messageOf(node.template));
    if (ts.isCallExpression(node)) {
      const [first, noun, plural] = node.arguments;
      const callee = node.expression.getText();
      if (/\bl10n\.t$/.test(callee) && first) takeLiterals(first, (text) => texts.push(text));
      if (callee === 'formatCount' && noun) takeLiterals(noun, (text) => texts.push(`{0} ${text}`, ...(plural ? [] : [`{0} ${text}s`])));
      if (callee === 'formatCount' && plural) takeLiterals(plural, (text) => texts.push(`{0} ${text}`));
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { texts, unreadable };
}

function messageOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.head.text + template.templateSpans.map(({ literal }, at) => `{${at}}${literal.text}`).join('');
}
