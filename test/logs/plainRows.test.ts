import assert from 'node:assert/strict';
import type { LogSink } from '../../src/logs/recordSink';
import { SampleTable } from '../../src/logs/sampleTable';
import { seededRandom } from '../bench/seededRandom';
import { fixture, fixtureNames } from './fixtureFiles';
import { outcome, readInto, readLog } from './readLog';

/** More with PASSK_MUTATIONS=1000000. */
const LOGS = Number(process.env['PASSK_MUTATIONS'] ?? 5_000) / 5;
const utf8 = new TextEncoder();

/** Every record goes through its format's reader, as the scanner is not asked for rows. */
function byReader(bytes: Uint8Array, chunkBytes: number): unknown {
  const table = new SampleTable();
  const sink: LogSink = {
    wantsGradients: false,
    recordAt: (file, offset, line) => table.recordAt(file, offset, line),
    sample: (draft) => table.sample(draft),
    promptFacts: (facts) => table.promptFacts(facts),
    textsOf: (promptId, run) => table.textsOf(promptId, run),
    malformed: () => table.malformed(),
    note: (sentence) => table.note(sentence),
    tally: (sentence) => table.tally(sentence),
  };
  return more({ reader: readInto(sink, 0, bytes, 'a.jsonl', chunkBytes), table });
}

function byRows(bytes: Uint8Array, chunkBytes: number): unknown {
  return more(readLog(bytes, 'a.jsonl', chunkBytes));
}

/** What the scanner reads in a row beside what `outcome` tells. */
function more(read: Parameters<typeof outcome>[0]): unknown {
  const { table } = read;
  const samples = Array.from({ length: table.sampleCount }, (_, sample) => [String(table.answerOf(sample)), String(table.lengthOf(sample)), table.categoryOf(table.promptOf(sample)), table.textMarkOf(table.promptOf(sample))]);
  return [outcome(read), samples, table.answerCount, table.lengthCount, table.lengthUnit];
}

function assertSame(bytes: Uint8Array, chunkBytes: number): void {
  assert.deepEqual(byRows(bytes, chunkBytes), byReader(bytes, chunkBytes), JSON.stringify(new TextDecoder().decode(bytes.subarray(0, 5000))));
}

describe('rows that the scanner makes of plain records', () => {
  it('say what the reader says, for every fixture', () => {
    for (const name of fixtureNames()) assertSame(fixture(name), 1 << 16);
  });

  it(`say what the reader says, for ${LOGS} logs of samples in every spelling`, function () {
    this.timeout(0);
    const random = seededRandom(11);
    const one = (values: readonly string[]): string => values[Math.floor(random() * values.length)] as string;
    const some = (part: number, member: () => string): string => (random() < part ? `,${member()}` : '');
    const ids = ['"a"', '"b"', '"a "', '17', '"17"', '1.50', '"\\u0061"', '"é"', '"日本語の長い名前で十六バイトを越えるもの"', '"x\\\\y"', 'null', '["q"]', 'true', `"${'long'.repeat(9)}"`, `"${'z'.repeat(5000)}"`];
    const verdicts = ['true', 'false', 'true', 'false', '1', '0', '1.0', '0.0', '0.5', '-0', '1e0', '"correct"', '"wrong"', 'null', '[true,false]', '2', '01'];
    const numbers = ['0', '1', '2', '3', '31', '999999999', '1234567890', '1.0', '-1', '"3"', 'true', 'false', 'null'];
    const texts = ['"abc"', '""', '"a"', '"b"', '"2 + 2"', `"${'p'.repeat(47)}"`, `"${'p'.repeat(48)}"`, `"${'p'.repeat(49)}q"`, '"\\n\\t\\"\\\\\\/\\b\\f\\r"', '"\\u00e9"', '"\\\\frac{1}{2}"', '42', 'null', '{"a":1}', '[1]', 'true'];
    for (let log = 0; log < LOGS; log++) {
      const lines = Array.from({ length: 3 + Math.floor(random() * 40) }, (_, at) =>
        `{"prompt_id":${at < 2 ? '"a"' : one(ids)},"sample":${at < 2 ? at : one(numbers)},"correct":${at < 2 ? 'true' : one(verdicts)}${some(0.7, () => `"prompt":${one(texts)}`)}${
          some(0.7, () => `"response":${one(texts)}`)}${some(0.5, () => `"answer":${one(texts)}`)}${some(0.4, () => `"category":${one(texts)}`)}${
          some(0.3, () => `"score":${one(numbers)}`)}${some(log % 2, () => `"num_tokens":${one(numbers)}`)}${some(0.1, () => `"prompt_grad":${one(texts)}`)}${
          some(0.1, () => `"score_grad":${one(texts)}`)}${some(log % 3 === 0 ? 0.8 : 0, () => `"checkpoint":${one(ids)}`)}${some(0.05, () => `"correct":${one(verdicts)}`)}}${random() < 0.03 ? '}' : ''}`);
      assertSame(utf8.encode(lines.join(random() < 0.2 ? '\r\n' : '\n')), random() < 0.5 ? 1 << 16 : 1 + Math.floor(random() * 500));
    }
  });

  it('say what the reader says where there are more prompts than the scanner numbers at a time, and come again', () => {
    const lines = Array.from({ length: 60_000 }, (_, at) => `{"prompt_id":"prompt number ${(at * 7919) % 45_001}","correct":${at % 3 === 0},"answer":"${at % 5}"}`);
    assertSame(utf8.encode(lines.join('\n')), 1 << 20);
  });
});
