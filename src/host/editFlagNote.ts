import * as vscode from 'vscode';
import { isFlaggedPrompt } from './isFlaggedPrompt';
import { pickFlag } from './pickFlag';
import { flagText, idText } from './promptText';
import type { SurfaceContext } from './surfaceContext';

/** Changes the note of a flag: the given one, or one that the user picks. The flag and its evidence stay. */
export async function editFlagNote({ stores }: Pick<SurfaceContext, 'stores'>, given?: unknown): Promise<void> {
  const chosen = isFlaggedPrompt(given) ? given : await pickFlag(stores, vscode.l10n.t('Edit Flag Note'));
  if (chosen === undefined) return;
  const { store, flag } = chosen;
  const note = await vscode.window.showInputBox({ title: vscode.l10n.t('Note on {0}, flagged: {1}', idText(flag.prompt_id), flagText(flag.flag)), value: flag.note });
  if (note === undefined || note === flag.note) return;
  const { prompt_id, run, k, weight, agreement, text_digest } = flag;
  const event = { prompt_id, run, flag: flag.flag, note, k, weight, agreement, at: new Date().toISOString(), ...(text_digest !== undefined && { text_digest }) };
  await stores.append(store, [event]);
}
