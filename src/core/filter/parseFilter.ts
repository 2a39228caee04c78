import type { PromptRow } from '../reportShape';

export type PromptTest = (row: PromptRow) => boolean;
export type Filter =
  | { readonly ok: true; readonly matches: PromptTest }
  /** One sentence on the first term that cannot be read; `matches` goes by the other terms. */
  | { readonly ok: false; readonly message: string; readonly matches: PromptTest };

type Comparison = '<' | '<=' | '>' | '>=' | '=';

const numbers = new Map<string, (row: PromptRow) => number | null>([
  ['n', (row) => row.n],
  ['c', (row) => row.c],
  ['p', (row) => row.passRate],
  ['passrate', (row) => row.passRate],
  ['pass@k', (row) => row.passAtK],
  ['weight', (row) => row.weight],
  ['w', (row) => row.weight],
  ['agreement', (row) => row.agreement],
  ['a', (row) => row.agreement],
  ['se', (row) => row.agreementSe],
  ['weighted', (row) => row.weightedAgreement],
  ['wa', (row) => row.weightedAgreement],
]);

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
 *
 * An unknown number passes no comparison. A term that cannot be read gives one sentence that says which and why, and is left
 * out, so that the table stands still while a term is being typed.
 */
export function parseFilter(text: string): Filter {
  const tests: PromptTest[] = [];
  let message: string | null = null;
  for (const { negated, body, quoted } of splitTerms(text)) {
    const test = quoted ? idContains(body) : parseTerm(body);
    if (typeof test === 'string') message ??= test;
    else tests.push(negated ? (row) => !test(row) : test);
  }
  const matches: PromptTest = (row) => tests.every((test) => test(row));
  return message === null ? { ok: true, matches } : { ok: false, message, matches };
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

function parseTerm(term: string): PromptTest | string {
  const compared = /^([a-z@]+)(<=|>=|<|>|=)(.*)$/i.exec(term);
  if (compared !== null) return parseComparison(term, compared[1]!.toLowerCase(), compared[2]!, compared[3]!);
  const named = /^([a-z]+):(.*)$/i.exec(term);
  if (named !== null) return parseWord(term, named[1]!.toLowerCase(), named[2]!.toLowerCase());
  return idContains(term);
}

function parseComparison(term: string, name: string, sign: string, bound: string): PromptTest | string {
  const value = numbers.get(name);
  if (value === undefined) {
    return `“${term}” compares “${name}”, which is not a number of a prompt; use p, n, c, pass@k, weight, agreement, se or weighted, or put it in quotes to look for it in prompt ids.`;
  }
  if (bound.toLowerCase() === 'unknown' && sign === '=') return (row) => value(row) === null;
  const number = Number(bound.replace('\u2212', '-'));
  if (bound === '' || !Number.isFinite(number)) return `“${term}” needs a number after “${sign}”, such as ${name}${sign}0.1.`;
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
