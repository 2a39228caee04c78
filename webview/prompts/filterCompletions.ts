import { promptNumbers } from '../../src/core/filter/promptNumbers';
import { promptWords } from '../../src/core/filter/promptWords';
import { t } from '../../src/texts/t';

export interface Completion {
  /** What takes the place of the word that is being typed. */
  readonly text: string;
  /** What it asks for, in a few words. */
  readonly does: string;
}

export interface Completions {
  /** The word that is being typed: from here to here. */
  readonly from: number;
  readonly to: number;
  readonly completions: readonly Completion[];
}

/** Values that the log and its readers name. */
export type Vocabulary = ReadonlyMap<string, readonly string[]>;

const MOST = 12;
const words: ReadonlyMap<string, string> = new Map([
  ['state', t`unsolved, mixed, saturated`],
  ['group', t`hard, middle, easy`],
  ['interference', t`negative, positive, unclear, unknown`],
  ['flag', t`any, none, or a kind of flag`],
  ['category', t`the log's own kind of prompt`],
  ['chosen', t`yes or no: in the table, or by a frame in a chart`],
  ['text', t`in the prompt or a response`],
]);
const numbers: ReadonlyMap<string, string> = new Map([
  ['p', t`pass rate, from 0 to 1`],
  ['n', t`samples`],
  ['c', t`correct samples`],
  ['pass@k', t`chance that one of k is correct`],
  ['weight', t`weight in a pass@k update`],
  ['agreement', t`with the gradient of pass@1`],
  ['weighted', t`weight × agreement`],
  ['se', t`standard error of the agreement`],
  ['duplicates', t`samples left out as logged twice`],
  ['q', t`false discovery rate of the agreement’s sign`],
]);
const bounds = ['0', '0.1', '1', 'median', 'p90', 'unknown'];

/**
 * What the word at the caret could become: a term, its sign, its value. A word that is a whole term already has none, and
 * neither has a blank, unless it was asked for.
 *
 * @param asked by a key: then a blank has all terms
 */
export function filterCompletions(text: string, caret: number, vocabulary: Vocabulary, asked: boolean): Completions {
  const from = wordStart(text, caret);
  const to = caret + (/^[^\s"]*/.exec(text.slice(caret))?.[0].length ?? 0);
  const word = text.slice(from, to);
  const minus = word.startsWith('-') ? '-' : '';
  const body = word.slice(minus.length);
  const found = body === '' && !asked ? [] : candidates(body, vocabulary).filter(({ text: each }) => each.toLowerCase() !== body.toLowerCase());
  return { from, to, completions: found.slice(0, MOST).map(({ text: each, does }) => ({ text: minus + each, does })) };
}

function candidates(body: string, vocabulary: Vocabulary): Completion[] {
  const named = /^([a-z]+):"?(.*)$/i.exec(body);
  if (named !== null) {
    const [, name = '', begun = ''] = named;
    return valuesOf(name.toLowerCase(), vocabulary)
      .filter((value) => value.toLowerCase().includes(begun.toLowerCase()))
      .map((value) => ({ text: `${name}:${/\s/.test(value) ? `"${value}"` : value}`, does: '' }));
  }
  const compared = /^([a-z@]+)(<=|>=|<|>|=)$/i.exec(body);
  if (compared !== null && promptNumbers.has(compared[1]!.toLowerCase())) {
    return bounds.filter((bound) => bound !== 'unknown' || compared[2] === '=').map((bound) => ({ text: `${body}${bound}`, does: boundWords.get(bound) ?? '' }));
  }
  const typed = body.toLowerCase();
  const does = numbers.get(typed);
  return [
    // A whole name of a number wants its sign.
    ...(does === undefined ? [] : ['>', '<', '>=', '<=', '='].map((sign) => ({ text: `${body}${sign}`, does }))),
    ...Array.from(words, ([name, meaning]) => ({ text: `${name}:`, does: meaning })).filter(({ text }) => text.startsWith(typed)),
    ...Array.from(numbers, ([name, meaning]) => ({ text: `${name}>`, does: meaning })).filter(({ text }) => text.startsWith(typed) && text !== `${typed}>`),
  ];
}

const boundWords: ReadonlyMap<string, string> = new Map([['median', t`of all prompts`], ['p90', t`the 90th percentile`], ['unknown', t`no value is known`]]);

function valuesOf(name: string, vocabulary: Vocabulary): readonly string[] {
  return name === 'chosen' ? ['yes', 'no'] : promptWords.get(name)?.values ?? vocabulary.get(name) ?? [];
}

/** Where the word that ends at the caret begins; blanks between quotation marks belong to it. */
function wordStart(text: string, caret: number): number {
  let start = 0;
  let quoted = false;
  for (let at = 0; at < caret; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (!quoted && /\s/.test(text[at]!)) start = at + 1;
  }
  return start;
}
