import type { PromptRow } from '../reportShape';
import { promptNumbers } from './promptNumbers';
import { isRelativeBound, relativeBound } from './relativeBound';

export type PromptTest = (row: PromptRow) => boolean;
export type Filter =
  | (FilterTest & { readonly ok: true })
  /** One sentence on the first term that cannot be read; `matches` goes by the other terms. */
  | (FilterTest & { readonly ok: false; readonly message: string });

interface FilterTest {
  readonly matches: PromptTest;
  /** True when what passes depends on the other rows too: read it anew when they change. */
  readonly relative: boolean;
}

const COMPARED = /^([a-z@]+)(<=|>=|<|>|=)(.*)$/i;
type Comparison = '<' | '<=' | '>' | '>=' | '=';

const words = new Map<string, { readonly values: readonly string[] | null; readonly of: (row: PromptRow) => string | null }>([
  ['state', { values: ['unsolved', 'mixed', 'saturated'], of: (row) => row.state }],
  ['group', { values: ['hard', 'middle', 'easy'], of: (row) => row.group }],
  ['interference', { values: ['negative', 'positive', 'unclear', 'unknown'], of: (row) => row.interference }],
  ['flag', { values: null, of: (row) => row.flag }],
]);

/**
 * Reads the filter box: terms apart by blanks, all of which must hold, "-" before a term turns it round.
 *
 *     state:unsolved  group:hard  interference:negative  flag:any  flag:none  flag:bad-verifier
 *     weight>1  agreement<0  p<=0.1  c=0  agreement=unknown  anything else: part of the prompt id  "with blanks"
 *     weight>median  weight>mean  weight>p90  relative to all rows;  q<=0.1  by false discovery rate over all rows
 *
 * An unknown number passes no comparison. A term that cannot be read gives one sentence that says which and why, and is left
 * out, so that the table stands still while a term is being typed.
 * @param rows all prompts, for what is relative to them; of none, nothing relative passes
 */
export function parseFilter(text: string, rows: readonly PromptRow[] = []): Filter {
  const tests: PromptTest[] = [];
  let message: string | null = null;
  let relative = false;
  for (const { negated, body, quoted } of splitTerms(text)) {
    const test = quoted ? idContains(body) : parseTerm(body, rows);
    relative ||= !quoted && isRelative(body);
    if (typeof test === 'string') message ??= test;
    else tests.push(negated ? (row) => !test(row) : test);
  }
  const matches: PromptTest = (row) => tests.every((test) => test(row));
  return message === null ? { ok: true, matches, relative } : { ok: false, message, matches, relative };
}

interface Term {
  readonly negated: boolean;
  readonly body: string;
  readonly quoted: boolean;
}

function splitTerms(text: string): Term[] {
  const terms: Term[] = [];
  for (const [, minus, quotedBody, plain] of text.matchAll(/(-?)(?:"([^"]*)"?|([^\s]+))/g)) {
    const body = quotedBody ?? plain ?? '';
    if (body !== '') terms.push({ negated: minus === '-', body, quoted: quotedBody !== undefined });
  }
  return terms;
}

function parseTerm(term: string, rows: readonly PromptRow[]): PromptTest | string {
  const compared = COMPARED.exec(term);
  if (compared !== null) return parseComparison(term, compared[1]!.toLowerCase(), compared[2]!, compared[3]!, rows);
  const named = /^([a-z]+):(.*)$/i.exec(term);
  if (named !== null) return parseWord(term, named[1]!.toLowerCase(), named[2]!.toLowerCase());
  return idContains(term);
}

function parseComparison(term: string, name: string, sign: string, bound: string, rows: readonly PromptRow[]): PromptTest | string {
  const value = promptNumbers.get(name)?.(rows);
  if (value === undefined) {
    return `“${term}” compares “${name}”, which is not a number of a prompt; use p, n, c, pass@k, weight, agreement, se, weighted or q, or put it in quotes to look for it in prompt ids.`;
  }
  if (bound.toLowerCase() === 'unknown' && sign === '=') return (row) => value(row) === null;
  if (isRelativeBound(bound)) {
    const relative = relativeBound(bound, rows.map(value));
    return (row) => holds(value(row), sign as Comparison, relative);
  }
  const number = Number(bound.replace('\u2212', '-'));
  if (bound === '' || !Number.isFinite(number)) return `“${term}” needs a number after “${sign}”, such as ${name}${sign}0.1, or median, mean or p90.`;
  return (row) => holds(value(row), sign as Comparison, number);
}

function parseWord(term: string, name: string, wanted: string): PromptTest | string {
  const word = words.get(name);
  if (word === undefined) {
    return `“${term}” begins with “${name}:”, which is not a term; use state, group, interference or flag, or put it in quotes to look for it in prompt ids.`;
  }
  if (name === 'flag') {
    if (wanted === 'any' || wanted === '') return (row) => row.flag !== null;
    if (wanted === 'none') return (row) => row.flag === null;
    return (row) => row.flag !== null && row.flag.toLowerCase().includes(wanted);
  }
  if (!word.values!.includes(wanted)) return `“${term}” is not a ${name}; use ${listed(word.values!)}.`;
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
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
