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
    if (prompt < 0) prompt = namedPrompt(rows, number, idPrefix, entries);
    const mark = (numbers[at + MARK] as number) >>> 0;
    if (mark !== 0 && !entries.isSameText(prompt, mark)) noteOtherText(prompt, line + rowLines(numbers, at), entries, otherTexts);
    if ((numbers[at + ANSWER_HIGH] as number) >= 0) answers++;
    if ((numbers[at + LENGTH] as number) >= 0) lengths++;
    if (((numbers[at + BITS] as number) & HAS_VECTOR) !== 0) gradients++;
  }
  return { answers, lengths, gradients };
}

// Apart, so that what runs for every row is small, and is compiled once.

function namedPrompt(rows: PlainRows, number: number, idPrefix: string, entries: PromptEntries): number {
  const { run, id } = promptName(rows, number);
  const prompt = entries.entry(run, idPrefix + id);
  rows.prompts.set(number, prompt);
  return prompt;
}

function noteOtherText(prompt: number, line: number, { ids, runs, runOf }: PromptEntries, otherTexts: OtherTexts): void {
  otherTexts.add({ promptId: ids[prompt] as string, run: runs[runOf[prompt] as number] as string }, line);
}
