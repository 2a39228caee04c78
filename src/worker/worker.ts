import './translations';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { unreachable, type ToView, type ToWorker, type WorkerData } from '../protocol/messages';
import { comparisonThread } from './comparisonThread';
import { sentence, UnreadRecords } from './inputError';
import { lineRows } from './lineRows';
import { logFiles, type LogFile } from './logFiles';
import { keepRun } from './keptRun';
import { isPacked } from './fileChunks';
import { logReadings } from './logReadings';
import { openRun, type OpenRun } from './openRun';
import { sidecarOf } from './sidecar';
import { sniffLogs } from './sniffLogs';
import { t } from '../texts/t';

const PROGRESS_INTERVAL_MS = 100;

/** The thread of one document: reads its logs at once, then answers what the view asks. The only reader of logs in the editor. */
const port = parentPort;
if (!port) throw new Error('worker.ts runs as a worker thread only');
const { paths, options, checkpoints, indexFolder, translations } = workerData as WorkerData;
const cancelled = new AbortController();
const post = (message: ToView) => port.postMessage(message);

/** What is being worked out or looked for, by request. */
const underWay = new Map<number, AbortController>();
let lastProgress = 0;
/** As far as it has been read. */
let partial: OpenRun | null = null;
const code = ['worker.js', 'formatBook.js', 'analyses.js', 'manyVectors.js', 'archives.js'].map((name) => join(__dirname, name));
const index = indexFolder === undefined ? {} : { index: { folder: indexFolder, code, ...(translations && { translations }) } };
const quietly = { ...options, ...index, threadScript: join(__dirname, 'scanThread.js') };
const reading = { ...quietly, onProgress };
const comparing = checkpoints && comparisonThread(checkpoints, reading, post);
let opening: Promise<OpenRun | null> = comparing ? Promise.resolve(null) : openRun(paths, { ...reading, signal: cancelled.signal, onPartial }).then(
  (run) => {
    show(run, partial !== null);
    keep(run);
    return run;
  },
  (error: unknown) => {
    post({ type: 'failed', request: null, message: cancelled.signal.aborted ? t`Reading was cancelled.` : sentence(error), retry: true, choose: error instanceof UnreadRecords });
    return null;
  },
);
if (!comparing && options.follow === true && paths.length > 0) void Promise.all([opening, logFiles(paths).catch(() => [])]).then(([run, found]) => follow(run, found));
port.on('message', (message: ToWorker) => void (comparing ? comparing(message) : answer(message)));

function onProgress(bytesRead: number, bytesTotal: number, samples: number): void {
  const now = performance.now();
  if (now - lastProgress < PROGRESS_INTERVAL_MS) return;
  lastProgress = now;
  post({ type: 'progress', bytesRead, bytesTotal, samples });
}

/** That it cannot be kept is nobody's loss: the next time it is read again. */
function keep(run: OpenRun): void {
  keepRun(run).catch(() => undefined);
}

function onPartial(run: OpenRun): void {
  const continues = partial !== null;
  partial = run;
  show(run, continues);
}

function show(run: OpenRun, continues: boolean): void {
  post({ type: 'run', run: { ...run.snapshot(), ...(continues && { continues }) } });
}

async function follow(run: OpenRun | null, found: readonly LogFile[]): Promise<void> {
  if (cancelled.signal.aborted) return;
  const { longLogs } = await import('./longLogs');
  const grown = (more: OpenRun) => show(more, true);
  const failed = (error: unknown) => post({ type: 'failed', request: null, message: sentence(error), retry: true });
  let shown = run;
  await longLogs.follow({
    run, found, files: () => logFiles(paths), sidecar: sidecarOf, isPacked, grown, rested: keep, failed, signal: cancelled.signal,
    // Quietly: the old report stays until the new one is there.
    reopen: async (isSameSoFar) => {
      try {
        const again = await openRun(paths, { ...quietly, isGrowing: true, signal: cancelled.signal });
        const before = shown;
        if (shown !== null && shown.run !== again.run && again.logs.table.runs().includes(shown.run)) await again.choose(shown.run);
        opening = Promise.resolve(again);
        partial = shown = again;
        show(again, isSameSoFar && before !== null && again.continues(before));
        return again;
      } catch (error) {
        failed(error);
        return null;
      }
    },
  });
}

async function answer(message: ToWorker): Promise<void> {
  switch (message.type) {
    case 'cancel':
      cancelled.abort();
      return;
    case 'readPrompt':
      return reply(message.request, async (run) => ({ type: 'prompt', request: message.request, detail: await run.detail(message.prompt, message.checkpoint) }), false);
    case 'readSample':
      return reply(message.request, async (run) => ({ type: 'sample', request: message.request, sample: message.sample, texts: await run.texts(message.sample) }), false);
    case 'chooseRun':
      return reply(null, async (run) => {
        await run.choose(message.run);
        return { type: 'run', run: run.snapshot() };
      });
    case 'analyse': {
      const { request, analysis } = message;
      const stop = new AbortController();
      underWay.set(request, stop);
      await reply(request, async (run) => ({ type: 'analysis', request, result: await run.analyse(analysis, stop.signal, (part) => post({ type: 'analysisPart', request, part })) }));
      underWay.delete(request);
      return;
    }
    case 'stopAnalysis':
    case 'stopSearch':
      underWay.get(message.request)?.abort(new Error(t`Stopped.`));
      return;
    case 'readReport':
      return reply(message.request, async (run) => ({ type: 'report', request: message.request, report: run.report(undefined, message.k ?? undefined) }));
    case 'export': {
      const { request, question } = message;
      return reply(request, async (run) => ({ type: 'exported', request, answer: await run.export(question, cancelled.signal) }));
    }
    case 'readLines':
      return reply(message.request, async (run) => {
        const { source, columns } = run.snapshot();
        return { type: 'lines', request: message.request, rows: await lineRows(run.logs, source.run ?? run.logs.table.runs()[0], columns.id, message.file) };
      });
    case 'sniff':
      post({ type: 'sniffed', request: message.request, logs: await sniffLogs(message.paths) });
      return;
    case 'previewReadings':
      try {
        post({ type: 'readings', request: message.request, readings: await logReadings(message.path ?? (await logFiles(paths))[0].path, message.choices, options.errored) });
      } catch (error) {
        post({ type: 'failed', request: message.request, message: sentence(error), retry: false });
      }
      return;
    case 'searchText': {
      const { request, text, caseSensitive = false, fromSample = 0 } = message;
      const stop = new AbortController();
      underWay.set(request, stop);
      await reply(request, async (run) => {
        await run.search({ text, caseSensitive, fromSample }, (hits) => post({ type: 'hits', request, hits }), stop.signal);
        return null;
      });
      underWay.delete(request);
      return;
    }
    default:
      unreachable(message);
  }
}

async function reply(request: number | null, make: (run: OpenRun) => Promise<ToView | null>, needsAll = true): Promise<void> {
  try {
    const run = (needsAll ? null : partial) ?? (await opening);
    const made: ToView | null = run ? await make(run) : { type: 'failed', request, message: t`The log could not be read.`, retry: true };
    if (made !== null) post(made);
  } catch (error) {
    post({ type: 'failed', request, message: sentence(error), retry: false });
  }
}
