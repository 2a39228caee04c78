import { closeSync, createReadStream, createWriteStream, existsSync, mkdtempSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import { npm } from '../run/npm.mjs';
import { benchLogs, writeBenchLog, type BenchLog } from './benchLogs';
import { BenchWorker } from './benchWorker';
import { measure } from './measure';
import type { Program } from './programs';
import type { Promised } from './promised';

const LINE_BYTES = 1.5e9;
const PROMPTS_LOOKED_AT = 20;
/** A word of every record, and one of none. */
const SEARCHED = [['that every record has', 'the'], ['that no record has', 'nowhere']] as const;

/** What is promised of the editor's worker, once it has a log: opening it again, one prompt of it, a search of all its texts. */
export async function workerBench(ours: Program, folder: string, scale: number): Promise<Promised[]> {
  for (const bundle of ['worker', 'analyses', 'archives', 'long-logs']) await npm(['run', `build:${bundle}`]);
  const text = benchLogs.find(({ name }) => name === 'text') as BenchLog;
  const log = writeBenchLog(text, scale, folder);
  const line = writeOneLine(writeBenchLog(text, (scale * LINE_BYTES) / text.bytes, folder));
  const packed = await writePacked(writeBenchLog(text, scale / 7, folder));
  const { usage, counts } = await measure(ours, line, folder);
  return [
    ...(await ofReading(log)),
    ...(await ofReopening(log, folder)),
    ...(usage && counts ? [{ what: `peak memory, one line of ${size(line)}, ${counts.samples} samples`, measured: usage.peakMemory / 1e6, atMost: 150 + (32 * counts.samples) / 1e6, unit: 'MB' } as const] : []),
    await ofPrompts(`a prompt and its response, ${size(log)} of text`, log, 50),
    await ofPrompts(`a prompt and its response, one line of ${size(line)}`, line, 50),
    await ofPrompts(`a prompt and its response, .gz of ${size(packed)}, unpacked up to it`, packed, null),
    ...(await ofSearching(log)),
  ];
}

async function ofReading(log: string): Promise<Promised[]> {
  const worker = new BenchWorker(log);
  await worker.whole();
  await worker.end();
  const [first = 0, last = 0] = [worker.progress[0], worker.progress.at(-1)];
  return last === first ? [] : [{ what: 'progress is told while a log is read', measured: (1000 * (worker.progress.length - 1)) / (last - first), atMost: 10, unit: 'a second' }];
}

async function ofReopening(log: string, folder: string): Promise<Promised[]> {
  const index = mkdtempSync(join(folder, 'index-'));
  try {
    const first = new BenchWorker(log, index);
    await first.whole();
    while (!readdirSync(index).some((name) => name.endsWith('.passk-index'))) await setTimeout(20);
    await first.end();
    let least = Infinity;
    for (let run = 0; run < 5; run++) {
      const again = new BenchWorker(log, index);
      least = Math.min(least, (await again.whole()).took);
      await again.end();
    }
    return [{ what: `opening ${size(log)} again, unchanged, from the thread's start`, measured: least, atMost: 150, unit: 'ms' }];
  } finally {
    rmSync(index, { recursive: true, force: true });
  }
}

/** The slowest of prompts from all over the log. */
async function ofPrompts(what: string, log: string, atMost: number | null): Promise<Promised> {
  const worker = new BenchWorker(log);
  const { run } = await worker.whole();
  const prompts = run.columns.id.length;
  let most = 0;
  for (let turn = 0; turn < PROMPTS_LOOKED_AT; turn++) {
    const prompt = Math.floor(((turn + 0.5) / PROMPTS_LOOKED_AT) * prompts);
    const opened = await worker.ask({ type: 'readPrompt', request: 1, prompt }, 'prompt');
    const read = await worker.ask({ type: 'readSample', request: 2, sample: opened.message.detail.samples.at(-1)?.sample ?? 0 }, 'sample');
    if (read.message.texts.response === null) throw new Error('bench: a response was not found');
    // The first loads what reads prompts.
    if (turn > 0) most = Math.max(most, opened.took + read.took);
  }
  await worker.end();
  return { what, measured: most, atMost, unit: 'ms' };
}

/** At a gigabyte a second, to the last hit. */
async function ofSearching(log: string): Promise<Promised[]> {
  const worker = new BenchWorker(log);
  const { run } = await worker.whole();
  const promised: Promised[] = [];
  for (const [which, text] of SEARCHED) {
    for (const caseSensitive of [false, true]) {
      let least = Infinity;
      for (let turn = 0; turn < 5; turn++) {
        let hits = 0;
        const { took } = await worker.ask({ type: 'searchText', request: 3, text, caseSensitive }, 'hits', ({ hits: { samples, done } }) => {
          hits += samples.filter((sample) => sample >= 0).length;
          return done;
        });
        if (hits !== (text === 'the' ? run.source.samples : 0)) throw new Error(`bench: ${hits} of ${run.source.samples} samples have the word "${text}"`);
        least = Math.min(least, took);
      }
      promised.push({ what: `searching ${size(log)} for a word ${which}, ${caseSensitive ? 'as written' : 'in either case'}`, measured: least, atMost: statSync(log).size / 1e6, unit: 'ms' });
    }
  }
  await worker.end();
  return promised;
}

/** The records of a log as one array on one line. @returns its path */
function writeOneLine(lines: string): string {
  const path = lines.replace(/\.jsonl$/, '.line.jsonl');
  if (existsSync(path)) return path;
  const [from, to] = [openSync(lines, 'r'), openSync(`${path}.partial`, 'w')];
  const buffer = Buffer.allocUnsafe(1 << 22);
  writeSync(to, '[');
  const { size: bytes } = statSync(lines);
  for (let at = 0; at < bytes; at += buffer.length) {
    const read = readSync(from, buffer, 0, Math.min(buffer.length, bytes - at), at);
    for (let end = buffer.indexOf(0x0a); end >= 0 && end < read; end = buffer.indexOf(0x0a, end + 1)) buffer[end] = at + end === bytes - 1 ? 0x5d : 0x2c;
    writeSync(to, buffer, 0, read);
  }
  closeSync(from);
  closeSync(to);
  renameSync(`${path}.partial`, path);
  return path;
}

async function writePacked(log: string): Promise<string> {
  const path = `${log}.gz`;
  if (existsSync(path)) return path;
  await pipeline(createReadStream(log), createGzip({ level: 1 }), createWriteStream(`${path}.partial`));
  renameSync(`${path}.partial`, path);
  return path;
}

function size(path: string): string {
  return `${(statSync(path).size / 1e6).toFixed(0)} MB`;
}
