import { parseArgs } from 'node:util';
import { compareRuns } from '../worker/compareRuns';
import { logFiles } from '../worker/logFiles';
import { readLogs } from '../worker/readLogs';
import { comparisonText } from './comparisonText';
import { erroredPolicy, parsed, wholeNumber } from './options';
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
  const read = async (path: string) => readLogs(await logFiles([path]), { threadScript, ...(format !== undefined && { format }) });
  const before = await read(pathBefore);
  const after = pathAfter === pathBefore ? before : await read(pathAfter);
  const found = compareRuns(
    { logs: before, ...(runBefore !== undefined && { run: runBefore }) },
    { logs: after, ...(runAfter !== undefined && { run: runAfter }) },
    k,
    errored,
  );
  process.stdout.write(values.json ? `${JSON.stringify(found, null, 1)}\n` : comparisonText(found));
  return 0;
}
