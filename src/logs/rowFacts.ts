import type { OtherTexts } from './otherTexts';
import type { PromptEntries } from './promptEntries';
import { ANSWER_HIGH, BITS, HAS_VECTOR, LENGTH, MARK, promptName, ROW, rowLines, type PlainRows } from './scan/plainRows';

/** How many of some rows have an answer, a length, a score vector. */
export interface RowFacts {
  readonly answers: number;
  readonly lengths: number;
  readonly gradients: number;
}

/**
 * Goes through rows before they are copied: finds the entries of their prompts, notes other texts under a prompt's id, counts what they hold.
 * @param idPrefix goes before the ids of prompts
 */
export function rowFacts(rows: PlainRows, idPrefix: string, entries: PromptEntries, otherTexts: OtherTexts): RowFacts {
  const { numbers, first, count, prompts, line } = rows;
  let answers = 0, lengths = 0, gradients = 0;
  for (let at = first, end = first + count * ROW; at < end; at += ROW) {
    const number = numbers[at] as number;
    let prompt = prompts.at(number);
    if (prompt < 0) {
      const { run, id } = promptName(rows, number);
      prompt = entries.entry(run, idPrefix + id);
      prompts.set(number, prompt);
    }
    const mark = (numbers[at + MARK] as number) >>> 0;
    if (mark !== 0 && !entries.isSameText(prompt, mark)) {
      otherTexts.add({ promptId: entries.ids[prompt] as string, run: entries.runs[entries.runOf[prompt] as number] as string }, line + rowLines(numbers, at));
    }
    if ((numbers[at + ANSWER_HIGH] as number) >= 0) answers++;
    if ((numbers[at + LENGTH] as number) >= 0) lengths++;
    if (((numbers[at + BITS] as number) & HAS_VECTOR) !== 0) gradients++;
  }
  return { answers, lengths, gradients };
}
