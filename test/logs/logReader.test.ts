import assert from 'node:assert/strict';
import { fixture } from './fixtureFiles';
import { outcome, readLog } from './readLog';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('LogReader', () => {
  it('reads past the head the same at awkward chunk sizes, a line longer than the head included', () => {
    const line = (sample: number, text: string): string => `${JSON.stringify({ prompt_id: `p${sample % 7}`, sample, correct: sample % 3 === 0, response: text })}\n`;
    const bytes = encode(Array.from({ length: 400 }, (_, at) => line(at, 'x "y"\n'.repeat(at === 200 ? 40_000 : at))).join(''));
    const whole = outcome(readLog(bytes, 'a.jsonl', bytes.length));
    for (const chunkBytes of [997, 65_535, 65_536, 65_537, 300_000]) assert.deepEqual(outcome(readLog(bytes, 'a.jsonl', chunkBytes)), whole);
    assert.equal(readLog(bytes, 'a.jsonl').table.sampleCount, 400);
  });

  it('recognises a log whose first line is longer than the head', () => {
    const record = (sample: number): string => JSON.stringify({ response: 'x'.repeat(100_000), prompt_id: 'p', sample, correct: true });
    const { reader, table } = readLog(encode(`${record(0)}\n${record(1)}\n`), 'a.jsonl', 8192);
    assert.deepEqual([reader.format?.name, table.sampleCount, reader.malformedCount], ['generic', 2, 0]);
  });

  const samples = (name: string): string[] => {
    const { table } = readLog(fixture(name), name);
    return Array.from({ length: table.sampleCount }, (_, sample) =>
      `${table.promptId(table.promptOf(sample))}/${table.sampleIndexOf(sample)} ${table.verdictOf(sample)}${table.isCounted(sample) ? '' : ' (duplicate)'}`);
  };
  const reasons = (name: string): string[] => readLog(fixture(name), name).reader.malformed.map(({ line, reason }) => `${line}: ${reason}`);

  const two = ['a/0 correct', 'a/1 wrong'];
  const three = [...two, 'b/0 wrong'];
  const SAME: readonly [string, readonly string[]][] = [
    ['messy/noNewlineAtTheEnd.jsonl', two], ['messy/crlf.jsonl', two], ['messy/byteOrderMark.jsonl', two], ['messy/lineSeparators.jsonl', two],
    ['messy/prettyRecords.jsonl', three], ['messy/array.jsonl', three], ['messy/arrayOnOneLine.jsonl', three], ['messy/resultsInADocument.json', three],
    ['messy/duplicates.jsonl', ['a/0 correct', 'a/1 wrong', 'a/0 wrong (duplicate)', 'a/0 wrong (duplicate)', 'b/0 correct']],
    ['messy/unequalN.jsonl', ['a/0 correct', 'b/0 wrong', 'b/1 correct', 'b/2 wrong']],
    ['messy/headerLine.jsonl', ['1/-1 correct', '2/-1 wrong']],
    ['messy/numbersAsIds.jsonl', ['12345678901234567890/-1 correct', '12345678901234567891/-1 wrong', '3/-1 correct', '3/-1 wrong']],
    ['messy/repeatedKeys.jsonl', ['b/-1 correct', 'b/-1 wrong', 'b/-1 correct']],
    ['messy/loneSurrogates.jsonl', ['\ud800/0 correct', '\ud800/1 wrong', '\udfff/0 correct']],
    ['messy/strangeIds.jsonl', ['__proto__/0 correct', 'constructor/0 wrong', '\u{1f600}/0 correct', '</script><img src=x onerror=alert(1)>/0 wrong', '/0 correct', 'a\0b/0 correct', 'toString/0 wrong']],
  ];
  for (const [name, expected] of SAME) {
    it(`reads ${name} whole`, () => {
      assert.deepEqual(samples(name), expected);
      assert.deepEqual(reasons(name), []);
    });
  }

  it('reports a truncated last line as cut off and keeps the rest', () => {
    assert.deepEqual(samples('messy/truncatedLastLine.jsonl'), two);
    assert.deepEqual(reasons('messy/truncatedLastLine.jsonl'), ['3: cut off: the file ends in the middle of this record']);
    assert.deepEqual(reasons('messy/documentCutOff.json'), ['14: cut off: the file ends in the middle of this record']);
  });

  it('numbers blank lines and names the broken ones', () => {
    assert.deepEqual(samples('messy/blankLines.jsonl'), two);
    assert.deepEqual(reasons('messy/blankLines.jsonl'), ['6: not JSON: "o" cannot stand at byte 2']);
    assert.equal(readLog(fixture('messy/blankLines.jsonl'), 'x').reader.lines, 7);
    assert.deepEqual(reasons('messy/someLinesBroken.jsonl'), [
      '2: not JSON: "}" cannot stand at byte 20',
      '3: no sample: neither "prompt_id" nor "correct" is there',
      '4: no sample: neither "prompt_id" nor "correct" is there',
      '6: no verdict: "correct" is missing',
      '7: no prompt: "prompt_id" is missing or null',
      '8: not JSON: byte 0x01 cannot stand at byte 49',
    ]);
  });

  it('counts a score of NaN or Infinity as errored, and refuses -NaN', () => {
    assert.deepEqual(samples('messy/nanAndInfinity.jsonl'), ['a/-1 correct', 'a/-1 errored', 'b/-1 wrong']);
    assert.deepEqual(reasons('messy/nanAndInfinity.jsonl'), ['3: not JSON: "N" cannot stand at byte 44']);
  });

  const REFUSED: readonly [string, RegExp][] = [
    ['messy/empty.jsonl', /^The file is empty\.$/],
    ['messy/onlyBlankLines.jsonl', /^The file holds only blank lines\.$/],
    ['messy/noRecognisableRecord.jsonl', /No format recognises these records\. Fields seen: "loss", "lr"\./],
    ['messy/noVerdict.jsonl', /Fields seen: "task_id", "completion"\. None of them looks like a verdict/],
    ['messy/lfsPointer.jsonl', /git-LFS pointer/],
    ['messy/utf16.jsonl', /UTF-16/],
    ['messy/binary.jsonl', /binary/],
  ];
  for (const [name, sentence] of REFUSED) {
    it(`says why it cannot read ${name}`, () => {
      const { reader } = readLog(fixture(name), name);
      assert.match(reader.unrecognised ?? '', sentence);
      assert.equal(reader.format, null);
    });
  }

  it('says of other files that they are binary, hold no record, or are web pages', () => {
    assert.match(readLog(Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2]), 'x.jsonl').reader.unrecognised ?? '', /binary/);
    assert.match(readLog(encode('step,loss\n1,2\n'), 'x.jsonl').reader.unrecognised ?? '', /no JSON record/);
    assert.match(readLog(encode('<!DOCTYPE html>'), 'x.jsonl').reader.unrecognised ?? '', /web page/);
  });

  it('reads on behind a first line that is broken, however it is broken', () => {
    const good = '{"prompt_id":"a","correct":true}\n';
    for (const first of ['{"prompt_id":"a",', '{"prompt_id":"a","correct":', '{"prompt_id":"a', '{', '{"a":1,}', '[', '[1,', '"', '{"a":{"b":[', 'null,', '}']) {
      const { reader, table } = readLog(encode(`${first}\n${good}${good}`), 'a.jsonl');
      assert.deepEqual([table.sampleCount, reader.malformed.map(({ line }) => line)], [2, [1]], first);
      assert.equal(readLog(encode(`${first}\n${good}`), 'a.jsonl').table.sampleCount, 1, `${first} and one line`);
    }
  });

  it('says of lists that they hold no verdict', () => {
    assert.match(readLog(encode('[["a","b"],["c"]]'), 'generations.json').reader.unrecognised ?? '', /lists or plain values/);
  });

  it('keeps the first hundred malformed lines and counts them all', () => {
    const good = '{"prompt_id":"a","correct":true}\n';
    const { reader } = readLog(encode(good + 'x\n'.repeat(250) + good), 'a.jsonl');
    assert.deepEqual([reader.malformedCount, reader.malformed.length, reader.malformed[99]?.line, reader.samples], [250, 100, 101, 2]);
  });

  it('takes a format and fields that are given', () => {
    const bytes = encode('{"who":"a","fine":0.7,"correct":false,"prompt_id":"z"}\n{"who":"a","fine":0.9,"correct":false,"prompt_id":"z"}\n');
    const { reader, table } = readLog(bytes, 'a.jsonl', 64, { format: 'generic', fields: { prompt: 'who', verdict: 'fine >= 0.8' } });
    assert.deepEqual(reader.format?.fields, { prompt: 'who', verdict: 'fine >= 0.8' });
    assert.deepEqual([table.verdictOf(0), table.scoreOf(0), table.verdictOf(1), table.promptId(0)], ['wrong', 0.7, 'correct', 'a']);
    assert.deepEqual(reader.notes, []);
    assert.match(readLog(bytes, 'a.jsonl', 64, { format: 'nonsense' }).reader.unrecognised ?? '', /no format named "nonsense"; there are .*, generic, /);
  });

  it('takes fields that are given for records in which no format finds itself, and takes a field away by an empty path', () => {
    const bytes = encode('{"who":"a","fine":1,"step":1}\n{"who":"a","fine":0,"step":2}\n');
    const { reader, table } = readLog(bytes, 'a.jsonl', 64, { fields: { prompt: 'who', verdict: 'fine' } });
    assert.deepEqual([reader.format?.name, table.promptColumns('', 'drop').columns.c[0], table.sampleCount], ['generic', 1, 2]);
    const known = encode('{"id":"a","correct":1,"step":1}\n{"id":"a","correct":0,"step":1}\n{"id":"a","correct":0,"step":2}\n');
    assert.deepEqual(readLog(known, 'a.jsonl').table.runs(), ['1', '2']);
    assert.deepEqual(readLog(known, 'a.jsonl', 64, { fields: { run: '' } }).table.runs(), ['']);
  });

  it('counts the samples without a verdict apart, and names the words that are none', () => {
    const verdicts = [true, false, true, false, null, '', null, 'perhaps', 'perhaps', 'q', 'r', 'u', 'v', 'w', 'x', 'perhaps'];
    const bytes = encode(verdicts.map((correct, at) => `${JSON.stringify({ id: at % 3, correct })}\n`).join(''));
    const { table } = readLog(bytes, 'a.jsonl', 64, { format: 'generic', fields: { prompt: 'id', verdict: 'correct' } });
    assert.equal(table.errored, 12);
    assert.deepEqual(table.notes.map((note) => note.replace(/, which is.*errored\./, ',')), [
      'Where "correct" is empty or says nothing that is a verdict, the sample counts as errored. (5 samples)',
      '"correct" says "perhaps", (3 samples)', '"correct" says "q", (1 sample)', '"correct" says "r", (1 sample)', '"correct" says "u", (1 sample)', '"correct" says "v", (1 sample)',
    ]);
  });

  it('reads ids of 10 KB and tells them apart by their last letter', () => {
    const long = 'ü'.repeat(5000);
    const record = (end: string): string => `${JSON.stringify({ prompt_id: long + end, correct: true })}\n`;
    const { table } = readLog(encode(record('a') + record('b') + record('a')), 'a.jsonl', 1000);
    assert.deepEqual([table.promptCount, table.promptId(1)], [2, `${long}b`]);
  });
});
