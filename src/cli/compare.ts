import { parseArgs } from 'node:util';
import { loadComparing } from '../worker/loadComparing';
import { logFiles } from '../worker/logFiles';
import { readLogs } from '../worker/readLogs';
import { coloured } from './colour';
import { compareGate } from './compareGate';
import { loadPrinting } from './loadPrinting';
import { erroredPolicy, fieldMap, parsed, wholeNumber } from './options';
import { ProgressLine } from './progressLine';
import { threadScript } from './threadScript';
import { UsageError } from './usageError';

/** `passk compare`: what moved between two checkpoints of the same prompts, as JSON or as text. */
export async function compare(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        k: { type: 'string', default: '8' },
        json: { type: 'boolean', default: false },
        'before-run': { type: 'string' },
        'after-run': { type: 'string' },
        format: { type: 'string' },
        errored: { type: 'string', default: 'drop' },
        'fail-on': { type: 'string', multiple: true, default: [] },
        'format-field': { type: 'string', multiple: true, default: [] },
        threads: { type: 'string' },
        quiet: { type: 'boolean', default: false },
      },
    }),
  );
  const { format, 'before-run': runBefore, 'after-run': runAfter } = values;
  if (positionals.length < 1 || positionals.length > 2) throw new UsageError('passk compare takes two logs: BEFORE and AFTER.');
  const [pathBefore, pathAfter = pathBefore] = positionals;
  if (pathBefore === pathAfter && (runBefore === undefined || runAfter === undefined || runBefore === runAfter)) {
    throw new UsageError('passk compare takes two logs, or one log with two runs of it: --before-run NAME --after-run NAME.');
  }
  const errored = erroredPolicy(values.errored);
  const k = wholeNumber('k', values.k);
  const gates = values['fail-on'].map((text) => compareGate(text, k));
  const reading = {
    threadScript,
    fields: fieldMap(values['format-field']),
    ...(format !== undefined && { format }),
    ...(values.threads !== undefined && { threads: wholeNumber('threads', values.threads) }),
  };
  const read = async (path: string) => {
    const files = await logFiles([path]);
    const progress = new ProgressLine(!values.quiet);
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    return readLogs(files, { ...reading, onProgress: (bytes, samples) => progress.update((done += bytes), total, samples) }).finally(() => progress.done());
  };
  const before = await read(pathBefore);
  const after = pathAfter === pathBefore ? before : await read(pathAfter);
  const { compareRuns } = await loadComparing();
  const found = compareRuns(
    { logs: before, ...(runBefore !== undefined && { run: runBefore }) },
    { logs: after, ...(runAfter !== undefined && { run: runAfter }) },
    k,
    errored,
  );
  process.stdout.write(values.json ? `${JSON.stringify(found, null, 1)}\n` : (await loadPrinting()).comparisonText(found));
  const failures = gates.flatMap((each) => each.failure(found) ?? []);
  for (const failure of failures) process.stderr.write(`passk: ${coloured('failed', 'bad', process.stderr)}: ${failure}\n`);
  return failures.length > 0 ? 1 : 0;
}
