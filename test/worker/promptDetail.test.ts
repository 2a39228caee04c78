import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { openRun, type OpenRun } from '../../src/worker/openRun';
import { verdictStrip } from '../../src/protocol/verdictStrip';
import { temporaryFolder } from './temporaryFolder';

const open = (path: string): Promise<OpenRun> => openRun([path], { k: 4, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop' });
const lines = (records: readonly object[]): string => records.map((record) => JSON.stringify(record)).join('\n');

/** Two prompts whose samples alternate; the second answers with its sample's number, by thirds. */
const records = Array.from({ length: 60 }, (_, at) => {
  const sample = at >> 1;
  const answer = at % 2 === 0 ? '42' : `${sample % 3}`;
  return { prompt_id: at % 2 === 0 ? 'one' : 'two', sample, prompt: 'Q', response: `says ${answer}`.repeat(sample + 1), extracted_answer: answer, completion_tokens: 10 + sample, correct: sample % 2 === 0 };
});

describe('promptDetail', () => {
  const folder = temporaryFolder();

  for (const [name, bytes] of [['answers.jsonl', lines(records)], ['answers.jsonl.gz', gzipSync(lines(records))]] as const) {
    it(`gives every sample of ${name} its answer and its length`, async () => {
      const detail = await (await open(folder.write(name, bytes))).detail(1);
      assert.deepEqual(detail.samples.map(({ answer }) => answer), Array.from({ length: 30 }, (_, sample) => `${sample % 3}`));
      assert.deepEqual(detail.samples.map(({ length }) => length), Array.from({ length: 30 }, (_, sample) => 10 + sample));
      assert.deepEqual([detail.lengthUnit, detail.unreadAnswers], ['tokens', 0]);
    });
  }

  it('reads the 200 answers that are given most often, and counts the samples with another', async () => {
    const many = Array.from({ length: 500 }, (_, sample) => ({ prompt_id: 'x', sample, response: 'r', extracted_answer: sample < 300 ? `often ${sample % 100}` : `once ${sample}`, correct: false }));
    const detail = await (await open(folder.write('many.jsonl', lines(many)))).detail(0);
    assert.deepEqual(detail.samples.slice(0, 300).map(({ answer }) => answer), many.slice(0, 300).map(({ extracted_answer }) => extracted_answer));
    assert.equal(new Set(detail.samples.map(({ answer }) => answer).filter((answer) => answer !== null)).size, 200);
    assert.equal(detail.unreadAnswers, 100);
  });

  it('shows the text of a prompt that the log has counts of, and no samples', async () => {
    const counted = await (await open(folder.write('counts.jsonl', lines([{ id: 'x', n: 8, c: 3, prompt: 'How many?' }, { id: 'y', n: 8, c: 0, prompt: 'How much?' }])))).detail(1);
    assert.deepEqual([counted.id, counted.text, counted.samples], ['y', 'How much?', []]);
    const rates = await (await open(folder.write('rates.jsonl', lines([{ prompt_id: 'x', pass_rate: 0.5, prompt_grad: [1, 0], prompt: 'How many?' }, { prompt_id: 'y', pass_rate: 0.5, prompt_grad: [1, 0] }])))).detail(0);
    assert.deepEqual([rates.id, rates.text], ['x', 'How many?']);
    const lightEval = await open('test/fixtures/lightEval/countsOfSeveralSamples.jsonl');
    assert.deepEqual(await lightEval.detail(0).then(({ text, target }) => [text, target]), ['2+2?', '[\n  "4"\n]']);
    const { samples } = await lightEval.detail(2);
    assert.deepEqual(samples.map(({ verdict }) => verdict), Array(4).fill('correct'));
    assert.equal((await lightEval.texts(samples[3].sample)).response, 'eight');
  });

  it('leaves the answer of a log without answers unknown', async () => {
    const detail = await (await open(folder.write('none.jsonl', lines([{ prompt_id: 'x', response: 'r', correct: true }])))).detail(0);
    assert.deepEqual([detail.samples[0].answer, detail.unreadAnswers], [null, 0]);
  });
});

describe('the verdicts that cross with a run', () => {
  const folder = temporaryFolder();

  it('are those of the first 32 samples, in order', async () => {
    const verdicts = Array.from({ length: 40 }, (_, at) => at % 3 === 0);
    const log = [
      ...verdicts.map((correct, sample) => ({ prompt_id: 'long', sample, correct })),
      { prompt_id: 'short', sample: 0, correct: false }, { prompt_id: 'short', sample: 1, correct: true },
      { prompt_id: 'short', sample: 2, correct: null, error: 'timeout' },
    ];
    const run = await open(folder.write('verdicts.jsonl', lines(log)));
    const { verdicts: strips } = run.snapshot();
    assert.deepEqual(verdictStrip(strips, 0), verdicts.slice(0, 32).map((correct) => (correct ? 'correct' : 'wrong')));
    assert.deepEqual(verdictStrip(strips, 1), (await run.detail(1)).samples.map(({ verdict }) => verdict));
    assert.deepEqual(verdictStrip(strips, 1).slice(0, 2), ['wrong', 'correct']);
  });
});
