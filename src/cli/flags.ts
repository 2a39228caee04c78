import { parseArgs } from 'node:util';
import { exportFlags, type FlagExport } from '../flags/exportFlags';
import type { FlagEvent } from '../flags/flagEvent';
import { FlagFile } from '../flags/flagFile';
import { flagStates } from '../flags/flagLog';
import { parsed } from './options';
import { UsageError } from './usageError';

/** `passk flags`: the flags of a folder, the same file that the editor writes. */
export async function flags(args: readonly string[]): Promise<number> {
  const [action, ...rest] = args;
  const { values, positionals: ids } = parsed(() =>
    parseArgs({
      args: [...rest],
      allowPositionals: true,
      options: {
        flag: { type: 'string', default: 'negative-interference' },
        note: { type: 'string', default: '' },
        run: { type: 'string' },
        folder: { type: 'string', default: '.' },
        json: { type: 'boolean', default: false },
        as: { type: 'string', default: 'ids' },
      },
    }),
  );
  const file = FlagFile.inFolder(values.folder);
  const event = (prompt_id: string, flag: string | null): FlagEvent => ({
    prompt_id, run: values.run ?? null, flag, note: values.note, k: null, weight: null, agreement: null, at: new Date().toISOString(),
  });
  switch (action) {
    case 'add':
      if (ids.length === 0) throw new UsageError('passk flags add takes at least one prompt id.');
      if (values.flag === '') throw new UsageError('--flag takes a word such as negative-interference.');
      await file.append(ids.map((id) => event(id, values.flag)));
      return 0;
    case 'remove': {
      if (ids.length === 0) throw new UsageError('passk flags remove takes at least one prompt id.');
      const flagged = await flagsFor(values.folder);
      const strange = ids.filter((id) => !flagged.has(id));
      if (strange.length > 0) throw new UsageError(`Not flagged in ${file.path}: ${strange.join(', ')}.`);
      await file.append(ids.map((id) => event(id, null)));
      return 0;
    }
    case 'list':
    case 'export': {
      const { events, skipped } = await file.read();
      for (const { line, reason } of skipped) process.stderr.write(`passk: ${file.path}:${line}: skipped: ${reason}\n`);
      const states = flagStates(events);
      if (action === 'export') process.stdout.write(exportFlags(states, exportKind(values.as)));
      else if (values.json) process.stdout.write(`${JSON.stringify(states, null, 1)}\n`);
      else for (const { prompt_id, flag, note } of states) process.stdout.write(`${flag}  ${prompt_id}${note === '' ? '' : `  ${note}`}\n`);
      return 0;
    }
    default:
      throw new UsageError(`passk flags takes add, list, remove or export${action === undefined ? '' : `, not "${action}"`}.`);
  }
}

/** Per prompt id, the flag in force in a folder. */
export async function flagsFor(folder: string): Promise<Map<string, string>> {
  const { events } = await FlagFile.inFolder(folder).read();
  return new Map(flagStates(events).map(({ prompt_id, flag }) => [prompt_id, flag]));
}

function exportKind(as: string): FlagExport {
  if (as !== 'ids' && as !== 'jsonl' && as !== 'csv') throw new UsageError(`--as takes ids, jsonl or csv, not "${as}".`);
  return as;
}
