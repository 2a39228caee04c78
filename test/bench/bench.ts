import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, platform, tmpdir, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../run/command.mjs';
import { npm } from '../run/npm.mjs';
import { benchLogs, writeBenchLog } from './benchLogs';
import { benchTable, type Row } from './benchTable';
import { editorBench } from './editorBench';
import { measure, median, type Measured } from './measure';
import { pageBench } from './pageBench';
import { printPromised } from './promised';
import { readerBench } from './readerBench';
import { viewBench } from './viewBench';
import { workerBench } from './workerBench';
import { BENCH_THREADS, OURS, programs, type Program } from './programs';

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    runs: { type: 'string', default: '5' },
    log: { type: 'string', multiple: true, default: [] },
    memory: { type: 'string', default: '0.1,1' },
    threads: { type: 'string', default: String(BENCH_THREADS) },
    folder: { type: 'string', default: join(tmpdir(), 'passk-bench') },
    output: { type: 'string', default: join(root, 'out/bench.json') },
  },
});
const scale = Number(values.scale);
const runs = Number(values.runs);
const folder = resolve(values.folder);
if (!(scale > 0) || !(runs >= 1)) throw new RangeError('bench: --scale and --runs take numbers above 0');
main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

/** Measures our built command and the peers on each log, in turns, so that whatever else the machine does meets all alike. */
async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const bundle of ['scanner', 'formats', 'cli', 'scan-thread', 'analyses', 'many-vectors']) await npm(['run', `build:${bundle}`]);
  const found = await programs(folder, Number(values.threads));
  const rows: Row[] = [];
  for (const log of benchLogs) {
    if (values.log.length > 0 && !values.log.includes(log.name)) continue;
    const path = writeBenchLog(log, scale, folder);
    const { size } = statSync(path);
    const all = new Map<Program, Measured[]>(found.map((program) => [program, []]));
    for (let run = 0; run < runs; run++) {
      for (const [program, measured] of all) measured.push(await measure(program, path, folder));
    }
    sameCounts(log.name, all);
    const oursSeconds = secondsOf(all.get(found.find(({ name }) => name === OURS) as Program));
    for (const [{ name }, measured] of all) {
      const seconds = secondsOf(measured);
      const usages = measured.flatMap(({ usage }) => usage ?? []);
      rows.push({
        log: log.name, program: name, seconds, megabytesPerSecond: size / 1e6 / seconds, ratio: seconds / oursSeconds,
        processorSeconds: usages.length === 0 ? null : median(usages.map(({ processorSeconds }) => processorSeconds)),
        peakMegabytes: usages.length === 0 ? null : median(usages.map(({ peakMemory }) => peakMemory)) / 1e6,
      });
    }
    print(`${log.title} (${(size / 1e6).toFixed(0)} MB)`, rows.filter((row) => row.log === log.name));
  }
  const ours = found.find(({ name }) => name === OURS) as Program;
  const promised = [
    ...(await readerBench(ours, folder, scale, values.memory.split(',').map(Number))), ...(await workerBench(ours, folder, scale)),
    ...(await viewBench()), ...(await pageBench()), ...(await editorBench(ours, folder, scale)),
  ];
  printPromised(promised);
  const machine = { cpu: cpus()[0]?.model.trim() ?? 'unknown', cores: availableParallelism(), memory: totalmem(), platform: platform(), node: process.versions.node };
  mkdirSync(dirname(values.output), { recursive: true });
  writeFileSync(values.output, `${JSON.stringify({ machine, scale, runs, rows, promised }, null, 1)}\n`);
  writeFileSync(values.output.replace(/(\.json)?$/, '.md'), benchTable(rows, promised, new Map(benchLogs.map(({ name, title }) => [name, title]))));
  console.log(`\n${machine.cpu}, ${machine.cores} cores, Node ${machine.node}; the shortest of ${runs} runs each; written to ${values.output}`);
}

function secondsOf(measured: readonly Measured[] | undefined): number {
  return Math.min(...(measured ?? []).map(({ seconds }) => seconds));
}

/** A program that counts something else has not done the same work. */
function sameCounts(log: string, all: ReadonlyMap<Program, readonly Measured[]>): void {
  const said = [...all].flatMap(([{ name }, measured]) => measured.flatMap(({ counts }) => (counts === null ? [] : [{ name, text: `${counts.samples} samples, ${counts.correct} correct` }])));
  const other = said.find(({ text }) => text !== said[0]?.text);
  if (other) throw new Error(`On the log "${log}" ${said[0]?.name} counts ${said[0]?.text}, but ${other.name} ${other.text}.`);
}

function print(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}\n${'program'.padEnd(30)}${'seconds'.padStart(9)}${'MB/s'.padStart(8)}${'CPU s'.padStart(8)}${'peak MB'.padStart(9)}${'ratio'.padStart(8)}`);
  for (const row of rows) {
    console.log(
      row.program.padEnd(30) + row.seconds.toFixed(3).padStart(9) + row.megabytesPerSecond.toFixed(0).padStart(8) +
        (row.processorSeconds?.toFixed(2) ?? '').padStart(8) + (row.peakMegabytes?.toFixed(0) ?? '').padStart(9) + row.ratio.toFixed(2).padStart(8),
    );
  }
}
