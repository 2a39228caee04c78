import { closeSync, copyFileSync, existsSync, openSync, readSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ToView, ToWorker, WorkerData } from '../../src/protocol/messages';
import { root } from '../run/command.mjs';
import { benchLogs, writeBenchLog, type BenchLog } from './benchLogs';
import { measure } from './measure';
import type { Program } from './programs';
import { shortest, type Promised } from './promised';
import { seededRandom } from './seededRandom';

const DIMENSION = 1024;
const SAMPLES_PER_PROMPT = 32;

/** What is promised of reading beside its speed: memory that does not grow with the text, a quick stop, gradients beside the log. */
export async function readerBench(ours: Program, folder: string, scale: number, gigabytes: readonly number[]): Promise<Promised[]> {
  const text = benchLogs.find(({ name }) => name === 'text') as BenchLog;
  const promised: Promised[] = [];
  for (const size of gigabytes) {
    const { usage, counts } = await measure(ours, writeBenchLog(text, (size * 1e9) / text.bytes, folder), folder);
    if (usage && counts) promised.push({ what: `peak memory, ${size} GB of text, ${counts.samples} samples`, measured: usage.peakMemory / 1e6, atMost: 150 + (32 * counts.samples) / 1e6, unit: 'MB' });
  }
  promised.push({ what: 'from the wish to stop reading to its end', measured: await cancellation(writeBenchLog(text, scale, folder)), atMost: 100, unit: 'ms' });
  const sidecar = writeSidecar(Math.round(640_000 * scale), folder);
  const plain = shortest(3, () => readAll(sidecar.gradients));
  const { seconds, usage } = await measure(ours, sidecar.log, folder);
  const alone = join(folder, `alone-${sidecar.rows}.jsonl`);
  copyFileSync(sidecar.log, alone);
  const without = await measure(ours, alone, folder);
  const rows = `${sidecar.rows} x ${DIMENSION} half floats beside a log`;
  promised.push({ what: `${rows}, both passes`, measured: (seconds * 1000) / plain, atMost: 2, unit: 'times a plain read' });
  promised.push({ what: `${rows}, without the time for the log itself`, measured: ((seconds - without.seconds) * 1000) / plain, atMost: 2, unit: 'times a plain read' });
  // Two sums a prompt in doubles are most of it, and no bound was promised but what it grows with.
  const sums = ((sidecar.rows / SAMPLES_PER_PROMPT) * 2 * DIMENSION * 8) / 1e6;
  if (usage) promised.push({ what: `peak memory, ${rows}, ${sums.toFixed(0)} MB of it sums`, measured: usage.peakMemory / 1e6, atMost: null, unit: 'MB' });
  return promised;
}

/** In the editor's own worker, once it has told of progress. */
async function cancellation(path: string): Promise<number> {
  const workerData: WorkerData = { paths: [path], options: { k: 8, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop', formats: {} } };
  const worker = new Worker(join(root, 'dist/worker.js'), { workerData });
  const cancel: ToWorker = { type: 'cancel' };
  let begun = 0;
  return await new Promise<number>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', (message: ToView) => {
      if (message.type === 'progress' && begun === 0) {
        begun = performance.now();
        worker.postMessage(cancel);
      } else if (message.type === 'failed') resolve(performance.now() - begun);
      else if (message.type === 'run' && !message.run.partial) reject(new Error('bench: the log was read before it could be cancelled'));
    });
  }).finally(() => worker.terminate());
}

function readAll(path: string): void {
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(1 << 20);
  while (readSync(file, buffer, 0, buffer.length, null) > 0);
  closeSync(file);
}

/** A log of verdicts and, beside it, the score vectors of its samples. */
function writeSidecar(rows: number, folder: string): { log: string; gradients: string; rows: number } {
  const log = join(folder, `sidecar-${rows}.jsonl`);
  const gradients = join(folder, `sidecar-${rows}.grads.npy`);
  if (existsSync(log) && statSync(gradients).size > rows * DIMENSION * 2) return { log, gradients, rows };
  const random = seededRandom(4);
  const halves = Uint16Array.from({ length: 1 << 20 }, () => (random() < 0.5 ? 0x8000 : 0) | ((10 + Math.floor(random() * 6)) << 10) | Math.floor(random() * 1024));
  const header = `{'descr': '<f2', 'fortran_order': False, 'shape': (${rows}, ${DIMENSION}), }`.padEnd(117) + '\n';
  const file = openSync(gradients, 'w');
  writeSync(file, Buffer.concat([Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0), Buffer.from(header, 'latin1')]));
  for (let row = 0; row < rows; row++) writeSync(file, halves.subarray(row % 1000 * 7, row % 1000 * 7 + DIMENSION));
  closeSync(file);
  const verdicts = openSync(`${log}.partial`, 'w');
  for (let row = 0; row < rows; row += 1000) {
    const lines = Array.from({ length: Math.min(1000, rows - row) }, (_, at) => JSON.stringify({ prompt_id: `prompt-${(row + at) >> 5}`, sample: (row + at) & 31, correct: random() < (((row + at) >> 5) % 32) / 32 }));
    writeSync(verdicts, `${lines.join('\n')}\n`);
  }
  closeSync(verdicts);
  renameSync(`${log}.partial`, log);
  return { log, gradients, rows };
}
