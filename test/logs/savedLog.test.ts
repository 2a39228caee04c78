import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { LogReader } from '../../src/logs/logReader';
import { SampleTable } from '../../src/logs/sampleTable';
import { fixture, fixtureNames } from './fixtureFiles';
import { outcome, readLog, type ReadLog } from './readLog';

/** Through bytes and back, as an index keeps it. */
function copied<T>(value: T): T {
  return deserialize(serialize(value)) as T;
}

function restored({ reader, table }: ReadLog, fileName: string): ReadLog {
  const again = new SampleTable(copied(table.save()));
  return { reader: new LogReader({ fileIndex: 0, fileName, sink: again }, copied(reader.save())), table: again };
}

/** More than `outcome` tells: all that is asked of a table once it is there. */
function everything({ reader, table }: ReadLog): unknown {
  const samples = Array.from({ length: table.sampleCount }, (_, sample) => [String(table.answerOf(sample)), String(table.lengthOf(sample)), table.fileOf(sample)]);
  const prompts = Array.from({ length: table.promptCount }, (_, prompt) => [table.categoryOf(prompt), table.textMarkOf(prompt)]);
  const runs = table.runs().map((run) => [table.gradientFacts(run), table.promptColumns(run, 'wrong'), table.promptColumns(run, 'wrong').columns.id.map((_, row) => [...table.samplesOf(run, row)])]);
  return [outcome({ reader, table }), samples, prompts, runs, table.answerCount, table.lengthCount, table.lengthUnit, table.firstSampleOf(0), table.firstSampleOf(1),
    reader.candidates, reader.tied, reader.hasRecords, reader.isCutOff, reader.isLines, reader.samples];
}

describe('a log that has been read, kept as bytes', () => {
  for (const path of fixtureNames()) {
    const bytes = fixture(path);
    const name = basename(path);

    it(`tells of ${path} what it told before`, () => {
      const read = readLog(bytes, name, bytes.length + 1);
      const before = everything(readLog(bytes, name, bytes.length + 1));
      assert.deepEqual(everything(restored(read, name)), before);
      assert.deepEqual(everything(read), before, 'nothing was changed by it');
    });
  }

  const lines = Array.from({ length: 110 }, (_, i) => {
    const record = JSON.stringify({ prompt_id: `p${i % 7}`, sample: i >> 2, correct: i % 3 === 0, prompt: `é${i % 7}`, response: `r${i}`, reward: i % 3 === 0 ? 1 : 0, category: `c${i % 2}` });
    return i % 41 === 5 ? record.slice(0, 30) : i % 53 === 7 ? `\n  ${record}\r` : record;
  });
  const whole = Buffer.from(`${lines.join('\n')}\n`);
  const truth = everything(readLog(whole, 'growing.jsonl', whole.length));

  it('goes on from wherever the file ended before, as if it had been whole', function () {
    this.timeout(60_000);
    let [ended, cutOff, between] = [0, 0, 0];
    // The head must show the format; from there on, every byte is an end in some test.
    for (let end = 700; end < whole.length; end += end < 2500 ? 1 : 13) {
      const first = readLog(whole.subarray(0, end), 'growing.jsonl', 512);
      assert.ok(first.reader.isLines);
      const again = end % 2 === 0 ? first : restored(first, 'growing.jsonl');
      const lineStart = whole.lastIndexOf(0x0a, end - 1) + 1;
      const isEnded = lineStart === end;
      if (isEnded) ended++;
      else if (first.reader.isCutOff) cutOff++;
      else between++;
      const offset = first.reader.isCutOff ? lineStart : end;
      again.reader.resume(offset, first.reader.lines + (isEnded ? 1 : 0));
      again.reader.push(whole.subarray(offset));
      again.reader.end();
      assert.deepEqual(everything(again), truth, `ended at ${end}`);
    }
    assert.ok(ended > 10 && cutOff > 1000 && between > 5, `${ended} ${cutOff} ${between}`);
  });
});
