import assert from 'node:assert/strict';
import { PortableScanner } from '../../../src/logs/scan/portableScanner';
import type { RecordScanner } from '../../../src/logs/scan/recordScanner';
import { WasmScanner } from '../../../src/logs/scan/wasmScanner';
import { fixture, fixtureNames, linesOf } from '../fixtureFiles';
import { parsedByOracle, valueByOracle } from '../jsonOracle';

const PATHS = [
  'prompt_id', 'correct', 'sample', 'prompt', 'responses', 'rollouts', 'rollouts.0.correct', 'score_grad', 'score_grad.1', 'id', 'n', 'c', 'doc_id', 'doc.question',
  'arguments.gen_args_0.arg_0', 'resps.0.0', 'filtered_resps.0', 'exact_match', 'metrics', 'task_id', 'passed', 'score', 'loss', 'value', 'value.0', 'S_correct',
];
const utf8 = new TextEncoder();

function wasm(paths: readonly string[]): WasmScanner {
  const scanner = WasmScanner.on({ paths, vectorPath: -1, plain: null });
  assert.ok(scanner, 'this machine runs WebAssembly with vectors');
  return scanner;
}
const SCANNERS: readonly [string, (paths: readonly string[]) => RecordScanner][] = [
  ['WasmScanner', wasm],
  ['PortableScanner', (paths) => new PortableScanner(paths)],
];

/** What the scanner says of bytes: null when they are malformed, else the value at each path. */
function scanned(scanner: RecordScanner, bytes: Uint8Array): unknown[] | null {
  if (scanner.scan(bytes, 0, bytes.length) >= 0) return null;
  return PATHS.map((_, path) => scanner.record.json(path));
}

function assertAgrees(scanner: RecordScanner, bytes: Uint8Array): void {
  const expected = parsedByOracle(bytes);
  const actual = scanned(scanner, bytes);
  const shown = (): string => JSON.stringify(new TextDecoder().decode(bytes));
  if ((actual === null) !== (expected === undefined)) assert.fail(`${actual === null ? 'refused' : 'accepted'}, unlike JSON.parse: ${shown()}`);
  if (actual === null) return;
  PATHS.forEach((path, at) => {
    const value = valueByOracle(expected, path);
    // The infinities are numbers to the scanner and null to the oracle.
    const found = JSON.stringify(actual[at]);
    if (found !== JSON.stringify(value)) assert.fail(`${path}: ${found}, JSON.parse says ${JSON.stringify(value)}: ${shown()}`);
  });
}

