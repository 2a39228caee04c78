import assert from 'node:assert/strict';
import { PortableScanner } from '../../../src/logs/scan/portableScanner';
import { recordSource } from '../../../src/logs/scan/recordSource';
import { WasmScanner } from '../../../src/logs/scan/wasmScanner';
import { seededRandom } from '../../bench/seededRandom';
import { fixture, fixtureNames } from '../fixtureFiles';
import { spoiledChunks } from '../spoiledChunks';

const PATHS = ['prompt_id', 'correct', 'sample', 'score', 'rollouts.0.correct', 'value'];

/** All that comes of bytes in chunks of one size: each record with its place and values, each broken line. */
function events(bytes: Uint8Array, chunkBytes: number, scanner: WasmScanner | PortableScanner): string[] {
  const said: string[] = [];
  const source = recordSource(null, { paths: PATHS, vectorPath: -1, plain: null }, {
    record: (record, offset) => said.push(`${record.line} at ${offset}: ${JSON.stringify(PATHS.map((_, path) => record.json(path)))}`),
    broken: (line, reason) => said.push(`${line}: ${reason}`),
  }, 0, scanner);
  for (const chunk of spoiledChunks(bytes, chunkBytes)) source.push(chunk);
  source.end();
  return [...said, `${source.lines} lines`];
}

function wasm(): WasmScanner {
  const scanner = WasmScanner.on({ paths: PATHS, vectorPath: -1, plain: null });
  assert.ok(scanner);
  return scanner;
}

describe('recordSource', () => {
  it('gives the same records and broken lines in WebAssembly as in plain JavaScript, for every fixture', () => {
    const scanner = wasm();
    const portable = new PortableScanner(PATHS);
    for (const name of fixtureNames()) {
      const bytes = fixture(name);
      for (const chunkBytes of [7, 64, bytes.length + 1]) assert.deepEqual(events(bytes, chunkBytes, scanner), events(bytes, chunkBytes, portable), `${name}, ${chunkBytes}`);
    }
  });

  it('gives the same for logs of random bytes and of damaged records, at every chunk size', () => {
    const scanner = wasm();
    const portable = new PortableScanner(PATHS);
    const random = seededRandom(3);
    const whole = (below: number): number => Math.floor(random() * below);
    const pieces = ['\n', '\r\n', '\n\n', ' ', '{', '}', '[', ']', ':', ',', '"', '\\', '\\u00e9', '\\u12', '"prompt_id"', '"correct"', 'true', 'nul', '-1.5e3', '01', 'NaN', '\t', '\u0001', 'é', 'x'.repeat(70)];
    const record = '{"prompt_id": "a\\"b", "correct": true, "sample": 12, "text": "say \\"hi\\" \\n é"}\n';
    for (let round = 0; round < 3000; round++) {
      const text = round % 2 === 0
        ? Array.from({ length: 40 }, () => pieces[whole(pieces.length)]).join('')
        : Array.from({ length: 6 }, () => { const at = whole(record.length); return record.slice(0, at) + String.fromCharCode(whole(128)) + record.slice(at + whole(3)); }).join('');
      const bytes = new TextEncoder().encode(text);
      const expected = events(bytes, bytes.length + 1, portable);
      for (const chunkBytes of [1, 1 + whole(30), bytes.length + 1]) assert.deepEqual(events(bytes, chunkBytes, scanner), expected, JSON.stringify(text));
    }
  });

  it('follows runs of backslashes and \\u digits over every edge of a block of 64 bytes', () => {
    const scanner = wasm();
    const portable = new PortableScanner(PATHS);
    const tails = ['"', '\\"', '\\\\"', '\\\\\\"', '\\u00e9"', '\\u00g9"', '\\\\u00g9"', '\\u', '\\u00"', '\\x"', '\\\\\\u12345"', '\u0002"'];
    for (let before = 0; before <= 200; before++) {
      const lines = tails.map((tail) => `{"prompt_id":"${'y'.repeat(before)}${tail}}\n{"value":"${'\\'.repeat(before)}${tail}}\n`);
      const bytes = new TextEncoder().encode(lines.join(''));
      assert.deepEqual(events(bytes, bytes.length, scanner), events(bytes, bytes.length, portable), `${before} bytes before`);
    }
  });

  it('reads more records than its table has room for, and a line longer than its memory', () => {
    const many = new TextEncoder().encode('{}\n'.repeat(200_000));
    assert.equal(events(many, many.length, wasm()).length, 200_001);
    const long = new TextEncoder().encode(`{"prompt_id":"${'z'.repeat(80 << 20)}","correct":true}\n{"prompt_id":"b"}\n{"prompt_id":"c"}`);
    const said = events(long, 1 << 20, wasm());
    assert.deepEqual([said.length, said[1], said[2]], [4, `2 at ${long.length - 35}: ["b",null,null,null,null,null]`, `3 at ${long.length - 17}: ["c",null,null,null,null,null]`]);
  });
});
