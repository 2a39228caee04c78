import assert from 'node:assert/strict';
import { emptyDraft } from '../../src/logs/emptyDraft';
import { SampleTable } from '../../src/logs/sampleTable';
import { votesOf } from '../../src/worker/votesOf';
import { seededRandom } from '../bench/seededRandom';

describe('votesOf', () => {
  it('counts the same answers together, however many different ones there are', () => {
    const random = seededRandom(2);
    for (const different of [1, 2, 5, 31, 32, 33, 100]) {
      const table = new SampleTable();
      const expected = { correct: 0, blank: 0, wrong: {} as Record<string, number> };
      table.recordAt(0, 0, 1);
      for (let sample = 0; sample < 400; sample++) {
        const verdict = (['correct', 'wrong', 'wrong', 'errored'] as const)[Math.floor(random() * 4)];
        const answer = random() < 0.1 ? NaN : Math.floor(random() * different) + 0.5;
        table.sample({ ...emptyDraft(), promptId: 'p', verdict, answer });
        if (verdict === 'correct') expected.correct++;
        else if (verdict === 'wrong' && Number.isNaN(answer)) expected.blank++;
        else if (verdict === 'wrong') expected.wrong[answer] = (expected.wrong[answer] ?? 0) + 1;
      }
      const found = votesOf(table, table.samplesOf('', 0), 'drop');
      assert.deepEqual(found, { ...expected, wrong: Object.values(expected.wrong).sort((a, b) => b - a) }, `${different} answers`);
    }
  });
});
