import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { eventually } from './eventually';
import { closeWorkbenches, makeWorkspace, openWorkbench, photograph } from './stage';
import type { Workbench } from './workbench';

const lines = (record: (task: number, sample: number) => object): string =>
  `${Array.from({ length: 12 }, (_, at) => JSON.stringify(record(at >> 2, at & 3))).join('\n')}\n`;
/** 3 tasks × 4 samples, of which 1, 2 and 3 are right. */
const unknown = lines((task, sample) => ({ alpha: `t${task}`, beta: { gamma: sample <= task } }));
/** Two fields that may be the verdict: by the strict one 0, 1 and 2 are right. */
const twofold = lines((task, sample) => ({ prompt_id: `t${task}`, acc: sample <= task ? 1 : 0, strict: sample < task }));

describe('choosing how a log is read', () => {
  let workbench: Workbench;
  const kept = (): unknown => JSON.parse(readFileSync(join(workbench.folder, '.vscode/settings.json'), 'utf8'))['passk.formats'];
  /** Types into the list that is open now, and takes what is found. */
  const choose = async (title: string, entry: string): Promise<void> => {
    const list = workbench.page.locator('.quick-input-widget').filter({ hasText: title });
    await list.waitFor();
    const row = list.locator('.monaco-list-row').filter({ hasText: entry });
    await row.first().waitFor();
    await list.locator('input[type=text]').fill(entry);
    await list.locator('.monaco-list-row.focused').filter({ hasText: entry }).waitFor();
    await workbench.page.keyboard.press('Enter');
  };

  before(async () => {
    workbench = await openWorkbench(makeWorkspace({ 'logs/unknown.jsonl': unknown, 'twofold.jsonl': twofold }));
  });
  after(closeWorkbenches);

  it('maps the fields of a log that nothing recognises, and keeps that for the folder', async () => {
    await workbench.fileInExplorer('logs').click();
    await workbench.inspect('unknown.jsonl');
    const { frame } = workbench.report;
    await frame.getByRole('alert').filter({ hasText: 'Fields seen: "alpha", "beta"' }).waitFor();
    await photograph(workbench, 'unrecognised');
    await frame.getByRole('button', { name: 'Choose Format and Fields…' }).press('Enter');
    await choose('How to read unknown.jsonl', 'Prompt id');
    await choose('Which field names the prompt?', 'alpha');
    await choose('How to read unknown.jsonl', 'Verdict');
    await choose('Which field says whether a sample is correct?', 'beta.gamma');
    await workbench.page.locator('.quick-input-list').filter({ hasText: 'pass@1 0.500' }).waitFor();
    await photograph(workbench, 'map-fields');
    await choose('How to read unknown.jsonl', 'Read the Log This Way');
    await workbench.report.answer.waitFor();
    assert.match(await workbench.report.figure('pass@1'), /0\.500/);
    assert.deepEqual(kept(), { [`${basename(workbench.folder)}/logs/*.jsonl`]: { format: 'generic', prompt: 'alpha', verdict: 'beta.gamma' } });
  });

  it('takes another field for the verdict, and forgets it again', async () => {
    const report = await workbench.inspect('twofold.jsonl');
    await eventually(async () => assert.match(await report.figure('pass@1'), /0\.500/));
    await report.frame.getByRole('button', { name: 'Change…' }).press('Enter');
    await workbench.page.locator('.quick-input-list').filter({ hasText: '3 prompts · 12 samples · pass@1 0.500' }).waitFor();
    await photograph(workbench, 'choose-format');
    await choose('How to read twofold.jsonl', 'generic records');
    await workbench.page.locator('.quick-input-list').filter({ hasText: 'pass@1 0.250' }).waitFor();
    await choose('How to read twofold.jsonl', 'strict');
    await eventually(async () => assert.match(await report.figure('pass@1'), /0\.250/));
    await workbench.runCommand('Pass@k: Choose Format and Fields…');
    await choose('How to read twofold.jsonl', 'Let the Content Decide');
    await eventually(async () => assert.match(await report.figure('pass@1'), /0\.500/));
    assert.deepEqual(Object.keys(kept() as object), [`${basename(workbench.folder)}/logs/*.jsonl`]);
  });
});
