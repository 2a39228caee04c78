import * as vscode from 'vscode';
import type { LogReadings, Reading, ReadingChoice, SeenField } from '../protocol/messages';
import { readingText } from './readingText';

type FieldMap = Reading['fields'];
type FieldRole = keyof FieldMap;

/** The roles a user can say a field has, the most needed first. */
const roles = (): readonly { readonly role: FieldRole; readonly title: string; readonly ask: string }[] => [
  { role: 'prompt', title: vscode.l10n.t('Prompt id'), ask: vscode.l10n.t('Which field names the prompt?') },
  { role: 'promptText', title: vscode.l10n.t('Prompt text'), ask: vscode.l10n.t('Which field holds the text of the prompt?') },
  { role: 'verdict', title: vscode.l10n.t('Verdict'), ask: vscode.l10n.t('Which field says whether a sample is correct?') },
  { role: 'response', title: vscode.l10n.t('Response'), ask: vscode.l10n.t('Which field holds the response?') },
  { role: 'sample', title: vscode.l10n.t('Sample number'), ask: vscode.l10n.t('Which field numbers the samples of a prompt?') },
  { role: 'answer', title: vscode.l10n.t('Answer'), ask: vscode.l10n.t('Which field holds the answer taken from the response?') },
  { role: 'target', title: vscode.l10n.t('Target'), ask: vscode.l10n.t('Which field holds the right answer?') },
  { role: 'category', title: vscode.l10n.t('Category'), ask: vscode.l10n.t('Which field holds the category of the prompt?') },
  { role: 'run', title: vscode.l10n.t('Run'), ask: vscode.l10n.t('Which field tells runs, checkpoints or models apart?') },
];

/**
 * Lets the user change the reading of a log field by field, seeing after each change what it gives, until they keep it.
 *
 * @param start the reading to begin with; undefined: nothing is recognised, so that generic records are
 * @returns undefined: nothing was chosen
 */
export async function mapFields(
  title: string, seen: LogReadings, start: Reading | undefined, preview: (choices: readonly ReadingChoice[]) => Promise<LogReadings>,
): Promise<ReadingChoice | undefined> {
  const format = start?.format ?? 'generic';
  let fields: FieldMap = {};
  for (;;) {
    const choice: ReadingChoice = { format, fields };
    const [reading] = (await preview([choice])).readings;
    const works = reading !== undefined && reading.problem === null;
    const items = [
      ...(works ? [{ label: vscode.l10n.t('$(check) Read the Log This Way'), detail: readingText(reading), role: null, ask: '' }] : []),
      ...roles().map(({ role, title: label, ask }) => ({ label, description: `← ${fields[role] ?? reading?.fields[role] ?? vscode.l10n.t('none')}`, role, ask })),
    ];
    const placeHolder = works ? vscode.l10n.t('Choose a field to change, or keep the reading') : (reading?.problem ?? vscode.l10n.t('Choose the fields of the prompt and of the verdict'));
    const picked = await vscode.window.showQuickPick(items, { title, placeHolder });
    if (picked === undefined) return undefined;
    if (picked.role === null) return choice;
    const path = await chooseField(picked.ask, picked.role, seen.fields);
    if (path !== undefined) fields = { ...fields, [picked.role]: path };
  }
}

async function chooseField(title: string, role: FieldRole, fields: readonly SeenField[]): Promise<string | undefined> {
  const other = { label: vscode.l10n.t('$(edit) Another Field…'), detail: vscode.l10n.t('A path such as meta.score or rollouts.*.reward'), field: null, alwaysShow: true };
  const items = [...fields.map((field) => ({ label: field.path, description: field.example, field })), other];
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  if (picked === undefined) return undefined;
  if (picked.field === null) {
    const typed = await vscode.window.showInputBox({ title, prompt: other.detail, validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Type the path of a field.') : null) });
    return typed?.trim();
  }
  return role === 'verdict' && picked.field.isScore ? withThreshold(picked.field.path) : picked.field.path;
}

/** Scores become verdicts by a threshold that is said, not guessed. */
async function withThreshold(path: string): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('From which score on is a sample correct?'),
    prompt: vscode.l10n.t('"{0}" holds scores; this much and more counts as correct.', path),
    value: '0.5',
    validateInput: (value) => (value.trim() !== '' && Number.isFinite(Number(value)) ? null : vscode.l10n.t('Type a number, such as 0.5.')),
  });
  return typed === undefined ? undefined : `${path} >= ${Number(typed)}`;
}
