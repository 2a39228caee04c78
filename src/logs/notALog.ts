import { fieldNames } from './formats/fieldNames';
import type { JsonObject } from './formats/logFormat';
import { decodeUtf8 } from './scan/decodeUtf8';

/** A sentence when the first bytes cannot be a log at all, whatever the format; null when they may. */
export function notALog(head: Uint8Array, isAll: boolean): string | null {
  if (isAll && head.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)) {
    return head.length === 0 ? 'The file is empty.' : 'The file holds only blank lines.';
  }
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) {
    return 'The file is UTF-16; logs are read as UTF-8. Convert it, for example with "iconv -f UTF-16 -t UTF-8".';
  }
  for (const [magic, name, hint] of MAGIC) if (startsWith(head, magic)) return `The file is ${name}, not text. ${hint}`;
  const text = decodeUtf8(head, 0, Math.min(head.length, 4096));
  if (text.startsWith('version https://git-lfs.github.com/spec/')) {
    return 'The file is a git-LFS pointer, not the data; "git lfs pull" fetches the data.';
  }
  if (/^\s*<(!doctype|html)/i.test(text)) return 'The file is a web page (HTML), not a log.';
  return null;
}

/** A sentence when bytes in which no record was found are no text either. One record is enough: a crash may leave zeros in a log. */
export function notText(head: Uint8Array): string | null {
  const start = head.subarray(0, 4096);
  const odd = start.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0);
  return start.includes(0) || odd * 20 > start.length ? 'The file is binary, not text.' : null;
}

const MAGIC: readonly [readonly number[], string, string][] = [
  [[0x1f, 0x8b], 'compressed with gzip', 'Give it its name ending .gz, or decompress it.'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'compressed with Zstandard', 'Give it its name ending .zst, or decompress it.'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive', 'Unpack it and open the log inside.'],
  [[0x50, 0x41, 0x52, 0x31], 'a Parquet file', 'Convert it to JSON Lines.'],
  [[0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59], 'a NumPy array', 'Open the log that it belongs to.'],
  [[0x42, 0x5a, 0x68], 'compressed with bzip2', 'Decompress it.'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'compressed with xz', 'Decompress it.'],
];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

/** Files that harnesses write beside their samples: known by these members, all of them. */
const SUMMARIES: readonly [readonly string[], string][] = [
  [['results', 'versions', 'config'], 'The file holds averages (results of lm-evaluation-harness), not samples; open the samples_*.jsonl beside it.'],
  [['config_general', 'results'], 'The file holds averages (results of lighteval), not samples; these are in its details.'],
  [['request_states'], 'The file holds the requests of a HELM run without their metrics; open display_predictions.json beside it.'],
  [['num_samples', 'num_scores', 'acc'], 'The file holds averages (metrics of Qwen2.5-Math), not samples; open the .jsonl beside it.'],
];

/** A sentence when one document is known to be a harness's summary; null when it is not. */
export function knownSummary(document: JsonObject | null): string | null {
  if (document === null) return null;
  return SUMMARIES.find(([names]) => names.every((name) => name in document))?.[1] ?? null;
}

/** The sentence for JSON records in which no format finds itself. */
export function noFormatFits(records: readonly JsonObject[], isDocument: boolean): string {
  if (records.length === 0) return 'The file holds no JSON record: no line of its beginning is JSON.';
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  if (names.length === 1 && names[0] === 'value') return 'The records are lists or plain values, not objects; there is no verdict in them.';
  const shown = names.slice(0, 12).map((name) => JSON.stringify(name.length > 40 ? `${name.slice(0, 40)}…` : name)).join(', ');
  const fields = names.length === 0 ? 'none' : names.length > 12 ? `${shown} and ${names.length - 12} more` : shown;
  const what = isDocument ? 'The file is one JSON document without a list of samples that could be recognised' : 'No format recognises these records';
  const hasVerdict = names.some((name) => (fieldNames.verdict as readonly string[]).includes(name.toLowerCase()));
  const why = hasVerdict ? '' : ' None of them looks like a verdict (correct, passed, score, …).';
  return `${what}. Fields seen: ${fields}.${why} Name the fields that hold the prompt and the verdict in the setting passk.formats.`;
}
