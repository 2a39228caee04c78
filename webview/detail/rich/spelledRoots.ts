const MATHML = 'http://www.w3.org/1998/Math/MathML';
let drawsRoots: boolean | null = null;

/**
 * Where the system has no font for mathematics, the browser leaves out the sign of a root, and √2 reads as 2. There, roots
 * are spelled: the sign as a letter, a line over what it is of, and the index of a root before it.
 */
export function spelledRoots(formula: Element): void {
  drawsRoots ??= measured();
  if (drawsRoots) return;
  for (const root of formula.querySelectorAll('msqrt')) root.replaceWith(spelled(null, [...root.childNodes]));
  for (const root of formula.querySelectorAll('mroot')) {
    const [base, index] = root.children;
    if (base !== undefined) root.replaceWith(spelled(index ?? null, [base]));
  }
}

function spelled(index: Element | null, inside: readonly Node[]): Element {
  const sign = made('mo', ['√']);
  const radicand = made('mrow', inside);
  radicand.setAttribute('class', 'radicand');
  return made('mrow', [...(index === null ? [] : [made('msup', [made('mrow', []), index])]), sign, radicand]);
}

function made(name: string, inside: readonly (Node | string)[]): Element {
  const element = document.createElementNS(MATHML, name);
  element.append(...inside);
  return element;
}

/** Whether a root is wider than what it is of. */
function measured(): boolean {
  const [plain, root] = [made('mn', ['2']), made('msqrt', [made('mn', ['2'])])];
  const math = made('math', [plain, root]);
  document.body.append(math);
  const wider = root.getBoundingClientRect().width > plain.getBoundingClientRect().width + 1;
  math.remove();
  return wider;
}
