import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { parseFilter } from '../core/filter/parseFilter';
import type { PromptRow } from '../core/reportShape';
import type { FlagEvent } from '../flags/flagEvent';
import { FlagFile } from '../flags/flagFile';
import { flagsFor } from './flagsFor';
import { openedRun, type RunValues } from './openedRun';
import { wholeNumber } from './options';
import { count } from './textFormat';
import { UsageError } from './usageError';

export interface AddValues extends RunValues {
  readonly flag: string;
  readonly note: string;
  readonly run?: string | undefined;
  readonly rule?: string | undefined;
  readonly folder: string;
  readonly 'dry-run': boolean;
}

/** What a flag remembers of its prompt. */
type Evidence = Pick<FlagEvent, 'prompt_id' | 'k' | 'weight' | 'agreement' | 'text_digest'>;

/**
 * `passk flags add`: flags prompts by id, or all that a rule names in a log. Where the log is there, each flag keeps the prompt's
 * weight, agreement and the digest of its text.
 */
export async function flagsAdd(ids: readonly string[], values: AddValues): Promise<number> {
  const { rule, run } = values;
  if (rule === undefined && ids.length === 0) throw new UsageError('passk flags add takes at least one prompt id, or --rule RULE --run LOG.');
  if (rule !== undefined && ids.length > 0) throw new UsageError('passk flags add takes prompt ids or --rule, not both.');
  if (rule !== undefined && run === undefined) throw new UsageError('--rule takes --run LOG beside it, the log whose prompts it is about.');
  if (values.flag === '') throw new UsageError('--flag takes a word such as negative-interference.');
  const isThere = run !== undefined && (await exists(run));
  if (rule !== undefined && !isThere) throw new UsageError(`No such file or folder: ${run}.`);
  const evidence = run !== undefined && isThere ? await evidenceIn(run, ids, rule, values) : ids.map(unknownEvidence);
  if (rule !== undefined || values['dry-run']) process.stderr.write(`passk: ${values['dry-run'] ? 'would flag' : 'flagging'} ${count(evidence.length, 'prompt')} as ${values.flag}\n`);
  if (values['dry-run']) {
    for (const { prompt_id: id } of evidence) process.stdout.write(`${id}\n`);
    return 0;
  }
  const at = new Date().toISOString();
  const note = rule === undefined ? values.note : values.note === '' ? `rule: ${rule}` : `${values.note} (rule: ${rule})`;
  const events = evidence.map((each) => ({ ...each, run: run === undefined ? null : runName(values.folder, run), flag: values.flag, note, at }));
  await FlagFile.inFolder(values.folder).append(events);
  return 0;
}

async function evidenceIn(run: string, ids: readonly string[], rule: string | undefined, values: AddValues): Promise<Evidence[]> {
  const opened = await openedRun([run], values);
  const { promptTable } = opened.report(await flagsFor(values.folder));
  const rows = rule === undefined ? named(promptTable, ids, run) : ruled(promptTable, rule);
  const answer = await opened.export({ kind: 'standings', ids: rows.map(({ id }) => id) }, new AbortController().signal);
  const digests = new Map(answer.kind === 'standings' ? answer.standings.map(({ id, textDigest }) => [id, textDigest]) : []);
  const k = wholeNumber('k', values.k);
  return rows.map(({ id, weight, agreement }) => {
    const digest = digests.get(id);
    return { prompt_id: id, k, weight, agreement, ...(digest != null && { text_digest: digest }) };
  });
}

function named(table: readonly PromptRow[], ids: readonly string[], run: string): PromptRow[] {
  const rows = new Map(table.map((row) => [row.id, row]));
  const strange = ids.filter((id) => !rows.has(id));
  if (strange.length > 0) throw new UsageError(`Not in ${run}: ${strange.join(', ')}.`);
  return [...new Set(ids)].flatMap((id) => rows.get(id) ?? []);
}

/** A rule that cannot be read in full is refused: half of it would name more prompts than was meant. */
function ruled(table: readonly PromptRow[], rule: string): PromptRow[] {
  const filter = parseFilter(rule, table);
  if (!filter.ok) throw new UsageError(filter.message);
  return table.filter(filter.matches);
}

function unknownEvidence(id: string): Evidence {
  return { prompt_id: id, k: null, weight: null, agreement: null };
}

/** As the editor names it: relative to the folder with `/`, so that it holds on other machines; else absolute. */
function runName(folder: string, run: string): string {
  const way = relative(resolve(folder), resolve(run));
  return way === '' || way.startsWith('..') || isAbsolute(way) ? resolve(run) : way.split(sep).join('/');
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false; // a name of a run that lies elsewhere is a name too
  }
}
