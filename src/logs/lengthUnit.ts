/**
 * What the length of a response counts. tokens, characters: the log's own number, or the text of a record that is parsed anyway. bytes: of
 * the response as the log writes it, escapes and all, where the log gives no number; counting characters would mean a second look at
 * every byte of the log. unknown: a number of the log whose field does not say what it counts.
 */
export type LengthUnit = 'tokens' | 'characters' | 'bytes' | 'unknown';

/** What a field counts, by its name: "usage.completion_tokens", "response_length". Trainers that write a response's length count tokens. */
export function lengthUnitOf(path: string): LengthUnit {
  if (/tok/i.test(path)) return 'tokens';
  if (/char/i.test(path)) return 'characters';
  if (/byte/i.test(path)) return 'bytes';
  return /(response|completion|output|generation)[a-z_]*len/i.test(path) ? 'tokens' : 'unknown';
}
