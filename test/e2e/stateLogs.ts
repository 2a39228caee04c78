import { gzipSync } from 'node:zlib';
import { conflictLog } from './conflictLog';

type Values = Readonly<Record<string, unknown>>;

const lines = (records: readonly Values[]): string => `${records.map((record) => JSON.stringify(record)).join('\n')}\n`;

/** Prompts × samples; `correct` decides. */
function counted(prompts: number, samples: number, correct: (prompt: number, sample: number) => boolean): Values[] {
  return Array.from({ length: prompts * samples }, (_, at) => {
    const [prompt, sample] = [Math.floor(at / samples), at % samples];
    return { prompt_id: `task-${String(prompt).padStart(2, '0')}`, sample, prompt: `What is ${prompt} + ${prompt}?`, response: `Attempt ${sample} at task ${prompt}.`, correct: correct(prompt, sample) };
  });
}

/** Responses with all that a response may hold: headings, code, formulas, a table, reasoning, a call of a tool. */
const written = ['7', '8', '7', '9'].map((answer, sample) => ({
  prompt_id: 'written', sample, correct: answer === '8', extracted_answer: answer, score: sample / 4, completion_tokens: 90 - sample, prompt: 'What is $3 + 5$?',
  response: `<think>\nThought ${sample}.\n</think>\n\n## Answer\n\nSo **we add** $\\sqrt{9} + 5$, see [the page](https://example.com), which ${answer === '8' ? 'is clearly eight' : 'seems wrong'}.\n\n`
    + '```python\n# the sum\ndef add(x):\n    return "sum", x + 5\n```\n\n> quoted\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n<tool_call>{"name": "calculator"}</tool_call>\n\n'
    + `The answer is $\\boxed{${answer}}$.`,
}));

/** Members of a gzip file may follow each other: gigabytes to be read that take no time to be made. */
function unfoldsTo(member: string, times: number): Uint8Array {
  const packed = gzipSync(member);
  return Buffer.concat(Array.from({ length: times }, () => packed));
}

/** Of 4 MB each: enough to be looked at while they are read, in two themes. */
const MEMBERS = 5000;
const filler = 'so that it takes a while to be read, '.repeat(1800);
/** A checkpoint in which every task is solved a little more often than in the one before. */
const checkpoint = (step: number): string => lines(counted(20, 16, (prompt, sample) => (sample * 5 + prompt) % 16 < (prompt % 2 === 0 ? 3 + 4 * step : 13 - 4 * step)));

/** One log for each state that the report can be in. */
export const stateLogs: Readonly<Record<string, string | Uint8Array>> = {
  'partial.jsonl.gz': unfoldsTo(lines(counted(60, 1, (prompt) => prompt % 2 === 0).map((record) => ({ ...record, response: filler, sample: undefined }))), MEMBERS),
  'empty.jsonl': '',
  'strange.jsonl': lines([{ alpha: 't0', beta: { gamma: true } }]),
  'damaged.jsonl': `${lines(counted(4, 4, (prompt, sample) => sample <= prompt))}{"prompt_id": "task\nnot a record\n`,
  'single.jsonl': lines(counted(1, 1, () => true)),
  'unsolved.jsonl': lines(counted(6, 4, () => false)),
  'plain.jsonl': lines([...written, ...counted(12, 8, (prompt, sample) => sample < prompt % 9)]),
  'gradients.jsonl': conflictLog().text,
  'step1.jsonl': checkpoint(0),
  'step2.jsonl': checkpoint(1),
  'step3.jsonl': checkpoint(2),
};
