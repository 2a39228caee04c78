import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { logFiles } from '../worker/logFiles';
import { promptSummaries } from '../worker/promptSummaries';
import { readLogs } from '../worker/readLogs';
import { erroredPolicy, fieldMap, parsed, wholeNumber } from './options';
import { threadScript } from './threadScript';
import { UsageError } from './usageError';

/** `passk summarize`: one record a prompt with its sufficient statistics, which add up over shards and machines. */
export async function summarize(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o' },
        format: { type: 'string' },
        gradients: { type: 'string' },
        errored: { type: 'string', default: 'drop' },
        'format-field': { type: 'string', multiple: true, default: [] },
        threads: { type: 'string' },
        quiet: { type: 'boolean', default: false },
      },
    }),
  );
  const { output, format, gradients } = values;
  if (positionals.length === 0) throw new UsageError('passk summarize takes the path of at least one log.');
  if (output === undefined) throw new UsageError('passk summarize takes -o FILE, the file to write.');
  const errored = erroredPolicy(values.errored);
  const logs = await readLogs(await logFiles(positionals), {
    threadScript,
    fields: fieldMap(values['format-field']),
    ...(format !== undefined && { format }),
    ...(values.threads !== undefined && { threads: wholeNumber('threads', values.threads) }),
  });
  const notes: string[] = [];
  const records = await promptSummaries(logs, errored, notes, gradients);
  await writeFile(output, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  if (!values.quiet) for (const note of notes) process.stderr.write(`passk: ${note}\n`);
  if (!values.quiet) process.stdout.write(`${records.length} prompts written to ${output}\n`);
  return 0;
}
