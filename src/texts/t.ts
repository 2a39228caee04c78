/** English -> the reader's language, as VS Code keeps it for an extension. */
export type Translations = Readonly<Record<string, string>>;

// Kept by the realm and not by this module: of a worker's bundles, each has a copy of it.
const PLACE = Symbol.for('passk.translations');
const realm: typeof globalThis & { [PLACE]?: Translations | undefined } = globalThis;

/**
 * A text in the reader's language: t`${count} of ${all} prompts` is looked up as "{0} of {1} prompts" in the translations that
 * VS Code loaded for the extension, and stays as it is where there is none. A translation may order its {0} as it likes.
 */
export function t(parts: readonly string[], ...values: readonly (string | number)[]): string {
  const translations = realm[PLACE];
  // Some sentences are made once a sample.
  if (translations === undefined) return parts.reduce((before, part, at) => `${before}${values[at - 1]!}${part}`);
  const message = parts.reduce((before, part, at) => `${before}{${at - 1}}${part}`);
  const text = Object.hasOwn(translations, message) ? translations[message]! : message;
  return values.length === 0 ? text : text.replace(/\{(\d+)\}/g, (place, at: string) => String(values[Number(at)] ?? place));
}

/** All texts of this thread from now on; undefined: English. */
export function translate(to: Translations | undefined): void {
  realm[PLACE] = to;
}
