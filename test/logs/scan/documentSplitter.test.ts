import assert from 'node:assert/strict';
import { DocumentSplitter } from '../../../src/logs/scan/documentSplitter';

interface Found {
  readonly records: string[];
  readonly broken: string[];
  readonly lines: number;
}

function split(text: string, path: string, chunkBytes: number): Found {
  const bytes = new TextEncoder().encode(text);
  const records: string[] = [];
  const broken: string[] = [];
  const splitter = new DocumentSplitter(path, {
    record: (chunk, start, end, place) => {
      const record = new TextDecoder().decode(chunk.subarray(start, end));
      assert.equal(record, new TextDecoder().decode(bytes.subarray(place.offset, place.offset + end - start)), 'the offset points at the record');
      records.push(`${place.line}${place.key === null ? '' : ` ${place.key}`}: ${record}${place.last ? ' (last)' : ''}`);
    },
    broken: (line, reason) => broken.push(`${line}: ${reason}`),
  }, 0);
  for (let at = 0; at < bytes.length; at += chunkBytes) splitter.push(bytes.slice(at, at + chunkBytes));
  splitter.end();
  return { records, broken, lines: splitter.lines };
}

const CASES: readonly [name: string, path: string, text: string, records: readonly string[], broken: readonly RegExp[]][] = [
  ['elements of an array', '*', '[{"a":1},\n [2,"]"], "x,y" ,3.5,null]', ['1: {"a":1}', '2: [2,"]"]', '2: "x,y"', '2: 3.5', '2: null'], []],
  ['members of an object, with their names', '*', '{"a":[1],"b\\u0022":{"c":2},"":7}', ['1 a: [1]', '1 b": {"c":2}', '1 : 7'], []],
  ['elements below a name', 'r.*', '{"q":{"r":[1]},"s":"\\"","r":[{"x":[{}]}\n,{}],"t":[9]}', ['1: {"x":[{}]}', '2: {}'], []],
  ['members of members', 'e.*.*', '{"e":{"p":[1,2],"q":[3],"r":4},"f":{"p":[5]}}', ['1: 1', '1: 2', '1: 3'], []],
  ['members of one element', '1.*', '[{"x":[1]},\n{"p":[2],"q":[[3]]},{"p":4}]', ['2 p: [2]', '2 q: [[3]]'], []],
  ['members of an element behind nested ones', 'r.2.*', '{"s":[0,1,{"p":1}],"r":[[9,[8]],{"p":7},{"p":2},{"p":5}]}', ['1 p: 2'], []],
  ['values one after another', '', '{"a":\n1}\n{"a":2}\n\n7 8', ['1: {"a":\n1}', '3: {"a":2}', '5: 7', '5: 8'], []],
  ['nothing at the path', 'r.*', '{"s":[1]}', [], []],
  ['an empty array', '*', '[ ]', [], []],
  ['two arrays', '*', '[1]\n[2]', ['1: 1', '2: 2'], []],
  ['a cut record', '*', '[{"a":1},{"b":"x', ['1: {"a":1}', '1: {"b":"x (last)'], []],
  ['a cut document', 'r.*', '{"r":[1,2', ['1: 1', '1: 2 (last)'], []],
  ['a document cut between records', 'r.*', '{"r":[{},\n', ['1: {}'], [/^2: cut off/]],
  ['a stray bracket', '*', '[1,}', ['1: 1'], [/^1: not JSON: "}" cannot stand here/]],
  ['a missing colon', 'r.*', '{"r" [1]}', [], [/^1: not JSON: "\[" cannot/]],
];

describe('DocumentSplitter', () => {
  for (const [name, path, text, records, broken] of CASES) {
    it(`finds ${name} at every chunk size`, () => {
      for (let chunkBytes = 1; chunkBytes <= text.length; chunkBytes++) {
        const found = split(text, path, chunkBytes);
        assert.deepEqual(found.records, records, `chunks of ${chunkBytes}`);
        assert.equal(found.broken.length, broken.length, found.broken.join());
        broken.forEach((pattern, at) => assert.match(found.broken[at] ?? '', pattern));
        assert.equal(found.lines, text.split('\n').length - (text.endsWith('\n') ? 1 : 0));
      }
    });
  }

  it('keeps nothing of what it passes over', () => {
    const splitter = new DocumentSplitter('r.*', { record: () => assert.fail('no record here'), broken: () => assert.fail('nothing is broken') }, 0);
    splitter.push(new TextEncoder().encode('{"q":"'));
    const text = new Uint8Array(1 << 20).fill(0x78);
    const before = process.memoryUsage().arrayBuffers;
    for (let at = 0; at < 64; at++) splitter.push(text);
    splitter.push(new TextEncoder().encode('"}'));
    splitter.end();
    assert.ok(process.memoryUsage().arrayBuffers - before < 8 << 20);
  });
});
