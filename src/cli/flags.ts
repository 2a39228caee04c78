import { parseArgs } from 'node:util';
import type { FlagEvent } from '../flags/flagEvent';
import { FlagFile } from '../flags/flagFile';
import { flagStates, type FlagLog } from '../flags/flagLog';
import { undoEvents } from '../flags/undoEvents';
import { flagsAdd } from './flagsAdd';
import { flagsExport } from './flagsExport';
import { flagsFor } from './flagsFor';
import { RUN_OPTIONS } from './openedRun';
import { parsed } from './options';
import { count } from './textFormat';
import { UsageError } from './usageError';

/** `passk flags`: the flags of a folder, the same file that the editor writes. */
export async function flags(args: readonly string[]): Promise<number> {
  const [action, ...rest] = args;
  const { values, positionals: ids } = parsed(() =>
    parseArgs({
      args: [...rest],
      allowPositionals: true,
      options: {
        ...RUN_OPTIONS,
        flag: { type: 'string', default: 'negative-interference' },
        note: { type: 'string', default: '' },
        run: { type: 'string' },
        rule: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        folder: { type: 'string', default: '.' },
        json: { type: 'boolean', default: false },
        as: { type: 'string', default: 'ids' },
        to: { type: 'string' },
        output: { type: 'string', short: 'o' },
        weights: { type: 'string', default: 'even' },
        'data-source': { type: 'string', default: 'passk' },
      },
    }),
  );
  const file = FlagFile.inFolder(values.folder);
  switch (action) {
    case 'add':
      return flagsAdd(ids, values);
    case 'remove': {
      if (ids.length === 0) throw new UsageError('passk flags remove takes at least one prompt id.');
      const flagged = await flagsFor(values.folder);
      const strange = ids.filter((id) => !flagged.has(id));
      if (strange.length > 0) throw new UsageError(`Not flagged in ${file.path}: ${strange.join(', ')}.`);
      const at = new Date().toISOString();
      await file.append(ids.map((id) => ({ prompt_id: id, run: values.run ?? null, flag: null, note: values.note, k: null, weight: null, agreement: null, at })));
      return 0;
    }
    case 'undo': {
      const undo = undoEvents((await readLog(file)).events, new Date().toISOString());
      if (undo === null) throw new UsageError(`There is nothing to undo in ${file.path}.`);
      await file.append(undo.events);
      const [{ flag }] = undo.act;
      process.stdout.write(`undone: ${flag === null ? 'removing a flag' : `flagging as ${flag}`}, of ${count(undo.events.length, 'prompt')}\n`);
      return 0;
    }
    case 'history': {
      if (ids.length !== 1) throw new UsageError('passk flags history takes one prompt id.');
      const events = (await readLog(file)).events.filter(({ prompt_id: id }) => id === ids[0]);
      process.stdout.write(values.json ? `${JSON.stringify(events, null, 1)}\n` : events.map(historyLine).join(''));
      return 0;
    }
    case 'list': {
      const states = flagStates((await readLog(file)).events);
      if (values.json) process.stdout.write(`${JSON.stringify(states, null, 1)}\n`);
      else for (const { prompt_id, flag, note } of states) process.stdout.write(`${flag}  ${prompt_id}${note === '' ? '' : `  ${note}`}\n`);
      return 0;
    }
    case 'export':
      return flagsExport(flagStates((await readLog(file)).events), values);
    default:
      throw new UsageError(`passk flags takes add, list, remove, undo, history or export${action === undefined ? '' : `, not "${action}"`}.`);
  }
}

/** What the file says; lines that say nothing are named, since they may be somebody's flag. */
async function readLog(file: FlagFile): Promise<FlagLog> {
  const log = await file.read();
  for (const { line, reason } of log.skipped) process.stderr.write(`passk: ${file.path}:${line}: skipped: ${reason}\n`);
  return log;
}

function historyLine({ at, flag, note, run, k, weight, agreement, undoes }: FlagEvent): string {
  const numbers = [...(k === null ? [] : [`k=${k}`]), ...(weight === null ? [] : [`weight=${Number(weight.toPrecision(4))}`]), ...(agreement === null ? [] : [`agreement=${Number(agreement.toPrecision(4))}`])];
  return `${[at === '' ? 'at an unknown time' : at, flag ?? 'no flag', ...numbers, ...(run === null ? [] : [run]), ...(note === '' ? [] : [note]), ...(undoes === undefined ? [] : ['(undo)'])].join('  ')}\n`;
}
