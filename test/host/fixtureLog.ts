import { writeFileSync } from 'node:fs';

/** Writes a log of four prompts with four samples each; c of them are correct: 0, 1, 2 and 4. */
export function fixtureLog(path: string): void {
  const records = [0, 1, 2, 4].flatMap((c, prompt) =>
    Array.from({ length: 4 }, (_, sample) => ({
      prompt_id: `p${prompt}`,
      sample,
      correct: sample < c,
      prompt: `What is ${prompt} + ${prompt}?`,
      response: `I say ${sample}`,
    })),
  );
  writeFileSync(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}
