import type { FieldMap } from '../logs/formats/logFormat';
import type { ErroredPolicy } from '../logs/sampleTable';
import { UsageError } from './usageError';

/**
 * Runs Node's own parser of arguments; its complaints become usage errors.
 * @throws UsageError for an unknown option or a missing value
 */
export function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message.split('. ')[0] : String(error)}. See passk --help.`);
  }
}

/** @throws UsageError unless the text is a whole number of at least one */
export function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text) || Number(text) < 1 || !Number.isSafeInteger(Number(text))) {
    throw new UsageError(`--${name} takes a whole number of at least one, not "${text}".`);
  }
  return Number(text);
}

/** @throws UsageError unless the text is a number from 0 to 1 */
export function share(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw new UsageError(`--${name} takes a number from 0 to 1, not "${text}".`);
  return value;
}

/** Whether errored samples are left out or count as wrong. @throws UsageError for another word */
export function erroredPolicy(text: string): ErroredPolicy {
  if (text !== 'drop' && text !== 'wrong') throw new UsageError(`--errored takes "drop" or "wrong", not "${text}".`);
  return text;
}

/** @throws UsageError unless the text is one of the words */
export function oneOf<Word extends string>(name: string, words: readonly Word[], text: string): Word {
  const found = words.find((word) => word === text);
  if (found === undefined) throw new UsageError(`--${name} takes ${words.slice(0, -1).join(', ')} or ${words.at(-1)}, not "${text}".`);
  return found;
}

/** Which field is read as what, from ROLE=PATH pairs. @throws UsageError for a text without both */
export function fieldMap(pairs: readonly string[]): FieldMap {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new UsageError(`--format-field takes ROLE=PATH, such as verdict=metrics.acc, not "${pair}".`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
