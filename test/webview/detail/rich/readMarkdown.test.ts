import assert from 'node:assert/strict';
import type { Token } from 'markdown-it';
import { readMarkdown } from '../../../../webview/detail/rich/readMarkdown';

function flat(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => [token, ...flat(token.children ?? [])]);
}

function formulas(text: string): [type: string, tex: string][] {
  return flat(readMarkdown(text)).filter(({ type }) => type.startsWith('math')).map(({ type, content }) => [type.replace('math_', ''), content]);
}

describe('mathematics in Markdown', () => {
  const cases: readonly (readonly [text: string, ...found: [string, string][]])[] = [
    ['so $x^2$ is', ['inline', 'x^2']],
    ['so \\(x_1*x_2*x_3\\) is', ['inline', 'x_1*x_2*x_3']],
    ['$$\\frac12$$', ['display', '\\frac12']],
    ['text $$a$$ text', ['display', 'a']],
    ['\\[\n a\n\n + b\n\\]', ['display', '\n a\n\n + b\n']],
    ['Then\n$$\na\n$$\nso', ['display', '\na\n']],
    ['- item\n\n  \\[ a_1 \\]\n', ['display', ' a_1 ']],
    ['\\begin{align*}\na &= b\\\\\nc &= d\n\\end{align*}', ['display', '\\begin{align*}\na &= b\\\\\nc &= d\n\\end{align*}']],
    ['$\\text{cost } \\$5$', ['inline', '\\text{cost } \\$5']],
    ['the answer is $\\boxed{42}$.', ['inline', '\\boxed{42}']],
    ['$a$ and $b$', ['inline', 'a'], ['inline', 'b']],
    ['it costs $5 and then $10'],
    ['from $5 to $10$20'],
    ['$ x$ is no formula, nor is $x $'],
    ['`$x$` and\n\n```\n$$y$$\n```\n\n    $z$'],
    ['\\[ never closed'],
    ['$$ $$ and \\(\\) are empty'],
    ['a \\\\(no) formula'],
    ['$x\n\ny$'],
  ];
  for (const [text, ...found] of cases) it(`finds ${found.length} in ${JSON.stringify(text)}`, () => assert.deepEqual(formulas(text), found));

  it('leaves what stands before and after', () => {
    assert.deepEqual(flat(readMarkdown('so $x$ *is*')).filter(({ content }) => content !== '' && content !== 'so $x$ *is*').map(({ content }) => content), ['so ', 'x', ' ', 'is']);
  });
});

describe('hostile Markdown', () => {
  it('makes neither markup nor an address that runs or loads something', () => {
    const hostile = [
      '<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '[a](javascript:alert(1))', '[a](JaVaScRiPt:alert(1))', '[a](&#106;avascript:alert(1))',
      '[a](vbscript:x)', '[a](data:text/html,<script>)', '[a](file:///etc/passwd)', '<javascript:alert(1)>', '[a]: javascript:alert(1)\n\n[a]',
      '[a](java\nscript:alert(1))', '[a](\u0001javascript:alert(1))',
    ];
    for (const text of hostile) {
      const tokens = flat(readMarkdown(text));
      assert.deepEqual(tokens.filter(({ type }) => type.startsWith('html')), [], text);
      const addresses = tokens.flatMap((token) => [token.attrGet('href'), token.attrGet('src')]).filter((address) => address != null).map(String);
      assert.deepEqual(addresses.filter((address) => /^\s*(javascript|vbscript|data|file):/i.test(address)), [], text);
    }
  });

  const walls: readonly (readonly [name: string, text: (size: number) => string])[] = [
    ['quotes in quotes', (size) => '> '.repeat(size)], ['lists in lists', (size) => '- '.repeat(size)], ['brackets', (size) => '['.repeat(size)],
    ['stars', (size) => '*a '.repeat(size)], ['underscores', (size) => '_a_'.repeat(size)], ['dollars', (size) => '$'.repeat(size)],
    ['back ticks', (size) => Array.from({ length: Math.sqrt(2 * size) }, (_, at) => '`'.repeat(at)).join(' ')],
    ['dollars apart', (size) => '$a '.repeat(size)], ['opened formulas', (size) => '\\['.repeat(size)], ['opened environments', (size) => '\\begin{align}'.repeat(size)],
    ['entities', (size) => '&amp;'.repeat(size)], ['links', (size) => '[a](b'.repeat(size)], ['table rules', (size) => `|a|\n|-|\n${'|a|\n'.repeat(size)}`],
  ];
  const best = (text: string): number => Math.min(...[1, 2, 3].map(() => {
    const begin = performance.now();
    assert.ok(readMarkdown(text).length > 0);
    return performance.now() - begin;
  }));
  for (const [name, text] of walls) {
    it(`takes four times as long for four times as much, not sixteen times: ${name}`, function () {
      this.timeout(60_000);
      best(text(500));
      const small = best(text(5000));
      const large = best(text(20_000));
      assert.ok(large < 10 * Math.max(small, 2), `${small} and ${large} ms`);
    });
  }
});
