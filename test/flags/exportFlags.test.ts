import assert from 'node:assert/strict';
import { exportFlags } from '../../src/flags/exportFlags';
import type { FlagState } from '../../src/flags/flagEvent';

const flag = (id: string, note = ''): FlagState => ({
  prompt_id: id, run: 'a.jsonl', flag: 'hard', note, k: 8, weight: 1.5, agreement: null, at: '2026-01-01T00:00:00.000Z',
});

describe('exportFlags', () => {
  it('writes nothing for no flags, but the header of a table', () => {
    assert.equal(exportFlags([], 'ids'), '');
    assert.equal(exportFlags([], 'jsonl'), '');
    assert.equal(exportFlags([], 'csv'), 'prompt_id,run,flag,note,k,weight,agreement,at\r\n');
  });

  it('writes one id a line, also for an id that holds a line break', () => {
    assert.equal(exportFlags([flag('a'), flag('b\nc'), flag('🧮')], 'ids'), 'a\n"b\\nc"\n🧮\n');
  });

  it('writes one event a line', () => {
    const flags = [flag('a', 'one\ntwo'), flag('__proto__')];
    assert.deepEqual(exportFlags(flags, 'jsonl').trimEnd().split('\n').map((line) => JSON.parse(line)), flags);
  });

  it('quotes what a table must quote, and leaves unknown numbers empty', () => {
    assert.equal(
      exportFlags([flag('a,b', 'says "no"\nand leaves')], 'csv').split('\r\n').slice(1).join('|'),
      '"a,b",a.jsonl,hard,"says ""no""\nand leaves",8,1.5,,2026-01-01T00:00:00.000Z|',
    );
  });
});
