import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conflictLog, countedPassAtK } from './conflictLog';
import { eventually } from './eventually';
import { closeWorkbenches, makeWorkspace, openWorkbench, photograph, restartHost } from './stage';
import type { Workbench } from './workbench';

const known = conflictLog();
const note = 'pulls against 20 easy ones; "quoted", ünïcode';

/** The first number of a figure, "0.590 (0.445 to 0.735)". */
const valueOf = (figure: string): number => Number(/-?\d*\.?\d+/.exec(figure)?.[0]);

describe('the main job', () => {
  let workbench: Workbench;
  let folder = '';

  const flagLines = (): Record<string, unknown>[] =>
    readFileSync(join(folder, '.passk/flags.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  const figuresAre = (k: number): Promise<void> =>
    eventually(async () => {
      assert.ok(Math.abs(valueOf(await workbench.report.figure(`pass@${k}`)) - countedPassAtK(known.prompts, k)) < 6e-4);
    });

  before(async () => {
    folder = makeWorkspace({ 'run.jsonl': known.text });
    workbench = await openWorkbench(folder);
  });
  after(closeWorkbenches);

  it('opens a log from the Explorer and answers whether pass@k training would lower pass@1', async () => {
    const report = await workbench.inspect('run.jsonl');
    await report.answer.filter({ hasText: /^Pass@\d+ training would lower pass@1: inner product .*95% CI/ }).waitFor();
    await photograph(workbench, 'report');
  });

  it('shows pass@1 and pass@k as counting every choice of k samples gives them, with intervals', async () => {
    await figuresAre(1);
    await figuresAre(8);
    assert.match(await workbench.report.figure('pass@8'), /\d.*\d.*\d/);
  });

  it('shows them in the status bar too', async () => {
    await workbench.page.locator('.statusbar').getByText(/pass@1 /).waitFor();
  });

  it('moves k with the slider and draws everything anew', async () => {
    for (const k of [4, 2, 8]) {
      await workbench.report.moveK(k);
      await workbench.report.answer.filter({ hasText: new RegExp(`^Pass@${k} training would lower`) }).waitFor();
      await figuresAre(k);
    }
  });

  it('says at k = 1 that both goals are the same', async () => {
    await workbench.report.moveK(1);
    await workbench.report.answer.filter({ hasText: 'At k = 1 both goals are the same' }).waitFor();
    await workbench.report.moveK(8);
  });

  it('lists the prompts hardest first, and says "unknown" of the agreement of one never solved', async () => {
    const { report } = workbench;
    assert.deepEqual((await report.rows.first().getByRole('gridcell').allInnerTexts()).slice(0, 4), ['hard-29', '', '16', '0']);
    assert.equal(await report.rows.first().getByRole('gridcell').nth(1).getAttribute('aria-label'), '0 of 16 correct');
    assert.equal(await report.cell('hard-29', 'Agreement ± SE'), 'unknown');
    assert.match(await report.cell('hard-21', 'Agreement ± SE'), /^[-−]0\.\d+ ± 0\.\d+$/);
  });

  it('finds prompts by the filter', async () => {
    const { report } = workbench;
    await report.filter.fill('agreement<0 group:hard');
    await report.count.filter({ hasText: /^9 of 30 prompts$/ }).waitFor();
    await report.filter.fill('');
    await report.count.filter({ hasText: /^30 prompts$/ }).waitFor();
  });

  it('opens a prompt from its row: its text, every sample with its verdict, and the response as the file has it', async () => {
    const { report } = workbench;
    await report.open('hard-21');
    await report.pane.getByLabel('Prompt text').filter({ hasText: 'What is 21 + ' }).waitFor();
    const wanted = known.prompts.find(({ id }) => id === 'hard-21')?.correct.map((right, sample) => `sample ${sample}, ${right ? 'correct' : 'wrong'}`);
    assert.deepEqual(await report.samples.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label'))), wanted);
    for (const sample of [0, 5, 15]) {
      await report.samples.nth(sample).click();
      await report.response.filter({ hasText: new RegExp(`The answer of sample ${sample} to hard-21 is `) }).waitFor();
    }
    await photograph(workbench, 'prompt');
  });

  it('opens a prompt from its point in a chart', async () => {
    const { report } = workbench;
    await report.pane.getByRole('button', { name: 'Close prompt' }).click();
    await report.pane.waitFor({ state: 'hidden' });
    await report.clickPoint(report.chart('Pass rate against agreement'));
    await report.pane.waitFor();
    const opened = await report.pane.getByRole('heading', { level: 2 }).innerText();
    assert.ok(known.prompts.some(({ id }) => id === opened), opened);
    await report.response.filter({ hasText: `to ${opened} is` }).waitFor();
  });

  it('opens the line of the sample in the log', async () => {
    const { report } = workbench;
    await report.open('hard-21');
    await report.samples.nth(3).click();
    // The samples stand in the file one after the other, 16 of each prompt.
    const line = 21 * 16 + 3 + 1;
    await report.pane.getByRole('button', { name: `Open source line ${line}` }).click();
    await workbench.page.locator('.statusbar').getByText(`Ln ${line}, Col 1`).waitFor();
    await workbench.page.locator('.monaco-editor').getByText('"hard-21","sample":3').first().waitFor();
    await workbench.page.keyboard.press('Control+F4');
  });

  it('flags a prompt as negatively interfering, with a note, in the file, the table and the view', async () => {
    const { report } = workbench;
    await workbench.tab(/run\.jsonl/).first().click();
    await report.open('hard-21');
    await report.flag(note);
    const [line, ...more] = flagLines();
    assert.ok(line && more.length === 0);
    assert.deepEqual([line['prompt_id'], line['flag'], line['note'], line['k']], ['hard-21', 'negative-interference', note, 8]);
    assert.ok(Number(line['agreement']) < 0 && Number(line['weight']) > 1);
    await eventually(async () => assert.match(await report.cell('hard-21', 'Flag'), /negative-interference/));
    const view = await workbench.showFlagged();
    await view.getByRole('treeitem', { name: /hard-21/ }).filter({ hasText: 'pulls against 20' }).waitFor();
    await photograph(workbench, 'flagged');
  });

  it('has the flag still after VS Code was ended and started again', async () => {
    await restartHost();
    workbench = await openWorkbench(folder);
    const view = await workbench.showFlagged();
    await view.getByRole('treeitem', { name: /hard-21/ }).waitFor();
    const report = await workbench.inspect('run.jsonl');
    await report.answer.waitFor();
    assert.match(await report.cell('hard-21', 'Flag'), /negative-interference/);
  });

  it('opens the prompt of a flag from the view, with its note', async () => {
    const view = await workbench.showFlagged();
    await view.getByRole('treeitem', { name: /hard-21/ }).click();
    await workbench.report.pane.getByRole('heading', { level: 2, name: 'hard-21' }).waitFor();
    await workbench.report.pane.getByText(`negative-interference: ${note}`).waitFor();
  });

  it('takes the flag off again, as one more line of the file', async () => {
    const { report } = workbench;
    await report.pane.getByRole('button', { name: 'Remove flag' }).click();
    await eventually(async () => assert.equal(await report.cell('hard-21', 'Flag'), ''));
    assert.deepEqual(flagLines().map((line) => line['flag']), ['negative-interference', null]);
    await workbench.page.locator('.sidebar').getByRole('treeitem', { name: /hard-21/ }).waitFor({ state: 'detached' });
  });
});
