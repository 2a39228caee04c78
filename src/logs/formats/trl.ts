import { FieldReader } from './fieldReader';
import { haveAll } from './haveAll';
import { isZeroOrOne } from './isZeroOrOne';
import type { Detection, FieldMap, JsonValue, LogFormat, LogHead } from './logFormat';
import { t } from '../../texts/t';

const NOT_REWARDS = new Set(['step', 'advantage']);

/** TRL's logged completions as JSON Lines. Every reward function has a column of its own; one that says only 0 and 1 is the verdict. */
export const trl: LogFormat = {
  name: 'trl',
  title: t`TRL completions`,
  recognisedBy: 'step, prompt, completion, advantage and a column for each reward function',

  detect({ records }: LogHead): Detection | null {
    if (!haveAll(records, 'step', 'prompt', 'completion', 'advantage')) return null;
    const names = Object.keys(records[0] ?? {}).filter((name) => !NOT_REWARDS.has(name));
    const all = (suits: (value: JsonValue) => boolean) => (name: string): boolean => records.every((record) => suits(record[name] ?? null));
    const verdict = names.find(all(isZeroOrOne)) ?? names.find(all((value) => typeof value === 'number'));
    if (verdict === undefined) return null;
    return { confidence: 0.95, fields: { promptText: 'prompt', verdict, run: 'step', response: 'completion' } };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
