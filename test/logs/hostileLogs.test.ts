import assert from 'node:assert/strict';
import { formats } from '../../src/logs/formats/formats';
import { readTexts } from '../../src/logs/readTexts';
import { fixture, fixtureNames, linesOf } from './fixtureFiles';
import { outcome, readLog } from './readLog';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const deep = (brackets: number): string => `${'[{"correct":'.repeat(brackets / 2)}1${'}]'.repeat(brackets / 2)}`;

describe('hostile logs', () => {
  it('with 100,000 brackets in any field are read like any other', function () {
    this.timeout(60_000);
    const good = '{"prompt_id":"a","prompt":"q","correct":true,"response":"r","sample":0,"score_grad":[1]}\n';
    for (const field of ['prompt_id', 'prompt', 'correct', 'response', 'sample', 'run', 'score_grad', 'extra']) {
      const record = `{"prompt_id":"b","correct":false,"${field}":${deep(100_000)}}\n`;
      for (const before of [3, 40]) {
        const { table, reader } = readLog(encode(good.repeat(before) + record + good), 'a.jsonl');
        assert.equal(table.sampleCount + reader.malformedCount, before + 2, field);
      }
      for (const format of ['generic', 'verl', 'inspect', 'evalplus']) {
        readTexts(encode(record), format, { prompt: 'prompt_id', verdict: 'correct', promptText: field, response: `${field}.0` }, 0);
      }
      readLog(encode(record), 'a.jsonl');
      readLog(encode(`[${record},${record}]`), 'a.json');
    }
  });

  it('with brackets that never close are reported, and end', () => {
    for (const text of ['[', '{"a":', '[{"a":', '"', '{"results":[', '{"eval":{"a":[']) {
      const { reader } = readLog(encode(text.repeat(50_000)), 'a.json');
      assert.notEqual(reader.unrecognised, null);
    }
  });

  it('cannot make any format throw, whatever becomes of a byte of any fixture', function () {
    this.timeout(120_000);
    for (const name of fixtureNames()) {
      const bytes = fixture(name);
      for (let at = 0; at < bytes.length; at += 7) {
        const changed = bytes.slice();
        changed[at] = (changed[at] as number) ^ (1 << (at % 7));
        const { table } = readLog(changed, name);
        assert.ok(table.sampleCount >= 0);
      }
    }
  });

  it('cannot make a format throw that was meant for other records', () => {
    for (const name of fixtureNames()) {
      const bytes = fixture(name);
      for (const { name: format } of formats) {
        const log = readLog(bytes, name, 1 << 16, { format });
        assert.ok(log.table.sampleCount > 0 || log.reader.unrecognised !== null || log.table.promptCount > 0, `${name} as ${format}`);
        outcome(log);
        for (const line of linesOf(bytes).slice(0, 3)) readTexts(line, format, log.reader.format?.fields ?? {}, 1);
      }
    }
  });

  it('with a billion laughs of keys, ids and runs keep what is theirs', () => {
    const lines = Array.from({ length: 5000 }, (_, at) => JSON.stringify({ run: at % 2 ? '__proto__' : 'constructor', prompt_id: ['__proto__', 'toString', '\u202e', ''][at % 4], correct: at % 3 === 0, __proto__x: { polluted: true } }));
    const { table } = readLog(encode(`${lines.join('\n')}\n`), 'a.jsonl');
    assert.deepEqual(table.runs(), ['constructor', '__proto__']);
    assert.equal(Reflect.get({}, 'polluted'), undefined);
    assert.equal(table.runs().reduce((sum, run) => sum + table.promptColumns(run, 'drop').columns.n.reduce((total, n) => total + n, 0), 0), 5000);
  });
});
