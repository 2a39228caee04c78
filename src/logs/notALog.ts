import type { JsonObject } from './formats/logFormat';
import { isObject } from './isObject';
import { verdictNames } from './knownFormats';
import { decodeUtf8 } from './scan/decodeUtf8';
import { t } from '../texts/t';

/** A sentence when the first bytes cannot be a log at all, whatever the format; null when they may. */
export function notALog(head: Uint8Array, isAll: boolean): string | null {
  if (isAll && head.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)) {
    return head.length === 0 ? t`The file is empty.` : t`The file holds only blank lines.`;
  }
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) {
    return t`The file is UTF-16; logs are read as UTF-8. Convert it, for example with "iconv -f UTF-16 -t UTF-8".`;
  }
  const text = decodeUtf8(head, 0, Math.min(head.length, 4096));
  if (text.startsWith('version https://git-lfs.github.com/spec/')) {
    return t`The file is a git-LFS pointer, not the data; "git lfs pull" fetches the data.`;
  }
  if (/^\s*<(!doctype|html)/i.test(text)) return t`The file is a web page (HTML), not a log.`;
  return null;
}

/** A sentence when bytes in which no record was found are no text either. One record is enough: a crash may leave zeros in a log. */
export function notText(head: Uint8Array): string | null {
  const start = head.subarray(0, 4096);
  const odd = start.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0);
  return start.includes(0) || odd * 20 > start.length ? t`The file is binary, not text.` : null;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

/** Files that harnesses write beside their samples: known by these members, all of them. */
const SUMMARIES: readonly [readonly string[], string][] = [
  [['results', 'versions', 'config'], t`The file holds averages (results of lm-evaluation-harness), not samples; open the samples_*.jsonl beside it.`],
  [['config_general', 'results'], t`The file holds averages (results of lighteval), not samples; these are in its details.`],
  [['avg_reward', 'num_examples'], t`The file holds averages (metadata of verifiers), not samples; open the results.jsonl beside it.`],
  [['request_states'], t`The file holds the requests of a HELM run without their metrics; open display_predictions.json beside it.`],
  [['num_samples', 'num_scores', 'acc'], t`The file holds averages (metrics of Qwen2.5-Math), not samples; open the .jsonl beside it.`],
];

/** A sentence when one document is known to be a harness's summary; null when it is not. */
export function knownSummary(document: JsonObject | null): string | null {
  if (document === null) return null;
  const members = Object.values(document).filter(isObject);
  const named = (member: JsonObject): string[] => Object.keys(member);
  // Benchmarks by name, and in each what was counted over all of it: "pass@1[avg-of-4]", "majority@4".
  if (members.length > 0 && members.length === Object.keys(document).length && members.every((member) => named(member).some((name) => /^(pass|majority|rm_best)@\d/.test(name)))) {
    return t`The file holds averages (metrics of NeMo-Skills), not samples; open the output-rs*.jsonl beside it.`;
  }
  if ('config' in document && members.some((member) => named(member).some((name) => /pass@\d/.test(name)))) {
    return t`The file holds averages (metrics of bigcode-evaluation-harness), not samples; a log of the executions tells which passed.`;
  }
  if (members[0] !== undefined && '0' in document && ['origin_prompt', 'prediction'].every((name) => name in members[0]!) && members.every((member) => !('correct' in member))) {
    return t`The file holds OpenCompass's predictions without verdicts; open the details of its results.`;
  }
  return SUMMARIES.find(([names]) => names.every((name) => name in document))?.[1] ?? null;
}

/** The sentence for JSON records in which no format finds itself. */
export function unknownRecords(records: readonly JsonObject[], isDocument: boolean): string {
  if (records.length === 0) return t`The file holds no JSON record: no line of its beginning is JSON.`;
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  if (names.length === 1 && names[0] === 'value') return t`The records are lists or plain values, not objects; there is no verdict in them.`;
  const shown = names.slice(0, 12).map((name) => JSON.stringify(name.length > 40 ? `${name.slice(0, 40)}…` : name)).join(', ');
  const fields = names.length === 0 ? t`none` : names.length > 12 ? t`${shown} and ${names.length - 12} more` : shown;
  const hasVerdict = names.some((name) => verdictNames().includes(name.toLowerCase()));
  return [
    isDocument ? t`The file is one JSON document without a list of samples that could be recognised.` : t`No format recognises these records.`,
    t`Fields seen: ${fields}.`,
    ...(hasVerdict ? [] : [t`None of them looks like a verdict (correct, passed, score, …).`]),
    t`Name the fields that hold the prompt and the verdict in the setting passk.formats.`,
  ].join(' ');
}
