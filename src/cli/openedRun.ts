import { sentence } from '../worker/inputError';
import { keepRun } from '../worker/keptRun';
import { openRun, type OpenRun } from '../worker/openRun';
import { erroredPolicy, fieldMap, share, wholeNumber } from './options';
import { ProgressLine } from './progressLine';
import { readingCode, threadScript } from './threadScript';

/** The options of every command that reads one run, for Node's parser of arguments. */
export const RUN_OPTIONS = {
  k: { type: 'string', default: '8' },
  format: { type: 'string' },
  field: { type: 'string', multiple: true, default: [] as string[] },
  'format-field': { type: 'string', multiple: true, default: [] as string[] },
  gradients: { type: 'string' },
  'hard-below': { type: 'string', default: '0.10' },
  'easy-above': { type: 'string', default: '0.85' },
  errored: { type: 'string', default: 'drop' },
  threads: { type: 'string' },
  'index-dir': { type: 'string' },
  quiet: { type: 'boolean', default: false },
} as const;

/** What Node's parser makes of them. */
export interface RunValues {
  readonly k: string;
  readonly format?: string | undefined;
  readonly field: readonly string[];
  readonly 'format-field': readonly string[];
  readonly gradients?: string | undefined;
  readonly 'hard-below': string;
  readonly 'easy-above': string;
  readonly errored: string;
  readonly threads?: string | undefined;
  readonly 'index-dir'?: string | undefined;
  readonly quiet: boolean;
}

/**
 * Reads a run, with its progress on a terminal.
 * @param ks more k, for the pass@k rows and the curve
 * @param run the one to take where a log tells several apart; absent: the first
 * @throws UsageError for an option that cannot be read; InputError when nothing can be read
 */
export async function openedRun(paths: readonly string[], values: RunValues, { ks = [], run }: { readonly ks?: readonly number[]; readonly run?: string | undefined } = {}): Promise<OpenRun> {
  const options = {
    k: wholeNumber('k', values.k),
    ks,
    hardBelow: share('hard-below', values['hard-below']),
    easyAbove: share('easy-above', values['easy-above']),
    errored: erroredPolicy(values.errored),
    fields: fieldMap([...values.field, ...values['format-field']]),
    ...(values.format !== undefined && { format: values.format }),
    ...(values.gradients !== undefined && { gradients: values.gradients }),
    ...(run !== undefined && { run }),
    ...(values.threads !== undefined && { threads: wholeNumber('threads', values.threads) }),
    ...(values['index-dir'] !== undefined && { index: { folder: values['index-dir'], code: readingCode } }),
  };
  const progress = new ProgressLine(!values.quiet);
  const opened = await openRun(paths, { ...options, threadScript, onProgress: (bytesRead, bytesTotal, samples) => progress.update(bytesRead, bytesTotal, samples) }).finally(() => progress.done());
  await keepRun(opened).catch((error: unknown) => process.stderr.write(`passk: nothing is kept in ${values['index-dir']}: ${sentence(error)}\n`));
  return opened;
}
