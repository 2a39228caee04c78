import { fieldNames } from './fieldNames';
import type { JsonObject } from './logFormat';
import { t } from '../../texts/t';

/** The sentence for JSON records in which no format finds itself. */
export function noFormatFits(records: readonly JsonObject[], isDocument: boolean): string {
  if (records.length === 0) return t`The file holds no JSON record: no line of its beginning is JSON.`;
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  if (names.length === 1 && names[0] === 'value') return t`The records are lists or plain values, not objects; there is no verdict in them.`;
  const shown = names.slice(0, 12).map((name) => JSON.stringify(name.length > 40 ? `${name.slice(0, 40)}…` : name)).join(', ');
  const fields = names.length === 0 ? t`none` : names.length > 12 ? t`${shown} and ${names.length - 12} more` : shown;
  const hasVerdict = names.some((name) => (fieldNames.verdict as readonly string[]).includes(name.toLowerCase()));
  return [
    isDocument ? t`The file is one JSON document without a list of samples that could be recognised.` : t`No format recognises these records.`,
    t`Fields seen: ${fields}.`,
    ...(hasVerdict ? [] : [t`None of them looks like a verdict (correct, passed, score, …).`]),
    t`Name the fields that hold the prompt and the verdict in the setting passk.formats.`,
  ].join(' ');
}
