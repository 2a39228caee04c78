import type { FieldMap } from './formats/logFormat';
import type { Recognised } from './formats/recogniseFormats';
import { formatNamed, knownFormats, recognisedFormats } from './knownFormats';
import type { HeadLayout } from './scan/headLayout';
import { t } from '../texts/t';

export interface FormatChoice {
  /** Every reading that was possible, the surest first. */
  readonly found: readonly Recognised[];
  /** The one to take; null: there is none. */
  readonly taken: Recognised | null;
}

/** How a file's head is to be read: as it says itself, or as it is told by a format's name or by fields. */
export function chooseFormat(layout: HeadLayout, fileName: string, { format: wanted, fields }: { readonly format?: string; readonly fields?: FieldMap }): FormatChoice {
  const found = recognisedFormats(layout, fileName);
  if (wanted === undefined && fields === undefined) return { found, taken: found[0] ?? null };
  const format = formatNamed(wanted ?? found[0]?.format.name ?? 'generic');
  if (format === undefined) return { found, taken: null };
  const same = found.find((candidate) => candidate.format === format);
  return { found, taken: same ?? { format, detection: { confidence: 1, fields: {} }, container: layout.container, verdicts: [] } };
}

/** A sentence about a name that is no format's; null for one that is. */
export function unknownFormat(name: string | undefined): string | null {
  if (name === undefined || formatNamed(name) !== undefined) return null;
  return t`There is no format named ${JSON.stringify(name)}; there are ${knownFormats().map((format) => format.name).sort().join(', ')}.`;
}