for (const [name, scannerOf] of SCANNERS) describe(name, () => {
  it('accepts what JSON.parse accepts and finds the same values, for every byte left out or changed in every fixture', function () {
    this.timeout(120_000);
    const scanner = scannerOf(PATHS);
    let cases = 0;
    for (const name of fixtureNames()) {
      for (const line of linesOf(fixture(name))) {
        if (line.length > 4000) continue;
        assertAgrees(scanner, line);
        for (let at = 0; at < line.length; at++) {
          const shorter = new Uint8Array(line.length - 1);
          shorter.set(line.subarray(0, at));
          shorter.set(line.subarray(at + 1), at);
          assertAgrees(scanner, shorter);
          for (let bit = 0; bit < 8; bit++) {
            const changed = line.slice();
            changed[at] = (changed[at] as number) ^ (1 << bit);
            assertAgrees(scanner, changed);
          }
          cases += 9;
        }
      }
    }
    assert.ok(cases > 50_000, `only ${cases} mutations`);
  });

  it('accepts and refuses numbers, words and strings as JSON does', () => {
    const scanner = scannerOf(PATHS);
    const values = [
      '0', '-0', '01', '-', '+1', '1.', '.5', '1.5e', '1e+', '1E5', '1e-05', '1.25E+3', '00', '-01', '1e5.5', '0x10', '1_000', 'NaN', '-NaN', '+NaN', 'nan', 'Infinity', '-Infinity',
      '+Infinity', 'Infinit', 'Infinityy', 'NaN1', '1NaN', '--1', 'true', 'tru', 'truee', 'false', 'null', 'nul', 'None', 'undefined', '"', '"a', '"\\', '"\\u12"', '"\\u12g4"', '"\\u0041"', '"\\x41"',
      '"\\/"', '"\\a"', '"\t"', '"\u007f"', '"\u2028"', "'a'", '[', ']', '{', '}', '[1,]', '[,1]', '[1 2]', '[1,2]', '[[]]', '[]]', '{"a"}', '{"a":}', '{"a":1,}', '{a:1}', '{"a":1 "b":2}', '{"a":1}',
      '{"a":1}}', '', ' ', '1 1', '\ufeff1', '\u00a01', '"\\ud800"', '{"a":1},', '[1}', '{"a":1]',
    ];
    for (const value of values) {
      assertAgrees(scanner, utf8.encode(value));
      assertAgrees(scanner, utf8.encode(`{"prompt_id": ${value}}`));
      assertAgrees(scanner, utf8.encode(` [ ${value} , 1 ] `));
    }
  });

  it('takes the last of repeated keys, and forgets what lay inside the first', () => {
    const scanner = scannerOf(['a', 'a.b', 'a.c.d']);
    const bytes = utf8.encode('{"a":{"b":1,"c":{"d":2}},"x":0,"\\u0061":{"b":3}}');
    assert.equal(scanner.scan(bytes, 0, bytes.length), -1);
    assert.deepEqual([0, 1, 2].map((path) => scanner.record.json(path)), [{ b: 3 }, 3, undefined]);
    const scalar = utf8.encode('{"a":{"b":1,"c":{"d":2}},"a":4}');
    assert.equal(scanner.scan(scalar, 0, scalar.length), -1);
    assert.deepEqual([0, 1, 2].map((path) => scanner.record.json(path)), [4, undefined, undefined]);
  });

  it('is not misled by the keys of the record before', () => {
    const scanner = scannerOf(['a', 'x.a', 'b']);
    const values = (text: string): unknown[] => {
      const bytes = utf8.encode(text);
      assert.equal(scanner.scan(bytes, 0, bytes.length), -1);
      return [0, 1, 2].map((path) => scanner.record.json(path));
    };
    assert.deepEqual(values('{"x":0,"a":1}'), [1, undefined, undefined]);
    assert.deepEqual(values('{"x":{"a":5}}'), [undefined, 5, undefined]);
    assert.deepEqual(values('{"a":2,"b":3,"x":{"a":4}}'), [2, 4, 3]);
    assert.deepEqual(values('{"x":{"b":1},"a" :6,"b": 7}'), [6, undefined, 7]);
    assert.deepEqual(values('{"x":0,"a":{"a":8}}'), [{ a: 8 }, undefined, undefined]);
  });

  it('reads numbers of any length and form', () => {
    const scanner = scannerOf(['n']);
    for (const number of ['0', '7', '-7', '42', '12345', '123456789', '999999999', '1234567890', '0.5', '-0.25', '1e3', '12.5E-2', '9007199254740993', 'NaN', '-Infinity']) {
      const bytes = utf8.encode(`{"n":${number}}`);
      assert.equal(scanner.scan(bytes, 0, bytes.length), -1);
      assert.equal(scanner.record.number(0), Number(number));
    }
  });

  it('stands 100,000 brackets, open or closed', () => {
    const scanner = scannerOf(['a']);
    const deep = utf8.encode(`{"a":${'['.repeat(100_000)}1${']'.repeat(100_000)},"b":1}`);
    assert.equal(scanner.scan(deep, 0, deep.length), -1);
    assert.equal(scanner.record.kind(0), 'array');
    const open = utf8.encode('[{"a":'.repeat(100_000));
    assert.equal(scanner.scan(open, 0, open.length), open.length);
  });

  it('says where a record breaks, and that it ends too early', () => {
    const scanner = scannerOf([]);
    const place = (text: string): number => scanner.scan(utf8.encode(text), 0, utf8.encode(text).length);
    assert.equal(place('{"a":1, }'), 8);
    assert.equal(place('{"a":tru!}'), 8);
    assert.equal(place('{"a":1} x'), 8);
    assert.equal(place('{"a":"b'), 7);
    assert.equal(place('{"a":'), 5);
  });

  it('decodes only what is asked for: numbers as written, escapes, text beyond ASCII', () => {
    const scanner = scannerOf(['id', 'text', 'flag', 'list', 'none']);
    const bytes = utf8.encode('{"id":12345678901234567890,"text":"\\u00e9\\n\u{1f600}","flag":false,"list":[1,NaN,-Infinity,null],"none":null}');
    assert.equal(scanner.scan(bytes, 0, bytes.length), -1);
    const { record } = scanner;
    assert.equal(record.text(0), '12345678901234567890');
    assert.equal(record.string(1), '\u00e9\n\u{1f600}');
    assert.deepEqual([record.boolean(2), record.number(2), record.isNull(4), record.kind(4)], [false, 0, true, 'null']);
    assert.deepEqual([...(record.numbers(3) ?? [])], [1, NaN, -Infinity, NaN]);
    assert.equal(record.numbers(1), null);
  });
});
