import { t } from '../../src/texts/t';

export interface ResponsePart {
  readonly kind: 'text' | 'reasoning' | 'tool';
  /** What a fold is called by; "" for text. */
  readonly title: string;
  readonly text: string;
}

interface Mark {
  readonly opens: string;
  readonly closes: string;
  readonly kind: 'reasoning' | 'tool' | 'text';
  readonly title: string;
}

const named = (name: string, kind: Mark['kind'], title: string): Mark => ({ opens: `<${name}>`, closes: `</${name}>`, kind, title });
const ended = (opens: string, title: string, kind: Mark['kind']): Mark => ({ opens, closes: '<|end|>', kind, title });

/** How models and their chat templates set apart what is not the answer. */
const marks: readonly Mark[] = [
  named('think', 'reasoning', t`Reasoning`),
  named('thinking', 'reasoning', t`Reasoning`),
  named('reasoning', 'reasoning', t`Reasoning`),
  named('thought', 'reasoning', t`Reasoning`),
  { opens: '<|begin_of_thought|>', closes: '<|end_of_thought|>', kind: 'reasoning', title: t`Reasoning` },
  { opens: '[THINK]', closes: '[/THINK]', kind: 'reasoning', title: t`Reasoning` },
  ended('<|channel|>analysis<|message|>', t`Reasoning`, 'reasoning'),
  ended('<|channel|>commentary<|message|>', t`Tool call`, 'tool'),
  ended('<|channel|>final<|message|>', '', 'text'),
  named('tool_call', 'tool', t`Tool call`),
  named('function_call', 'tool', t`Tool call`),
  named('tool_response', 'tool', t`Tool result`),
  named('function_response', 'tool', t`Tool result`),
];

/** What only frames a message: who speaks, and the end of it. */
const FRAME = /<\|start\|>assistant|<\|(?:begin|end)_of_solution\|>|<\|return\|>/g;
const CLOSING_ALONE = /<\/(?:think|thinking|reasoning|thought)>/;

/**
 * A response as what was thought, what was said to tools and what is left: the answer. Marks in pairs set them apart; one that
 * is never closed reaches to the end, since the model ran out of tokens, and one that was never opened begins with the response,
 * since the template wrote it into the prompt. Blank parts are left out; without marks all is one text.
 */
export function responseParts(response: string): readonly ResponsePart[] {
  const parts: ResponsePart[] = [];
  const add = (kind: ResponsePart['kind'], title: string, text: string): void => {
    const shown = kind === 'text' && parts.length > 0 ? text.replace(FRAME, '') : text;
    if (shown.trim() !== '') parts.push({ kind, title, text: shown });
  };
  let from = 0;
  const alone = CLOSING_ALONE.exec(response);
  if (alone !== null && !response.slice(0, alone.index).includes(alone[0].replace('/', ''))) {
    add('reasoning', t`Reasoning`, response.slice(0, alone.index));
    from = alone.index + alone[0].length;
  }
  const next = marks.map(({ opens }) => response.indexOf(opens, from));
  for (;;) {
    let first = -1;
    for (let at = 0; at < marks.length; at++) {
      // Each mark is looked for once and again behind where it was found: a text is read once, however many marks it has.
      if (next[at]! >= 0 && next[at]! < from) next[at] = response.indexOf(marks[at]!.opens, from);
      if (next[at]! >= 0 && (first < 0 || next[at]! < next[first]!)) first = at;
    }
    if (first < 0) break;
    const { opens, closes, kind, title } = marks[first]!;
    const begin = next[first]! + opens.length;
    const close = response.indexOf(closes, begin);
    const end = close < 0 ? response.length : close;
    add('text', '', response.slice(from, next[first]).replace(FRAME, ''));
    add(kind, close < 0 && kind === 'reasoning' ? t`${title}, not finished` : title, response.slice(begin, end));
    from = close < 0 ? response.length : close + closes.length;
  }
  add('text', '', response.slice(from));
  return parts.length === 0 ? [{ kind: 'text', title: '', text: response }] : parts;
}
