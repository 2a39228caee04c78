import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { openRun } from '../../src/worker/openRun';
import { temporaryFolder } from './temporaryFolder';
import { zipArchive } from './zipArchive';

const OPTIONS = { k: 1, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop' } as const;
const CONVERT = 'Write its samples as JSON Lines, one a line (docs/convert.md in the repository shows how).';
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const zip = (...names: readonly string[]): Uint8Array => zipArchive(names.map((name) => ({ name, method: 0, packed: bytes('x'), size: 1 })));
const good = (id: string): string => `${JSON.stringify({ prompt_id: id, correct: true })}\n`;

describe('files that are no logs', () => {
  const folder = temporaryFolder();
  const refusal = (name: string, content: string | Uint8Array): Promise<string> => openRun([folder.write(name, content)], OPTIONS).then(() => 'read', (error: Error) => error.message.slice(error.message.indexOf(': ') + 2));

  const FILES: readonly [name: string, content: string | Uint8Array, what: string, hint: string][] = [
    ['rollout.pt', zip('archive/data.pkl', 'archive/version'), 'saved by PyTorch (.pt)', CONVERT],
    ['old.pt', bytes('\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19.\x80\x02M\xe9\x03.'), 'saved by PyTorch (.pt)', CONVERT],
    ['samples.pkl', bytes('\x80\x04\x95\x10\0\0\0\0\0\0\0]'), 'a Python pickle (.pkl)', CONVERT],
    ['grads.npz', zip('arr_0.npy'), 'an archive of NumPy arrays (.npz)', CONVERT],
    ['grads.npy', bytes('\x93NUMPY\x01\0v\0{\'descr\': \'<f4\'}'), 'a NumPy array', 'Open the log that it belongs to.'],
    ['grads.safetensors', bytes(`\x46\0\0\0\0\0\0\0{"score_grad":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]}}    `), 'a safetensors file', 'Open the log that it belongs to.'],
    ['data.arrow', bytes('ARROW1\0\0\xff\xff\xff\xff'), 'an Arrow file (.arrow, .feather)', CONVERT],
    ['data-00000-of-00001.arrow', bytes('\xff\xff\xff\xff\x10\x02\0\0\x10\0\0\0'), 'an Arrow stream (.arrow)', CONVERT],
    ['evals.sqlite', bytes('SQLite format 3\0\x10\0'), 'a SQLite database', CONVERT],
    ['evals.duckdb', bytes('\x01\x02\x03\x04\x05\x06\x07\x08DUCK\x40\0'), 'a DuckDB database', CONVERT],
    ['book.xlsx', zip('[Content_Types].xml'), 'a workbook (.xlsx)', CONVERT],
    ['grads.h5', bytes('\x89HDF\r\n\x1a\n\0\0'), 'an HDF5 file', CONVERT],
    ['shard.jsonl', gzipSync(good('a')), 'compressed with gzip', 'Give it its name ending .gz, or decompress it.'],
    ['shard2.jsonl', bytes('\x28\xb5\x2f\xfd\0\x58'), 'compressed with Zstandard', 'Give it its name ending .zst, or decompress it.'],
    ['rows.jsonl', bytes('PAR1\x15\0'), 'a Parquet file', 'Give it its name ending .parquet.'],
    ['log.zip', zip('_journal/start.json', 'header.json'), 'an archive of Inspect', 'Give it its name ending .eval.'],
    ['outputs.zip', zip('outputs/a.jsonl'), 'a zip archive', 'Unpack it and open the log inside.'],
    ['logs.tar', bytes(`logs/a.jsonl${'\0'.repeat(245)}ustar\x0000`), 'a tar archive', 'Unpack it and open the log inside.'],
    ['logs.jsonl.gz', gzipSync(bytes(`logs/a.jsonl${'\0'.repeat(245)}ustar\x0000`)), 'a tar archive', 'Unpack it and open the log inside.'],
  ];
  for (const [name, content, what, hint] of FILES) {
    it(`are named, as ${name} is ${what}`, async () => assert.equal(await refusal(name, content), `The file is ${what}, not text. ${hint}`));
  }

  it('are tables, with commas, tabs or semicolons', async () => {
    const sentence = `The file is a table of values set apart by commas, tabs or semicolons, not JSON. ${CONVERT}`;
    for (const table of ['id,correct\na,1\n', 'id\tcorrect\tresponse\na\t1\tb, c\n', '\ufeffid;correct\r\na;1\r\n', 'id,prompt,correct\na,"One, two\nthree",1\n', `id,correct,response\na,1,${'x'.repeat(9000)}\n`]) {
      assert.equal(await refusal('table.csv', table), sentence, JSON.stringify(table));
    }
  });

  it('are no tables where bytes of no text happen to lie between commas', async () => {
    assert.match(await refusal('noise.jsonl', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 197) % 256))), /The file is binary, not text\./);
  });

  it('are dictionaries as Python prints them', async () => {
    assert.match(await refusal('dicts.jsonl', "{'prompt_id': 'a', 'correct': True}\n"), /^The file holds Python's dictionaries, in single quotes, not JSON\. Write them with json\.dumps/);
  });

  it('are not taken for what is a log, whatever its first line is', async () => {
    for (const first of ['started at 12:00, step 1\n', 'a,b\nc,d\n', '"x"\n', '\ufeff', '\n\n', '\0\0\0\0\n', '# comment, with, commas\n']) assert.equal(await refusal('log.jsonl', `${first}${good('a')}${good('b')}`), 'read', JSON.stringify(first));
    assert.equal(await refusal('values.jsonl', '1\n2\n'), 'The records are lists or plain values, not objects; there is no verdict in them.');
  });

  const real = '../shared/data/logs/influence-features/pomonam+kronfluence/examples/swag/files/margins.pt';
  if (existsSync(real)) {
    it('are named in a real archive by PyTorch', async () => assert.rejects(openRun([real], OPTIONS), /margins\.pt: The file is saved by PyTorch \(\.pt\), not text\./));
  }
});
