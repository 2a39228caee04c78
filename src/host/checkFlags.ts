import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { FlagState } from '../flags/flagEvent';
import { staleKey } from '../flags/staleKey';
import type { PromptStanding } from '../protocol/exporting';
import { askDocument } from './askDocument';
import { namedRun, runName } from './flagHome';
import type { FlagStore } from './flagStore';
import { notAFile } from './notAFile';
import { numberText } from './numberText';
import type { RunDocument } from './runDocument';

/**
 * Holds the flags of a log's home against the run that is open: which of them may no longer hold, since the prompt's text is
 * another one, or, by a run that is newer than the one it was flagged in, since it does not interfere or is not hard any more.
 */
export async function checkFlags(document: RunDocument, store: FlagStore): Promise<void> {
  const { run, uri } = document;
  if (run === null || run.partial || store.flags.length === 0) return;
  const answered = await askDocument(document, { type: 'export', question: { kind: 'standings', ids: store.flags.map(({ prompt_id: id }) => id) } });
  if (answered.answer.kind !== 'standings') return;
  const standings = new Map(answered.answer.standings.map((standing) => [standing.id, standing]));
  const here = runName(store.home, uri);
  const writtenAt = await latestWrite(run.source.files.map(({ path }) => path));
  const found = new Map<string, string>();
  for (const flag of store.flags) {
    const standing = standings.get(flag.prompt_id);
    if (standing === undefined) continue;
    const sentence = staleSentence(flag, standing, writtenAt > (await flaggedRunAt(store, flag)), here);
    if (sentence !== null) found.set(staleKey(flag), sentence);
  }
  store.setStale(here, found);
}

/**
 * Why a flag may no longer hold, as a sentence; null where nothing speaks against it.
 * @param isNewer whether the run is newer than the one in which the prompt was flagged
 */
export function staleSentence(flag: FlagState, standing: PromptStanding, isNewer: boolean, run: string): string | null {
  if (flag.text_digest !== undefined && standing.textDigest !== null && flag.text_digest !== standing.textDigest) {
    return vscode.l10n.t('Its text in {0} is not the one that was flagged.', run);
  }
  if (!isNewer) return null;
  if (flag.flag === 'hard' && standing.group !== null && standing.group !== 'hard') {
    return standing.group === 'easy' ? vscode.l10n.t('It is easy in {0}, a newer run.', run) : vscode.l10n.t('It is no longer hard in {0}, a newer run.', run);
  }
  const was = flag.agreement;
  const is = standing.agreement;
  if (flag.flag === 'negative-interference' && was !== null && was < 0 && is !== null && is >= 0) {
    return vscode.l10n.t('It no longer pulls against the rest in {0}, a newer run: agreement {1}, it was {2}.', run, numberText(is), numberText(was));
  }
  return null;
}

/** When the run of a flag was last written; the flag's own time where that is not known. */
async function flaggedRunAt({ home }: FlagStore, { run, at }: FlagState): Promise<number> {
  const flagged = Date.parse(at);
  const known = Number.isNaN(flagged) ? Infinity : flagged;
  if (run === null) return known;
  const written = await latestWrite([namedRun(home, run).fsPath]);
  // A run that grew since it was flagged is a newer one.
  return written === -Infinity ? known : Math.min(written, known);
}

async function latestWrite(paths: readonly string[]): Promise<number> {
  let latest = -Infinity;
  for (const path of paths) {
    try {
      latest = Math.max(latest, (await stat(path)).mtimeMs);
    } catch (error) {
      if (!notAFile(error)) throw error;
    }
  }
  return latest;
}
