import assert from 'node:assert/strict';
import type { JsonValue } from '../../src/logs/formats/logFormat';
import { readVerdict } from '../../src/logs/verdicts';
import { seededRandom } from '../bench/seededRandom';
import { fixture, fixtureNames, linesOf } from './fixtureFiles';
import { parsedByOracle, valueByOracle } from './jsonOracle';
import { readLog } from './readLog';

/** How many mutated logs are read, and of which seed: many, in slices, with PASSK_MUTATIONS=100000 PASSK_SEED=1. */
const MUTATIONS = Number(process.env['PASSK_MUTATIONS'] ?? 5_000);
const SEED = Number(process.env['PASSK_SEED'] ?? 20261124);
const FIELDS = { prompt: 'prompt_id', sample: 'sample', verdict: 'correct' };
type Fields = typeof FIELDS;
/** What the oracle does not know of is read from where nothing is. */
const NOT_READ = Object.fromEntries(['n', 'c', 'passRate', 'agreement', 'score', 'run', 'filter', 'promptText', 'scoreGrad', 'promptGrad'].map((role) => [role, 'no.such.member']));

/** The samples of a log as "line offset id/sample verdict", and the lines that are malformed, one line at a time through JSON.parse. */
function readByOracle(bytes: Uint8Array, fields: Fields): { samples: string[]; malformed: number[] } {
  const samples: string[] = [];
  const malformed: number[] = [];
  let offset = 0;
  linesOf(bytes).forEach((line, at) => {
    const blank = line.findIndex((byte) => byte !== 0x20 && byte !== 0x0d && byte !== 0x09);
    const start = offset + Math.max(0, blank);
    offset += line.length + 1;
    if (blank < 0) return;
    const record = parsedByOracle(line);
    const id = valueByOracle(record, fields.prompt);
    const verdict = valueByOracle(record, fields.verdict);
    if (record === undefined || noId(id) || verdict === undefined) {
      malformed.push(at + 1);
      return;
    }
    const index = valueByOracle(record, fields.sample);
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

function readByReader(bytes: Uint8Array, fields: Fields, chunkBytes: number): { samples: string[]; malformed: number[]; malformedCount: number; ids: string[] } {
  const { reader, table } = readLog(bytes, 'a.jsonl', chunkBytes, { format: 'generic', fields: { ...NOT_READ, ...fields } });
  const ids: string[] = [];
  const samples = Array.from({ length: table.sampleCount }, (_, sample) => {
    ids.push(table.promptId(table.promptOf(sample)));
    return `${table.lineOf(sample)} ${table.offsetOf(sample)} ?/${table.sampleIndexOf(sample)} ${table.verdictOf(sample)}`;
  });
  return { samples, malformed: reader.malformed.map(({ line }) => line), malformedCount: reader.malformedCount, ids };
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

/** A whole first line says that these are lines; records laid out over several lines are read, too, and rightly so. */
function firstLine({ prompt, verdict }: Fields): Uint8Array {
  const member = (path: string, value: string): string => path.split('.').reduceRight((inner, key) => `{${JSON.stringify(key)}:${inner}}`, value).slice(1, -1);
  return new TextEncoder().encode(`{${member(prompt, '"first"')},${member(verdict, 'true')}}\n`);
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** The fields that a fixture's own format reads, where they are plain members; those of the first line where it has none. */
function fieldsOf(bytes: Uint8Array, name: string): Fields {
  const fields = readLog(bytes, name).reader.format?.fields ?? {};
  const plain = (path: string | undefined): string | undefined => (path !== undefined && /^[\w.]+$/.test(path) ? path : undefined);
  return { prompt: plain(fields.prompt) ?? plain(fields.promptText) ?? FIELDS.prompt, sample: plain(fields.sample) ?? FIELDS.sample, verdict: plain(fields.verdict) ?? FIELDS.verdict };
}

/** Every fixture, without the members that make a record one of a whole prompt, and a log of verdicts and ids in every form. */
function seedLogs(): { readonly name: string; readonly bytes: Uint8Array; readonly fields: Fields }[] {
  const inEveryForm = '{"prompt_id":"a","correct":[true,0.25,"wrong",null],"sample":3}\n{"prompt_id":17,"correct":{"acc":1}}\n{"prompt_id":["x"],"correct":1}\n';
  // Backwards, so that no mutation brings the names back.
  const ofSamples = (name: string): Uint8Array => new Uint8Array(Buffer.from(Buffer.from(fixture(name)).toString('latin1').replaceAll(/"([SQ]_(correct|wrong)|prompt_grad|pass_rate|agreement)"/g, (found) => [...found].reverse().join('')), 'latin1'));
  const fixtures = fixtureNames().map((name) => ({ name, bytes: ofSamples(name), fields: fieldsOf(fixture(name), name) })).filter(({ bytes }) => bytes.length > 1);
  return [...fixtures, { name: 'in every form', bytes: new TextEncoder().encode(inEveryForm), fields: FIELDS }];
}

function assertSame(log: Uint8Array, fields: Fields, chunkBytes: number, name: string): void {
  const expected = readByOracle(log, fields);
  const actual = readByReader(log, fields, chunkBytes);
  const shown = (): string => `${name}, chunks of ${chunkBytes}: ${JSON.stringify(new TextDecoder().decode(log))}`;
  assert.equal(actual.malformedCount, expected.malformed.length, shown());
  // Only the first are kept.
  assert.deepEqual(actual.malformed, expected.malformed.slice(0, 100), shown());
  assert.deepEqual(actual.samples, expected.samples.map((sample) => sample.replace(/^(\d+ \d+) [^]*(\/-?\d+ \w+)$/, '$1 ?$2')), shown());
  expected.samples.forEach((sample, at) => {
    const id = sample.replace(/^\d+ \d+ ([^]*)\/-?\d+ \w+$/, '$1');
    const found = actual.ids[at] ?? '';
    const same = id === 'digest' ? /^[\da-f]{32}$/.test(found) : id.startsWith('number ') ? String(Number(found)) === id.slice(7) : JSON.stringify(found) === id;
    assert.ok(same, `${found} is not ${id}; ${shown()}`);
  });
}

describe('LogReader beside JSON.parse', () => {
  it(`finds the same samples, places and malformed lines in ${MUTATIONS} logs mutated from every fixture, seed ${SEED}`, function () {
    this.timeout(0);
    const seeds = seedLogs();
    assert.ok(seeds.length > 80, `only ${seeds.length} fixtures`);
    const next = seededRandom(SEED);
    for (let round = 0; round < MUTATIONS; round++) {
      const { name, bytes, fields } = seeds[round % seeds.length]!;
      const log = joined(firstLine(fields), mutated(bytes, next));
      assertSame(log, fields, 1 + Math.floor(next() * log.length), `${name}, round ${round}`);
    }
  });
});
