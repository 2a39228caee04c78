import type { PromptRow } from '../reportShape';
import { promptNumbers } from './promptNumbers';
import { promptWords } from './promptWords';
import { isRelativeBound, relativeBound } from './relativeBound';
import { t } from '../../texts/t';

export type PromptTest = (row: PromptRow) => boolean;
export type Filter =
  | (FilterTest & { readonly ok: true })
  /** One sentence on the first term that cannot be read; `matches` goes by the other terms. */
  | (FilterTest & { readonly ok: false; readonly message: string });

interface FilterTest {
  readonly matches: PromptTest;
  /** True when what passes depends on the other rows too: read it anew when they change. */
  readonly relative: boolean;
  /** What is to be looked for in prompts and responses, each once. */
  readonly texts: readonly string[];
  /** True when what passes depends on which prompts are chosen: read it anew when others are. */
  readonly byChoice: boolean;
}

const NAMED = /^([a-z]+):(.*)$/is;
const CHOSEN = /^chosen:/i;
const COMPARED = /^([a-z@]+)(<=|>=|<|>|=)(.*)$/i;
type Comparison = '<' | '<=' | '>' | '>=' | '=';

/** Whether a prompt or one of its responses holds a text. */
export type Holds = (text: string, row: PromptRow) => boolean;

/**
 * Reads the filter box: terms apart by blanks, all of which must hold, "-" before a term turns it round.
 *
 *     state:unsolved  group:hard  interference:negative  flag:any  flag:none  flag:bad-verifier  category:"number theory"
 *     weight>1  agreement<0  p<=0.1  c=0  agreement=unknown  anything else: part of the prompt id  "with blanks"
 *     text:triangle  text:"right triangle"  in the prompt or a response of it
 *     chosen:yes  chosen:no  in the table, or by a frame in a chart
 *     weight>median  weight>mean  weight>p90  relative to all rows;  q<=0.1  by false discovery rate over all rows
 *
 * An unknown number passes no comparison. A term that cannot be read gives one sentence that says which and why, and is left
 * out, so that the table stands still while a term is being typed.
 * @param rows all prompts, for what is relative to them; of none, nothing relative passes
 * @param holds answers for texts; null: texts cannot be looked into here, and a term that wants it cannot be read
 * @param chosen ids of the prompts that are chosen; null: nobody chooses here, and a term that asks for it cannot be read
 */
export function parseFilter(text: string, rows: readonly PromptRow[] = [], holds: Holds | null = null, chosen: ReadonlySet<string> | null = null): Filter {
  const tests: PromptTest[] = [];
  const texts = new Set<string>();
  let message: string | null = null;
  let relative = false;
  let byChoice = false;
  for (const { negated, body, quoted } of splitTerms(text)) {
    const wanted = quoted ? null : textWanted(body);
    if (wanted !== null && wanted !== '' && holds !== null) texts.add(wanted);
    const test = quoted ? idContains(body) : wanted !== null ? textHeld(body, wanted, holds) : parseTerm(body, rows, chosen);
    relative ||= !quoted && isRelative(body);
    byChoice ||= !quoted && CHOSEN.test(body);
    if (typeof test === 'string') message ??= test;
    else tests.push(negated ? (row) => !test(row) : test);
  }
  const matches: PromptTest = (row) => tests.every((test) => test(row));
  const found = { matches, relative, texts: [...texts], byChoice };
  return message === null ? { ok: true, ...found } : { ok: false, message, ...found };
}

interface Term {
  readonly negated: boolean;
  readonly body: string;
  readonly quoted: boolean;
}

function splitTerms(text: string): Term[] {
  const terms: Term[] = [];
  for (const [, minus, quotedBody, plain] of text.matchAll(/(-?)(?:"([^"]*)"?|([a-z]+:"[^"]*"?|[^\s]+))/gi)) {
    const body = quotedBody ?? plain ?? '';
    if (body !== '') terms.push({ negated: minus === '-', body, quoted: quotedBody !== undefined });
  }
  return terms;
}

function parseTerm(term: string, rows: readonly PromptRow[], chosen: ReadonlySet<string> | null): PromptTest | string {
  if (CHOSEN.test(term)) return parseChoice(term, chosen);
  const compared = COMPARED.exec(term);
  if (compared !== null) return parseComparison(term, compared[1]!.toLowerCase(), compared[2]!, compared[3]!, rows);
  const named = NAMED.exec(term);
  if (named !== null) return parseWord(term, named[1]!.toLowerCase(), unquoted(named[2]!).toLowerCase(), rows);
  return idContains(term);
}

