import type { JsonValue } from './formats/logFormat';
import { isList } from './isList';
import type { SampleVerdict } from './recordSink';

/** What a verdict field says. "unscored": nothing that can be read as a verdict. */
export interface VerdictReading {
  readonly verdict: SampleVerdict | 'unscored';
  /** The score behind it; NaN when there is none. */
  readonly score: number;
}

/** From this score on, a sample counts as correct, where a field holds scores and not verdicts. */
export const DEFAULT_THRESHOLD = 0.5;

/**
 * The words harnesses write, in lower case. A sample that ran out of time was given its chance and did not pass, so it is
 * wrong, as human-eval, EvalPlus and BigCodeBench count it; "error" says that the harness, not the model, failed.
 */
export const VERDICT_WORDS: ReadonlyMap<string, SampleVerdict | 'unscored'> = new Map<string, SampleVerdict | 'unscored'>([
  ...words('correct', 'true correct pass passed success succeeded successful solved resolved right yes y ok accept accepted ac c completed'),
  ...words('wrong', 'false incorrect fail failed failure unsolved unresolved wrong no not_solved n i timeout timed_out reject rejected wa tle re ce mle'),
  ...words('errored', 'error errored exception crash crashed cancelled canceled aborted'),
  ...words('unscored', 'none null nan n/a na unknown skipped unscored pending'),
  ['', 'unscored'],
  ['timed out', 'wrong'],
  ['not solved', 'wrong'],
]);

const CORRECT: VerdictReading = { verdict: 'correct', score: NaN };
const WRONG: VerdictReading = { verdict: 'wrong', score: NaN };
const ERRORED: VerdictReading = { verdict: 'errored', score: NaN };
const UNSCORED: VerdictReading = { verdict: 'unscored', score: NaN };
/** Inspect's partial credit. */
const PARTIAL: VerdictReading = { verdict: 'correct', score: 0.5 };

/** Reads one verdict: a boolean, a number, a word, or an object that holds one such ({"acc": 1}). */
export function readVerdict(value: JsonValue | undefined, threshold: number): VerdictReading {
  return verdictOf(value, threshold, 2);
}

/** @param levels how many objects around the verdict are looked into */
function verdictOf(value: JsonValue | undefined, threshold: number, levels: number): VerdictReading {
  switch (typeof value) {
    case 'boolean': return value ? CORRECT : WRONG;
    case 'number': return scoreVerdict(value, threshold);
    case 'string': return wordVerdict(value, threshold);
    case 'object': return value === null || levels === 0 ? UNSCORED : nestedVerdict(value, threshold, levels - 1);
    default: return UNSCORED;
  }
}

/** NaN and the infinities are no scores: the scorer failed. */
export function scoreVerdict(score: number, threshold: number): VerdictReading {
  if (!Number.isFinite(score)) return ERRORED;
  return { verdict: score >= threshold ? 'correct' : 'wrong', score };
}

/**
 * Whether what a model said is what was expected of it: the same text, but for spaces around it, or judgements ("Judgement: Yes", reasons
 * behind it) that come to the same. Nothing said where something was expected is wrong; unscored where nothing was expected.
 */
export function agreement(said: JsonValue | undefined, expected: JsonValue | undefined): VerdictReading {
  const wanted = comparable(expected);
  if (wanted === null) return UNSCORED;
  return comparable(said) === wanted ? CORRECT : WRONG;
}

function comparable(value: JsonValue | undefined): string | null {
  if (value === undefined || value === null || typeof value === 'object') return null;
  const text = String(value).trim();
  return judgedWord(text)?.toLowerCase() ?? text;
}

/** A judge says "Judgement: Yes" before its reasons or after them, perhaps in bold, in the spelling that NeMo-Skills looks for; another only at the start. */
function judgedWord(text: string): string | undefined {
  return (/\bjudgement\**\s*:[*\s]*(\w+)/i.exec(text) ?? /^\W*(?:judgment|verdict)\W*:\W*(\w+)/i.exec(text))?.[1];
}

function wordVerdict(text: string, threshold: number): VerdictReading {
  const judged = judgedWord(text);
  if (judged !== undefined) return wordVerdict(judged, threshold);
  if (text.length > 200) return UNSCORED;
  const word = text.trim().toLowerCase();
  if (word === 'p' || word === 'partial') return threshold <= 0.5 ? PARTIAL : { verdict: 'wrong', score: 0.5 };
  const known = VERDICT_WORDS.get(word);
  if (known !== undefined) return { verdict: known, score: NaN };
  // "failed: AssertionError"
  const colon = word.indexOf(':');
  const lead = colon < 0 ? undefined : VERDICT_WORDS.get(word.slice(0, colon).trim());
  if (lead === 'wrong' || lead === 'errored') return { verdict: lead, score: NaN };
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/.test(word)) return scoreVerdict(Number(word), threshold);
  return UNSCORED;
}

/** Members that say the verdict, in the order of trust; else the only member there is. */
const NESTED = ['correct', 'is_correct', 'passed', 'pass', 'acc', 'accuracy', 'exact_match', 'value', 'score', 'reward'];

function nestedVerdict(value: JsonValue, threshold: number, levels: number): VerdictReading {
  if (isList(value) || value === null || typeof value !== 'object') return UNSCORED;
  const members = new Map<string, JsonValue>(Object.entries(value));
  for (const name of NESTED) {
    const member = members.get(name);
    if (member !== undefined && (member === null || typeof member !== 'object')) return verdictOf(member, threshold, levels);
  }
  const [only] = members.values();
  return members.size === 1 && !isList(only) ? verdictOf(only, threshold, levels) : UNSCORED;
}

function words(verdict: SampleVerdict | 'unscored', list: string): [string, SampleVerdict | 'unscored'][] {
  return list.split(' ').map((word) => [word, verdict]);
}
