import type { WriteStream } from 'node:tty';

const CODES = { bad: 31, good: 32, warning: 33 } as const;

export type Tone = keyof typeof CODES;

/**
 * A text in colour, where that is wanted: on a terminal, unless NO_COLOR is set (no-color.org); elsewhere only with FORCE_COLOR.
 * Whatever a colour says, the words say too.
 */
export function coloured(text: string, tone: Tone, stream: Pick<WriteStream, 'isTTY'>, environment: NodeJS.ProcessEnv = process.env): string {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0';
  const wanted = !NO_COLOR && (forced || (stream.isTTY && TERM !== 'dumb'));
  return wanted ? `\x1b[${CODES[tone]}m${text}\x1b[0m` : text;
}
