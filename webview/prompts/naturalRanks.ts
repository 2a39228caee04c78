/** "q2" before "q10", "É" beside "e". */
const collator = new Intl.Collator('en', { numeric: true });
/** What most logs name prompts by: one word for all, and a number. Small enough for a double to tell any two apart. */
const NUMBERED = /^(.*?)(\d{1,15})$/s;

/**
 * The place of each text in natural order, numbers inside texts as numbers; equal texts have the same. null is NaN.
 * Ids that differ by their number alone are not compared as texts, which takes ten times as long.
 */
export function naturalRanks(texts: readonly (string | null)[]): Float64Array {
  return numberedRanks(texts) ?? comparedRanks(texts);
}

function numberedRanks(texts: readonly (string | null)[]): Float64Array | null {
  const prefix = NUMBERED.exec(texts[0] ?? '')?.[1];
  if (prefix === undefined) return null;
  const ranks = new Float64Array(texts.length);
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at];
    if (text === null || !text.startsWith(prefix)) return null;
    const digits = text.length - prefix.length;
    if (digits < 1 || digits > 15) return null;
    let number = 0;
    for (let place = prefix.length; place < text.length; place++) {
      const digit = text.charCodeAt(place) - 48;
      if (digit < 0 || digit > 9) return null;
      number = 10 * number + digit;
    }
    ranks[at] = number;
  }
  return ranks;
}

function comparedRanks(texts: readonly (string | null)[]): Float64Array {
  const different = [...new Set(texts)].filter((text) => text !== null).sort(collator.compare);
  const rankOf = new Map<string | null, number>([[null, NaN]]);
  for (let at = 0, rank = 0; at < different.length; at++) {
    if (at > 0 && collator.compare(different[at - 1]!, different[at]!) !== 0) rank = at;
    rankOf.set(different[at]!, rank);
  }
  return Float64Array.from(texts, (text) => rankOf.get(text) ?? NaN);
}
