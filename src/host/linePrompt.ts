import * as vscode from 'vscode';
import type { PromptRow } from '../core/reportShape';
import { flagKinds } from '../protocol/flagKinds';
import { flagText, idText, promptText } from './promptText';
import type { SurfaceContext } from './surfaceContext';
import { readTextLog } from './textLog';

/** Opens the prompt of a line in the inspector. Called without a prompt: of the line the cursor is in. */
export async function openLinePrompt(context: SurfaceContext, uri?: unknown, id?: unknown): Promise<void> {
  const { log, prompt } = await promptOf(context, uri, id);
  await context.editors.open(log, prompt.id);
}

/** Flags the prompt of a line, with a reason and a note that the user gives. */
export async function flagLinePrompt(context: SurfaceContext, uri?: unknown, id?: unknown): Promise<void> {
  const { log, prompt, k } = await promptOf(context, uri, id);
  const title = vscode.l10n.t('Flag {0}', idText(prompt.id));
  const kinds = flagKinds.map((flag) => ({ label: flagText(flag), flag }));
  const kind = await vscode.window.showQuickPick(kinds, { title, placeHolder: promptText(prompt) });
  if (kind === undefined) return;
  const note = await vscode.window.showInputBox({ title, prompt: vscode.l10n.t('A note, for whoever reads the flag; it may be empty.') });
  if (note === undefined) return;
  const { weight, agreement } = prompt;
  await context.stores.add(log, [{ prompt_id: prompt.id, flag: kind.flag, note, k, weight, agreement }]);
}

/** Takes the flag off the prompt of a line. */
export async function unflagLinePrompt(context: SurfaceContext, uri?: unknown, id?: unknown): Promise<void> {
  const { log, prompt } = await promptOf(context, uri, id);
  const store = context.stores.forLog(log);
  const flag = store.flags.find(({ prompt_id: flagged }) => flagged === prompt.id);
  if (flag === undefined) throw new Error(vscode.l10n.t('Prompt {0} is not flagged.', idText(prompt.id)));
  await context.stores.remove(store, flag);
}

/** A uri's parts, as a link in a hover hands them over. */
function isUri(given: unknown): given is vscode.Uri {
  return typeof given === 'object' && given !== null && 'scheme' in given && typeof given.scheme === 'string';
}

async function promptOf(context: SurfaceContext, uri: unknown, given: unknown): Promise<{ log: vscode.Uri; prompt: PromptRow; k: number }> {
  const editor = vscode.window.activeTextEditor;
  // From a link in a hover the uri comes as plain data.
  const log = isUri(uri) ? vscode.Uri.from(uri) : editor?.document.uri;
  const id = isUri(uri) && typeof given === 'string' ? given : undefined;
  if (log === undefined) throw new Error(vscode.l10n.t('Put the cursor into a line of an evaluation log first.'));
  if (id === undefined && editor?.document.isDirty === true) throw new Error(vscode.l10n.t('Save the log first: its lines are no longer those in the file.'));
  const text = await readTextLog(context, log);
  const prompt = id === undefined ? text.promptAt(editor?.selection.active.line ?? 0) : (text.prompts.find((each) => each.prompt.id === id)?.prompt ?? null);
  if (prompt === null) throw new Error(vscode.l10n.t('This line belongs to no prompt of the log.'));
  return { log, prompt, k: text.k };
}
