import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TRAINERS } from '../../src/protocol/exporting';
import { trainerRow } from '../../src/worker/trainerRow';

const document = readFileSync('docs/training.md', 'utf8');
const prompt = { id: 'p3', index: 3, weight: 1, text: 'Question 3?', target: 'T3', messages: [{ role: 'user', content: 'Question 3?' }] };

describe('docs/training.md', () => {
  for (const { name, title } of TRAINERS) {
    it(`shows the row of ${title} as it is written`, () => {
      const section = document.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
      const [, row = ''] = /```json\n(.*?)\n```/s.exec(section) ?? [];
      assert.equal(JSON.stringify(trainerRow(name, prompt, 'passk')), row);
    });
  }

  it('has a target of nothing where the log holds none', () => {
    for (const { name } of TRAINERS) assert.doesNotMatch(JSON.stringify(trainerRow(name, { ...prompt, target: null }, 'passk')), /null|undefined/);
  });
});
