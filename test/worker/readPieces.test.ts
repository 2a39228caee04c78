import assert from 'node:assert/strict';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { LogReader } from '../../src/logs/logReader';
import { SampleTable } from '../../src/logs/sampleTable';
import { readPieces } from '../../src/worker/readPieces';
import { ScanThreads } from '../../src/worker/scanThreads';
import { outcome, readLog } from '../logs/readLog';
import { temporaryFolder } from './temporaryFolder';

const SCRIPT = resolve('out/test/scanThread.js');

/** Whatever may go wrong where a file is cut: blank, broken and endless lines, escapes, letters of several bytes, duplicates. */
function awkwardLog(): string {
  const line = (sample: number): string => {
    const record = JSON.stringify({ prompt_id: `p${sample % 5}`, sample: sample % 37, correct: sample % 3 === 0, response: 'é😀"\\\n'.repeat(sample % 9) });
    switch (sample % 11) {
      case 3: return `${record}\r`;
      case 5: return `\n  ${record}  `;
      case 7: return record.slice(0, sample % record.length);
      case 9: return JSON.stringify({ prompt_id: 'long', sample, correct: true, response: 'x'.repeat(sample * 3) });
      default: return record;
    }
  };
  // What a reader looks at before anything, so that the rest comes in pieces.
  const head = Array.from({ length: 3 }, (_, sample) => JSON.stringify({ prompt_id: 'head', sample, correct: true, response: 'y'.repeat(90_000) }));
  return [...head, ...Array.from({ length: 220 }, (_, sample) => line(sample))].join('\n');
}

/** Reads the head as any reader does and the rest in pieces. */
async function inPieces(path: string, threads: ScanThreads, pieceBytes: number): Promise<unknown> {
  const table = new SampleTable();
  const reader = new LogReader({ fileIndex: 0, fileName: 'a.jsonl', sink: table });
  const descriptor = openSync(path, 'r');
  try {
    const { length } = readFileSync(path);
    const head = new Uint8Array(4096);
    let at = 0;
    while (reader.wasmLines === null) {
      const read = readSync(descriptor, head, 0, head.length, at);
      assert.notEqual(read, 0, 'the log is longer than what is looked at first');
      at += read;
      reader.push(head.subarray(0, read));
    }
    assert.ok(length - at > 30_000, 'all that is awkward is read in pieces');
    let told = at;
    assert.equal(await readPieces(reader.wasmLines, threads, { path, descriptor }, at, length, (bytes) => void (told += bytes), pieceBytes), length);
    assert.equal(told, length);
  } finally {
    closeSync(descriptor);
  }
  reader.end();
  return outcome({ reader, table });
}

describe('readPieces', () => {
  const folder = temporaryFolder();

  before(() => {
    buildSync({ entryPoints: ['src/worker/scanThread.ts'], bundle: true, platform: 'node', format: 'cjs', outfile: SCRIPT });
  });

  it('gives what one thread gives, wherever the file is cut', async function () {
    this.timeout(120_000);
    const path = folder.write('awkward.jsonl', awkwardLog());
    const bytes = readFileSync(path);
    const whole = outcome(readLog(bytes, 'a.jsonl', bytes.length));
    const threads = new ScanThreads(SCRIPT, 2);
    try {
      // Sizes that share no factor with the lines put a cut at every kind of place.
      for (const pieceBytes of [1, 2, 3, 17, 61, 64, 127, 256, 509, 1021, 4093, 16_381, bytes.length]) {
        assert.deepEqual(await inPieces(path, threads, pieceBytes), whole, `pieces of ${pieceBytes} bytes`);
      }
      for (let pieceBytes = 300; pieceBytes < 340; pieceBytes++) assert.deepEqual(await inPieces(path, threads, pieceBytes), whole, `pieces of ${pieceBytes} bytes`);
    } finally {
      await threads.dispose();
    }
  });

  it('does the work of threads that cannot start, or that die', async () => {
    const path = folder.write('awkward.jsonl', awkwardLog());
    const bytes = readFileSync(path);
    const whole = outcome(readLog(bytes, 'a.jsonl', bytes.length));
    // The real thread, which dies of the third piece it is given.
    const dying = folder.write('dying.cjs', `const fs = require('node:fs'); const { readSync } = fs; let pieces = 0;
fs.readSync = (...given) => { if (++pieces === 3) throw new Error('as a test has it'); return readSync(...given); };
require(${JSON.stringify(SCRIPT)});`);
    for (const script of [folder.path('missing.js'), dying]) {
      const threads = new ScanThreads(script, 2);
      try {
        assert.deepEqual(await inPieces(path, threads, 100), whole);
        assert.deepEqual(await inPieces(path, threads, 1000), whole);
      } finally {
        await threads.dispose();
      }
    }
  });

  it('stops at the piece at which it is told to', async () => {
    const path = folder.write('awkward.jsonl', awkwardLog());
    const reader = readLog(readFileSync(path).subarray(0, 280_000), 'a.jsonl').reader;
    const descriptor = openSync(path, 'r');
    const threads = new ScanThreads(SCRIPT, 1);
    let pieces = 0;
    try {
      assert.ok(reader.wasmLines);
      await assert.rejects(readPieces(reader.wasmLines, threads, { path, descriptor }, 0, 40_000, () => {
        if (++pieces === 5) throw new Error('enough');
      }, 1000), /enough/);
      assert.equal(pieces, 5);
    } finally {
      await threads.dispose();
      closeSync(descriptor);
    }
  });
});