function parseChoice(term: string, chosen: ReadonlySet<string> | null): PromptTest | string {
  if (chosen === null) return t`“${term}” asks for the prompts that are chosen, which only the table of the report knows.`;
  switch (term.replace(CHOSEN, '').toLowerCase()) {
    case 'yes':
      return ({ id }) => chosen.has(id);
    case 'no':
      return ({ id }) => !chosen.has(id);
    default:
      return t`“${term}” is neither chosen:yes nor chosen:no.`;
  }
}

/** What a term wants to be looked for in texts; null where it wants something else. */
function textWanted(term: string): string | null {
  const named = NAMED.exec(term);
  return named?.[1]!.toLowerCase() === 'text' ? unquoted(named[2]!) : null;
}

function textHeld(term: string, wanted: string, holds: Holds | null): PromptTest | string {
  if (holds === null) return t`“${term}” looks into prompts and responses, which only the table of the report does.`;
  if (wanted === '') return t`“${term}” needs a text after “:”, such as text:triangle or text:"right triangle".`;
  return (row) => holds(wanted, row);
}

function unquoted(value: string): string {
  return value.startsWith('"') ? value.slice(1).replace(/"$/, '') : value;
}

function parseComparison(term: string, name: string, sign: string, bound: string, rows: readonly PromptRow[]): PromptTest | string {
  const value = promptNumbers.get(name)?.(rows);
  if (value === undefined) {
    return t`“${term}” compares “${name}”, which is not a number of a prompt; use p, n, c, pass@k, weight, agreement, se, weighted, duplicates or q, or put it in quotes to look for it in prompt ids.`;
  }
  if (bound.toLowerCase() === 'unknown' && sign === '=') return (row) => value(row) === null;
  if (isRelativeBound(bound)) {
    const relative = relativeBound(bound, rows.map(value));
    return (row) => holds(value(row), sign as Comparison, relative);
  }
  const number = Number(bound.replace('\u2212', '-'));
  if (bound === '' || !Number.isFinite(number)) return t`“${term}” needs a number after “${sign}”, such as ${name}${sign}0.1, or median, mean or p90.`;
  return (row) => holds(value(row), sign as Comparison, number);
}

function parseWord(term: string, name: string, wanted: string, rows: readonly PromptRow[]): PromptTest | string {
  const word = promptWords.get(name);
  if (word === undefined) {
    return t`“${term}” begins with “${name}:”, which is not a term; use state, group, interference, flag, category, chosen or text, or put it in quotes to look for it in prompt ids.`;
  }
  if (name === 'flag') {
    if (wanted === 'any' || wanted === '') return (row) => row.flag !== null;
    if (wanted === 'none') return (row) => row.flag === null;
    return (row) => row.flag !== null && row.flag.toLowerCase().includes(wanted);
  }
  if (name === 'category') {
    if (wanted === '') return t`“${term}” needs a category after “:”, such as category:algebra or category:"number theory".`;
    // One that is called so, else those with it in their names: Algebra is not Intermediate Algebra.
    const exact = rows.some((row) => row.category?.toLowerCase() === wanted);
    return (row) => (exact ? row.category?.toLowerCase() === wanted : row.category?.toLowerCase().includes(wanted) === true);
  }
  if (!word.values!.includes(wanted)) return t`“${term}” is not a ${name}; use ${listed(word.values!)}.`;
  return (row) => word.of(row) === wanted;
}

function isRelative(term: string): boolean {
  const [, name, , bound = ''] = COMPARED.exec(term) ?? [];
  return name?.toLowerCase() === 'q' || isRelativeBound(bound);
}

/** Rates sit on the edges people type (0.1, 0.85), so equality has a tolerance. */
function holds(value: number | null, sign: Comparison, bound: number): boolean {
  if (value === null) return false;
  const equal = Math.abs(value - bound) <= 1e-12 * Math.max(1, Math.abs(bound));
  if (sign === '=') return equal;
  if (sign === '<=' || sign === '>=') return equal || (sign === '<=' ? value < bound : value > bound);
  return !equal && (sign === '<' ? value < bound : value > bound);
}

function idContains(part: string): PromptTest {
  const wanted = part.toLowerCase();
  return (row) => row.id.toLowerCase().includes(wanted);
}

function listed(values: readonly string[]): string {
  return t`${values.slice(0, -1).join(', ')} or ${values.at(-1)!}`;
}
