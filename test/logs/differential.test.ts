import assert from 'node:assert/strict';
import type { JsonValue } from '../../src/logs/formats/logFormat';
import { readVerdict } from '../../src/logs/verdicts';
import { fixture, linesOf } from './fixtureFiles';
import { parsedByOracle, valueByOracle } from './jsonOracle';
import { readLog } from './readLog';

/** How many mutated logs are read; more with PASSK_MUTATIONS=1000000. */
const MUTATIONS = Number(process.env['PASSK_MUTATIONS'] ?? 5_000);
const FIELDS = { prompt: 'prompt_id', sample: 'sample', verdict: 'correct', promptText: 'prompt' };

/** The samples of a log as "line offset id/sample verdict", and the lines that are malformed, one line at a time through JSON.parse. */
function readByOracle(bytes: Uint8Array): { samples: string[]; malformed: number[] } {
  const samples: string[] = [];
  const malformed: number[] = [];
  let offset = 0;
  linesOf(bytes).forEach((line, at) => {
    const blank = line.findIndex((byte) => byte !== 0x20 && byte !== 0x0d && byte !== 0x09);
    const start = offset + Math.max(0, blank);
    offset += line.length + 1;
    if (blank < 0) return;
    const record = parsedByOracle(line);
    const id = valueByOracle(record, 'prompt_id');
    const verdict = valueByOracle(record, 'correct');
    if (record === undefined || noId(id) || verdict === undefined) {
      malformed.push(at + 1);
      return;
    }
    const index = valueByOracle(record, 'sample');
    const number = typeof index === 'boolean' ? Number(index) : index;
    const shownIndex = typeof number === 'number' && Number.isInteger(number) && number >= 0 && number < 2 ** 31 ? number : -1;
    for (const item of Array.isArray(verdict) ? (verdict as readonly JsonValue[]) : [verdict]) {
      const read = readVerdict(item, 0.5).verdict;
      samples.push(`${at + 1} ${start} ${shownId(id)}/${shownIndex} ${read === 'unscored' ? 'errored' : read}`);
    }
  });
  return { samples, malformed };
}

function noId(id: JsonValue | undefined): boolean {
  return id === undefined || id === null;
}

/** Ids that are numbers keep the log's spelling, which JSON.parse has lost; ids that are structures are digests. */
function shownId(id: JsonValue | undefined): string {
  return typeof id === 'string' ? JSON.stringify(id) : typeof id === 'number' ? `number ${id}` : 'digest';
}

function readByReader(bytes: Uint8Array, chunkBytes: number): { samples: string[]; malformed: number[]; ids: string[] } {
  const { reader, table } = readLog(bytes, 'a.jsonl', chunkBytes, { format: 'generic', fields: FIELDS });
  const ids: string[] = [];
  const samples = Array.from({ length: table.sampleCount }, (_, sample) => {
    ids.push(table.promptId(table.promptOf(sample)));
    return `${table.lineOf(sample)} ${table.offsetOf(sample)} ?/${table.sampleIndexOf(sample)} ${table.verdictOf(sample)}`;
  });
  return { samples, malformed: reader.malformed.map(({ line }) => line), ids };
}

/** mulberry32 */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}

const PIECES = ['"', '\\', '{', '}', '[', ']', ',', ':', '\n', '\r', ' ', 'null', 'NaN', '-Infinity', '1e999', '0', '-', '.', 'e', 'true', '\u0000', '\u00e9', '\ud83d\ude00', '"correct":', '"prompt_id":"', '\\u0063', '\ufeff', '\u2028'];

function mutated(bytes: Uint8Array, next: () => number): Uint8Array {
  let log = bytes;
  for (let round = 1 + Math.floor(next() * 3); round > 0; round--) {
    const at = 1 + Math.floor(next() * (log.length - 1));
    const to = Math.min(log.length, at + Math.floor(next() * 12));
    const kind = next();
    const piece = new TextEncoder().encode(PIECES[Math.floor(next() * PIECES.length)]);
    if (kind < 0.3) log = joined(log.subarray(0, at), Uint8Array.of(Math.floor(next() * 256)), log.subarray(at + 1));
    else if (kind < 0.6) log = joined(log.subarray(0, at), piece, log.subarray(at));
    else if (kind < 0.8) log = joined(log.subarray(0, at), log.subarray(to));
    else log = joined(log.subarray(0, to), log.subarray(at));
  }
  return log;
}

const FIRST_LINE = new TextEncoder().encode('{"prompt_id":"first","correct":true}\n');

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

describe('LogReader beside JSON.parse', () => {
  it(`finds the same samples, places and malformed lines in ${MUTATIONS} mutated logs`, function () {
    this.timeout(0);
    const seeds = ['generic/oneSampleARecord.jsonl', 'generic/badVectors.jsonl', 'messy/repeatedKeys.jsonl', 'messy/strangeIds.jsonl', 'messy/someLinesBroken.jsonl', 'messy/crlf.jsonl'].map(fixture);
    seeds.push(new TextEncoder().encode('{"prompt_id":"a","correct":[true,0.25,"wrong",null],"sample":3}\n{"prompt_id":17,"correct":{"acc":1}}\n{"prompt_id":["x"],"correct":1}\n'));
    const next = random(20261124);
    for (let round = 0; round < MUTATIONS; round++) {
      // A whole first line says that these are lines; records laid out over several lines are read, too, and rightly so.
      const log = joined(FIRST_LINE, mutated(seeds[round % seeds.length] as Uint8Array, next));
      const expected = readByOracle(log);
      const actual = readByReader(log, 1 + Math.floor(next() * log.length));
      const shown = (): string => `seed round ${round}: ${JSON.stringify(new TextDecoder().decode(log))}`;
      assert.deepEqual(actual.malformed, expected.malformed, shown());
      assert.deepEqual(actual.samples, expected.samples.map((sample) => sample.replace(/^(\d+ \d+) [^]*(\/-?\d+ \w+)$/, '$1 ?$2')), shown());
      expected.samples.forEach((sample, at) => {
        const id = sample.replace(/^\d+ \d+ ([^]*)\/-?\d+ \w+$/, '$1');
        const found = actual.ids[at] ?? '';
        const same = id === 'digest' ? /^[\da-f]{32}$/.test(found) : id.startsWith('number ') ? String(Number(found)) === id.slice(7) : JSON.stringify(found) === id;
        assert.ok(same, `${found} is not ${id}; ${shown()}`);
      });
    }
  });
});
