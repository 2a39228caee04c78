import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { LogReadings, Reading, ReadingChoice } from '../protocol/messages';
import { askDocument } from './askDocument';
import { keepReading } from './formatSetting';
import { mapFields } from './mapFields';
import { notice } from './notice';
import { readingItem } from './readingText';
import type { RunDocument } from './runDocument';
import type { SurfaceContext } from './surfaceContext';

interface Step extends vscode.QuickPickItem {
  readonly next: () => Promise<ReadingChoice | null | undefined>;
}

/**
 * Lets the user choose how the log in the active editor is read: its format and which field is the verdict, or each field, with
 * what every choice would give. The choice goes into the setting `passk.formats`, and a changed setting reads the log anew.
 */
export async function chooseFormat({ editors }: SurfaceContext): Promise<void> {
  const document = editors.active?.document;
  if (document === undefined) {
    void notice(vscode.l10n.t('Open an evaluation log in Pass@k Inspector first.'));
    return;
  }
  const file = await chooseFile(document);
  if (file === undefined) return;
  const seen = await previews(document, file.path, null);
  if (seen.fields.length === 0) {
    void notice(vscode.l10n.t('{0} holds no JSON record of which fields could be chosen.', basename(seen.path)));
    return;
  }
  const choice = await chooseReading(document, seen);
  if (choice !== undefined) await keepReading(seen.path, file.alone, choice);
}

/** The files of a run are read alike, unless they are of several formats: then one is chosen. undefined: none was. */
async function chooseFile(document: RunDocument): Promise<{ path: string | null; alone: boolean } | undefined> {
  const files = document.run?.source.files ?? [];
  if (new Set(files.map(({ format }) => format)).size < 2) return { path: files[0]?.path ?? null, alone: false };
  const items = files.map(({ path, format, samples }) => ({ label: basename(path), description: format, detail: vscode.l10n.t('{0} samples', samples), path }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which of the files is read wrongly?') });
  return picked && { path: picked.path, alone: true };
}

/** null: the content decides; undefined: nothing was chosen. */
async function chooseReading(document: RunDocument, seen: LogReadings): Promise<ReadingChoice | null | undefined> {
  const { path, readings } = seen;
  const title = vscode.l10n.t('How to read {0}', basename(path));
  const current = document.run?.source.files.find((file) => file.path === path)?.format;
  const preview = (choices: readonly ReadingChoice[]) => previews(document, path, choices);
  const map = (start: Reading | undefined) => mapFields(title, seen, start, preview);
  const items: (Step | vscode.QuickPickItem)[] = readings.map((reading): Step => ({
    ...readingItem(reading, reading.format === current),
    next: () => chooseVerdict(title, reading, preview),
  }));
  items.push(
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    {
      label: vscode.l10n.t('$(list-selection) Map the Fields…'), detail: vscode.l10n.t('Say which field is the prompt, the verdict, the response'), alwaysShow: true,
      next: () => map(readings.find(({ format }) => format === current) ?? readings[0]),
    } satisfies Step,
    {
      label: vscode.l10n.t('$(discard) Let the Content Decide'), detail: vscode.l10n.t('Forget what was chosen for the logs of this folder'), alwaysShow: true,
      next: () => Promise.resolve(null),
    } satisfies Step,
  );
  if (readings.every(({ problem }) => problem !== null)) return map(undefined);
  const placeHolder = seen.beginning === null
    ? vscode.l10n.t('What each format reads in it')
    : vscode.l10n.t('What each format reads in its first {0} MB', Math.max(1, Math.round(seen.beginning / 1e6)));
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true, matchOnDetail: true });
  return picked !== undefined && 'next' in picked ? picked.next() : undefined;
}

/** Which of several fields is the verdict, where the records have several. */
async function chooseVerdict(title: string, reading: Reading, preview: (choices: readonly ReadingChoice[]) => Promise<LogReadings>): Promise<ReadingChoice | undefined> {
  const { format, verdicts, fields } = reading;
  if (verdicts.length < 2) return { format };
  const choices = verdicts.map((verdict): ReadingChoice => ({ format, ...(verdict !== fields.verdict && { fields: { verdict } }) }));
  const { readings } = await preview(choices);
  const items = readings.map((each, at) => ({ ...readingItem(each, verdicts[at] === fields.verdict), label: verdicts[at]!, choice: choices[at]! }));
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Which field is the verdict?'), matchOnDetail: true });
  return picked?.choice;
}

async function previews(document: RunDocument, path: string | null, choices: readonly ReadingChoice[] | null): Promise<LogReadings> {
  return (await askDocument(document, { type: 'previewReadings', path, choices })).readings;
}
