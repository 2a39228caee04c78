import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { logReadings } from '../../src/worker/logReadings';
import { temporaryFolder } from './temporaryFolder';

describe('logReadings', () => {
  const folder = temporaryFolder();
  const log = (name: string, records: readonly object[]): string => {
    const text = `${records.map((record) => JSON.stringify(record)).join('\n')}\n`;
    return folder.write(name, name.endsWith('.gz') ? gzipSync(text) : text);
  };
  /** 3 tasks × 4 samples; acc: 1, 2 and 3 of 4; strict: 0, 1 and 2 of 4. */
  const graded = Array.from({ length: 12 }, (_, at) => ({ who: `t${at >> 2}`, question: `Question ${at >> 2}?`, acc: (at & 3) <= at >> 2 ? 1 : 0, strict: (at & 3) < at >> 2, mark: (at & 3) / 4 }));

  it('says what the recognised format reads: prompts, samples, pass@1 and the fields', async () => {
    const { readings, beginning, fields } = await logReadings(log('a.jsonl', graded), null, 'drop');
    const [best] = readings;
    assert.equal(best?.format, 'generic');
    assert.deepEqual({ prompts: best.prompts, samples: best.samples, passAt1: best.passAt1, problem: best.problem }, { prompts: 3, samples: 12, passAt1: 0.5, problem: null });
    assert.equal(best.fields.verdict, 'acc');
    assert.deepEqual([...best.verdicts].sort(), ['acc', 'strict']);
    assert.equal(beginning, null);
    assert.deepEqual(fields.map(({ path, example, isScore }) => [path, example, isScore]), [
      ['who', 't0', false], ['question', 'Question 0?', false], ['acc', '1', false], ['strict', 'false', false], ['mark', '0', true],
    ]);
  });

  it('previews other choices of the verdict, the prompt and the threshold', async () => {
    const path = log('b.jsonl.gz', graded);
    const choices = [
      { format: 'generic', fields: { verdict: 'strict' } },
      { format: 'generic', fields: { prompt: 'who', verdict: 'mark >= 0.5' } },
      { format: 'generic', fields: { prompt: 'strict' } },
      { format: 'no-such-format' },
    ];
    const { readings } = await logReadings(path, choices, 'drop');
    assert.deepEqual(readings.map(({ prompts, samples, passAt1 }) => [prompts, samples, passAt1]), [[3, 12, 0.25], [3, 12, 0.5], [2, 12, readings[2]?.passAt1], [0, 0, null]]);
    assert.ok(Math.abs((readings[2]?.passAt1 ?? 0) - (3 / 9 + 3 / 3) / 2) < 1e-12, 'acc is 1 where strict is, and at 3 more');
    assert.match(readings[3]?.problem ?? '', /no format named "no-such-format"/);
  });

  it('names the fields of a log that nothing recognises, and reads it once they are said', async () => {
    const path = log('c.jsonl', graded.map(({ who, acc }) => ({ alpha: who, beta: { gamma: acc === 1 } })));
    const { readings, fields } = await logReadings(path, null, 'drop');
    assert.deepEqual(readings.filter(({ problem }) => problem === null), []);
    assert.deepEqual(fields.map((field) => field.path), ['alpha', 'beta', 'beta.gamma']);
    const chosen = await logReadings(path, [{ format: 'generic', fields: { prompt: 'alpha', verdict: 'beta.gamma' } }], 'drop');
    assert.deepEqual(chosen.readings.map(({ prompts, samples, passAt1 }) => [prompts, samples, passAt1]), [[3, 12, 0.5]]);
  });

  it('reads no more than the beginning of a large log, and cuts it between lines', async () => {
    const many = Array.from({ length: 12_000 }, (_, at) => ({ prompt_id: `p${at >> 3}`, correct: (at & 1) === 0, response: 'x'.repeat(1000) }));
    const { readings, beginning } = await logReadings(log('d.jsonl', many), null, 'drop');
    const [best] = readings;
    assert.ok(beginning !== null && beginning > 3e6 && beginning < 9e6, `${beginning} bytes`);
    assert.ok(best !== undefined && best.samples > 3000 && best.samples < 12_000, `${best?.samples} samples, ${JSON.stringify(best)}`);
    assert.ok(best.passAt1 !== null && Math.abs(best.passAt1 - 0.5) < 0.002, `${best.passAt1}`);
  });
});
