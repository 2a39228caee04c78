import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import go from 'highlight.js/lib/languages/go';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import { createLowlight } from 'lowlight';
import { element } from '../../element';

/** The languages that evaluations of code are written in. */
const languages = createLowlight({ bash, c, cpp, go, java, javascript, json, python, rust, sql, typescript });
/** More than this is no longer read with colours in mind. */
const LONGEST = 50_000;

type Parts = ReturnType<typeof languages.highlight>['children'];

/** A program with its words told apart. In a language that is not known, or very long, it stays plain. */
export function colouredCode(source: string, language: string): Node {
  const name = language.toLowerCase();
  if (source.length > LONGEST || !languages.registered(name)) return document.createTextNode(source);
  const made = document.createDocumentFragment();
  made.append(...nodes(languages.highlight(name, source).children));
  return made;
}

function nodes(parts: Parts): Node[] {
  return parts.flatMap((part): Node[] => {
    if (part.type === 'text') return [document.createTextNode(part.value)];
    if (part.type !== 'element') return [];
    const names = part.properties['className'];
    return [element('span', { class: Array.isArray(names) ? names.join(' ') : '' }, ...nodes(part.children))];
  });
}
