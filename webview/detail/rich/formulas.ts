import katex from 'katex';
import { element } from '../../element';
import { spelledRoots } from './spelledRoots';

/** For all formulas of a text together: one of 100,000 characters may hold 30,000. */
const BUDGET_MS = 600;

/**
 * Draws the formulas of one text as MathML, which the browser shows without fonts or styles of its own and a screen reader
 * reads. What KaTeX cannot read, or has no time for, stands there as it was written.
 */
export function formulas(): (tex: string, display: boolean, source: string) => HTMLElement {
  let spentMs = 0;
  return (tex, display, source) => {
    const made = element(display ? 'div' : 'span', { class: display ? 'formula display' : 'formula' });
    const begin = performance.now();
    if (spentMs > BUDGET_MS || !drawn(tex, display, made)) made.replaceChildren(element('code', { text: source }));
    spentMs += performance.now() - begin;
    return made;
  };
}

function drawn(tex: string, displayMode: boolean, into: HTMLElement): boolean {
  try {
    // trust: no links, no pictures, no html. The bounds are for macros that unfold for ever.
    katex.render(tex, into, { displayMode, output: 'mathml', throwOnError: true, trust: false, strict: 'ignore', maxExpand: 500, maxSize: 20 });
    spelledRoots(into);
    return true;
  } catch {
    return false; // no TeX at all, or hundreds of brackets in brackets
  }
}
