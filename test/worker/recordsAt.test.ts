import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { recordsAt } from '../../src/worker/recordsAt';
import { temporaryFolder } from './temporaryFolder';

/** Records from a few bytes to more than a chunk of the reader; the last has no end of line. */
const records = Array.from({ length: 60 }, (_, at) => JSON.stringify({ at, text: `${at},`.repeat(at % 20 === 7 ? 2_000_000 : at * 50) }));
const text = records.join('\n');
const starts = records.map((_, at) => Buffer.byteLength(records.slice(0, at).map((record) => `${record}\n`).join('')));

const digest = (record: string): string => `${record.length} ${createHash('sha256').update(record).digest('hex').slice(0, 16)}`;

async function read(path: string, wanted: readonly number[]): Promise<string[]> {
  const found: string[] = [];
  for await (const bytes of recordsAt(path, wanted.map((at) => starts[at]))) found.push(digest(Buffer.from(bytes).toString().split('\n')[0]));
  return found;
}

describe('recordsAt', () => {
  const folder = temporaryFolder();

  for (const [name, bytes] of [['plain.jsonl', text], ['packed.jsonl.gz', gzipSync(text)]] as const) {
    for (const wanted of [[0], [59], [7, 27, 47], [3, 4, 5, 6, 7, 8], records.map((_, at) => at), []]) {
      it(`reads ${wanted.length > 6 ? 'all records' : wanted.length === 0 ? 'no record' : `records ${wanted.join(', ')}`} of ${name}`, async () => {
        const path = folder.write(name, bytes);
        assert.deepEqual(await read(path, wanted), wanted.map((at) => digest(records[at])));
      });
    }

    it(`says that ${name} has become too short`, async () => {
      const path = folder.write(name, bytes);
      await assert.rejects(async () => {
        for await (const record of recordsAt(path, [starts[59], text.length + 100])) assert.ok(record.length > 0);
      }, /has changed: it no longer has a record at byte \d+\. Refresh/);
    });
  }

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    await assert.rejects(async () => {
      for await (const record of recordsAt(folder.write('stop.jsonl', text), starts, stop.signal)) {
        assert.ok(record.length > 0);
        stop.abort(new Error('enough'));
      }
    }, /enough/);
  });
});
