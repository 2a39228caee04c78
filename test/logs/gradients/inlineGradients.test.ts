import assert from 'node:assert/strict';
import { InlineGradients } from '../../../src/logs/gradients/inlineGradients';
import { fixture } from '../fixtureFiles';
import { readInto, readLog } from '../readLog';

function gradientsOf(name: string, chunkBytes: number, firstSample = 0): { found: [number, number[]][]; sink: InlineGradients } {
  const found: [number, number[]][] = [];
  const sink = new InlineGradients(firstSample, (sample, vector) => found.push([sample, [...vector]]));
  readInto(sink, 0, fixture(name), name, chunkBytes);
  return { found, sink };
}

describe('InlineGradients', () => {
  it('gives each sample its vector under the ordinal that the table gave it', () => {
    const { found, sink } = gradientsOf('generic/twoRunsWithGradients.jsonl', 50, 10);
    assert.deepEqual(found, [[10, [0.5, -1.25]], [11, [0.25, 0.125]], [12, [1, 2]], [13, [-0.03, 0]]]);
    assert.deepEqual([sink.dimension, sink.given, sink.refused], [2, 4, 0]);
    const { table } = readLog(fixture('generic/twoRunsWithGradients.jsonl'), 'x');
    assert.deepEqual([table.gradientCount, table.sampleCount], [4, 6]);
  });

  it('are read by the scanner, which the first reading does not ask for them', () => {
    const bytes = fixture('generic/twoRunsWithGradients.jsonl');
    const second = readInto(new InlineGradients(0, () => {}), 0, bytes, 'a.jsonl').wasmLines?.wish;
    assert.equal(second?.paths[second.vectorPath], 'score_grad');
    assert.equal(readLog(bytes, 'a.jsonl').reader.wasmLines?.wish.vectorPath, -1);
  });

  it('counts the samples that have no vector', () => {
    const found: number[] = [];
    const record = (vector: string): string => `{"prompt_id":"a","correct":true${vector}}\n`;
    const bytes = new TextEncoder().encode(record('') + record(',"score_grad":[1]') + record(',"score_grad":null') + record(',"score_grad":[2]'));
    readInto(new InlineGradients(0, (sample) => found.push(sample)), 0, bytes, 'a.jsonl');
    assert.deepEqual(found, [1, 3]);
  });

  it('refuses vectors with NaN, with Infinity or of another length, with their line, and keeps the samples', () => {
    const { found, sink } = gradientsOf('generic/badVectors.jsonl', 1000);
    assert.deepEqual(found, [[0, [1, 2]], [4, [3, 4]]]);
    assert.deepEqual(sink.notes, [
      'Line 2: score_grad holds NaN at position 0; the sample counts, its gradient does not.',
      'Line 3: score_grad has 3 numbers where the first has 2; the sample counts, its gradient does not.',
      'Line 4: score_grad holds -Infinity at position 1; the sample counts, its gradient does not.',
    ]);
    assert.equal(readLog(fixture('generic/badVectors.jsonl'), 'x').table.promptColumns('', 'drop').columns.n[0], 6);
  });
});
