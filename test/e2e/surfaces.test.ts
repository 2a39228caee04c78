import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conflictLog } from './conflictLog';
import { eventually } from './eventually';
import { closeWorkbenches, makeWorkspace, openWorkbench, photograph } from './stage';
import type { Workbench } from './workbench';

const known = conflictLog();
const first = known.prompts[0]!;
const broken = '{"prompt_id":"a","correct":true}\n{"prompt_id":"a","corr\n{"prompt_id":"b","correct":false}\n';

describe('the editor around the report', () => {
  let workbench: Workbench;
  let folder = '';
  const flagLines = (): Record<string, unknown>[] =>
    readFileSync(join(folder, '.passk/flags.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));

  before(async () => {
    folder = makeWorkspace({
      'run.jsonl': known.text,
      'broken.jsonl': broken,
      'shards/rank0.jsonl': known.text,
      'shards/rank1.jsonl': known.text,
      'chat.jsonl': '{"messages":[{"role":"user","content":"hello"}]}\n',
    });
    workbench = await openWorkbench(folder);
  });
  after(closeWorkbenches);

  it('lists the runs of the workspace, and says what it leaves out', async () => {
    const runs = await workbench.showRuns();
    await runs.getByRole('treeitem', { name: 'run.jsonl', exact: true }).waitFor();
    await runs.getByRole('treeitem', { name: 'shards, 2 shards', exact: true }).waitFor();
    await workbench.page.getByText('1 file is not shown: it does not look like an evaluation log.').waitFor();
    assert.equal(await runs.getByRole('treeitem', { name: 'chat.jsonl' }).count(), 0);
  });

  it('opens a run from the list, which then shows its pass@1', async () => {
    const runs = await workbench.showRuns();
    await runs.getByRole('treeitem', { name: 'run.jsonl', exact: true }).click();
    await workbench.report.answer.filter({ hasText: /^Pass@\d+ training would lower pass@1/ }).waitFor();
    const rate = (await workbench.report.figure('pass@1')).split(' ')[0];
    await runs.getByRole('treeitem', { name: `run.jsonl, pass@1 ${rate}`, exact: true }).waitFor();
    await photograph(workbench, 'runs');
  });

  it('compares a run with the one that is dropped on its report while Shift is held', async () => {
    const { page } = workbench;
    const runs = await workbench.showRuns();
    // What is shown of the run that was clicked lies over the next one, until the mouse has left.
    await page.mouse.move(900, 100);
    await page.locator('.hover-contents').waitFor({ state: 'detached' });
    await runs.getByRole('treeitem', { name: 'shards, 2 shards', exact: true }).hover();
    await page.mouse.down();
    await page.mouse.move(600, 300, { steps: 5 });
    await page.keyboard.down('Shift');
    try {
      // The first moves tell VS Code that Shift is held, and only then does the page hear of the drag.
      for (const y of [400, 420, 440, 460]) await page.mouse.move(900, y, { steps: 5 });
      await workbench.report.frame.getByText('Drop to compare with this run').waitFor();
      await photograph(workbench, 'dropping a run');
    } finally {
      await page.mouse.up();
      await page.keyboard.up('Shift');
    }
    await workbench.tab('run.jsonl ↔ shards').waitFor();
    await page.keyboard.press('Control+F4');
  });

  it('shows a prompt’s numbers above its lines in the text editor, and flags it from there', async () => {
    await workbench.openText('run.jsonl');
    const lens = workbench.page.locator('.codelens-decoration').first();
    await lens.getByText(`${first.correct.filter(Boolean).length} of ${first.correct.length} correct · weight`).waitFor();
    await lens.getByRole('button', { name: 'Flag…' }).click();
    await workbench.pick('negative interference');
    await workbench.page.locator('.quick-input-widget').getByText('A note, for whoever reads the flag').waitFor();
    await workbench.page.keyboard.type('seen in the text');
    await workbench.page.keyboard.press('Enter');
    await lens.getByRole('button', { name: 'negative interference' }).waitFor();
    const [event] = await eventually(flagLines);
    assert.deepEqual([event?.['prompt_id'], event?.['flag'], event?.['note']], [first.id, 'negative-interference', 'seen in the text']);
    assert.equal(typeof event?.['weight'], 'number');
    await photograph(workbench, 'text lenses');
  });

  it('lists flagged prompts and unreadable lines in Problems', async () => {
    await workbench.openText('broken.jsonl');
    await workbench.page.keyboard.press('Control+Shift+M');
    const problems = workbench.page.locator('.markers-panel');
    await problems.getByText(`Prompt ${first.id} is flagged: negative interference (seen in the text).`).waitFor();
    await problems.getByText('This line is left out: ').waitFor();
    await photograph(workbench, 'problems');
  });

  it('edits a flag’s note from the view of flags', async () => {
    const flags = await workbench.showFlagged();
    const item = flags.getByRole('treeitem', { name: first.id });
    await eventually(async () => {
      await item.hover({ timeout: 1000 });
      await item.getByRole('button', { name: 'Edit Flag Note…' }).click({ timeout: 1000 });
    });
    const input = workbench.page.locator('.quick-input-widget input[type=text]');
    await eventually(async () => assert.equal(await input.inputValue(), 'seen in the text'));
    await input.fill('seen twice');
    await workbench.page.keyboard.press('Enter');
    await eventually(() => assert.deepEqual(flagLines().map(({ note, flag }) => [note, flag]), [['seen in the text', 'negative-interference'], ['seen twice', 'negative-interference']]));
  });

  it('copies a link to a prompt, which opens it at its k in another window', async () => {
    const report = workbench.report;
    await workbench.tab('run.jsonl').first().click();
    await report.moveK(4);
    await report.filter.fill(first.id);
    await report.open(first.id);
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.runCommand('Pass@k: Copy Link to This Prompt');
    await workbench.page.getByText('Link to the prompt copied').waitFor();
    const link = await workbench.page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, new RegExp(`^[\\w-]+://passk\\.passk-inspector/open\\?run=run\\.jsonl&prompt=${first.id}&k=4$`));
    const other = await openWorkbench(folder);
    await other.openUrl(link);
    await other.report.pane.getByRole('heading', { level: 2, name: first.id }).waitFor();
    await other.report.answer.filter({ hasText: /^Pass@4 / }).waitFor();
  });

  it('asks before a link opens anything outside of the workspace, and opens nothing where the answer is no', async () => {
    const elsewhere = makeWorkspace({ 'secret.jsonl': known.text });
    const other = await openWorkbench(folder);
    await other.openUrl(`vscode://passk.passk-inspector/open?run=${join(elsewhere, 'secret.jsonl')}`);
    const dialog = other.page.getByRole('dialog').filter({ hasText: 'Open a run outside of this workspace?' });
    await dialog.getByText('secret.jsonl').waitFor();
    await photograph(other, 'link outside');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await other.tab('secret.jsonl').count(), 0);
  });

  it('says in a sentence what is wrong with a link', async () => {
    const other = await openWorkbench(folder);
    await other.openUrl('vscode://passk.passk-inspector/open?prompt=p1');
    await other.notification('This link names no run.').waitFor();
  });
});
