import { formatBook } from './formatBook';
import type { LogFormat } from './formats/logFormat';
import type { Recognised } from './formats/recogniseFormats';
import type { HeadLayout } from './scan/headLayout';

/** Every format there is, in the order of preference. */
export function knownFormats(): readonly LogFormat[] {
  return formatBook.formats;
}

export function formatNamed(name: string): LogFormat | undefined {
  return formatBook.formatNamed(name);
}

/** Names that fields with verdicts have in the wild. */
export function verdictNames(): readonly string[] {
  return formatBook.fieldNames.verdict;
}

/** Every format that finds itself in a file's head, the surest first. */
export function recognisedFormats(layout: HeadLayout, fileName: string): Recognised[] {
  return formatBook.recogniseFormats(layout, fileName);
}
