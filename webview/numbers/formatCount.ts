import { t } from '../../src/texts/t';

const whole = new Intl.NumberFormat('en-US');

/** "1 prompt", "8,000 samples". */
export function formatCount(count: number, noun?: string, plural?: string): string {
  const number = whole.format(count);
  if (noun === undefined) return number;
  // Looked up like any other text: "{0} prompts".
  return t(['', ` ${count === 1 ? noun : (plural ?? `${noun}s`)}`], number);
}
