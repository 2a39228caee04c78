import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conflictLog } from './conflictLog';
import { eventually } from './eventually';
import type { Report } from './report';
import { closeWorkbenches, makeWorkspace, openWorkbench, photograph } from './stage';
import type { Workbench } from './workbench';

describe('somebody who looks for prompts', () => {
  let workbench: Workbench;
  let report: Report;
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await workbench.page.keyboard.press(key);
  };
  const ids = (): Promise<string[]> => report.rows.evaluateAll((rows) => rows.map((row) => row.firstElementChild?.textContent ?? ''));
  const chosen = (): Promise<string[]> => report.rows.evaluateAll((rows) => rows.filter((row) => row.getAttribute('aria-selected') === 'true').map((row) => row.firstElementChild?.textContent ?? ''));
  const said = (text: string): Promise<void> => report.frame.getByRole('status').filter({ hasText: text }).waitFor();
  const heading = (name: string) => report.table.getByRole('columnheader', { name, exact: true });

  before(async () => {
    workbench = await openWorkbench(makeWorkspace({ 'run.jsonl': conflictLog().text, 'notes.txt': 'notes\n' }));
    report = await workbench.inspect('run.jsonl');
    await report.count.filter({ hasText: /^30 prompts$/ }).waitFor();
  });
  after(closeWorkbenches);

  it('loses no letter that is typed right after Ctrl+F', async () => {
    await report.answer.click();
    await workbench.page.keyboard.press('Control+F');
    await workbench.page.keyboard.type('hard-2');
    await eventually(async () => assert.equal(await report.filter.inputValue(), 'hard-2'));
    await report.count.filter({ hasText: '10 of 30' }).waitFor();
  });

  it('completes a term by keyboard', async () => {
    await press('Control+F');
    await workbench.page.keyboard.type('st');
    await report.frame.getByRole('option', { name: /^state:/ }).waitFor();
    await press('ArrowDown', 'Enter', 'ArrowDown');
    await report.frame.getByRole('option', { name: 'state:unsolved', selected: true }).waitFor();
    await photograph(workbench, 'completions');
    await press('Enter');
    await eventually(async () => assert.equal(await report.filter.inputValue(), 'state:unsolved '));
    await eventually(async () => assert.deepEqual(await ids(), ['hard-29']));
  });

  it('reads what is wrong with a term, and that nothing passes', async () => {
    await report.filter.fill('state:solved p>1');
    await report.frame.getByRole('alert').filter({ hasText: '“state:solved” is not a state; use unsolved, mixed or saturated.' }).waitFor();
    await report.frame.getByText('None of 30 prompts passes this filter.').waitFor();
    await report.frame.getByRole('region', { name: 'Prompts' }).getByRole('button', { name: 'Clear the filter' }).last().click();
    await report.count.filter({ hasText: /^30 prompts$/ }).waitFor();
  });

  it('looks for a text in all responses, and goes from hit to hit', async () => {
    await report.filter.fill('text:"sample 3 to hard-2" group:hard');
    await said('“sample 3 to hard-2” is in 10 responses of 10 prompts.');
    await report.count.filter({ hasText: 'of 30' }).waitFor();
    await report.frame.getByRole('button', { name: 'Next hit' }).click();
    await report.response.filter({ hasText: 'The answer of sample 3 to hard-29' }).waitFor();
    await press('F3');
    await report.response.filter({ hasText: 'The answer of sample 3 to hard-20' }).waitFor();
    await press('Shift+F3');
    await report.response.filter({ hasText: 'The answer of sample 3 to hard-29' }).waitFor();
    await photograph(workbench, 'hits');
    await report.pane.getByRole('button', { name: 'Close prompt' }).click();
    await report.filter.fill('text:"no such text"');
    await said('“no such text” is nowhere.');
    await report.filter.fill('');
  });

  it('sorts by several columns', async () => {
    await heading('Group').getByRole('button').click();
    await heading('Prompt').getByRole('button').click({ modifiers: ['Shift'] });
    await heading('Prompt').getByRole('button').click({ modifiers: ['Shift'] });
    await eventually(async () => assert.deepEqual((await ids()).slice(0, 3), ['hard-29', 'hard-28', 'hard-27']));
    assert.equal(await heading('Prompt').getAttribute('aria-sort'), 'descending');
    assert.equal(await heading('Group').getAttribute('aria-sort'), 'ascending');
  });

  it('chooses some prompts by keyboard and flags them at once', async () => {
    await report.filter.fill('agreement<0');
    await eventually(async () => assert.equal((await ids())[0], 'hard-28'));
    await report.table.focus();
    await press('Home', ' ', 'ArrowDown', 'ArrowDown', 'Shift+ ');
    await eventually(async () => assert.deepEqual(await chosen(), ['hard-28', 'hard-27', 'hard-26']));
    await press('Shift+ArrowUp');
    await eventually(async () => assert.deepEqual(await chosen(), ['hard-28', 'hard-27']));
    await report.row('hard-21').click({ modifiers: ['Control'] });
    const bar = report.frame.getByRole('region', { name: 'Chosen prompts' });
    await bar.getByText('3 prompts chosen').waitFor();
    await photograph(workbench, 'chosen prompts');
    await bar.getByRole('textbox', { name: 'Note on the chosen' }).fill('three at once');
    await bar.getByRole('button', { name: 'Flag 3' }).click();
    await bar.getByRole('button', { name: 'Remove flags' }).waitFor();
    const events = readFileSync(join(workbench.folder, '.passk/flags.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
    assert.deepEqual(events.map(({ prompt_id, flag, note }) => [prompt_id, flag, note]).sort(), ['hard-21', 'hard-27', 'hard-28'].map((id) => [id, 'negative-interference', 'three at once']));
    assert.equal(await report.cell('hard-27', 'Flag'), 'negative-interference');
    await report.table.focus();
    await press('Escape');
    await bar.waitFor({ state: 'hidden' });
  });

  it('has the filter clear of the k bar, and the verdicts in their colours, when a prompt opens', async () => {
    const shapes = (id: string): Promise<(string | null)[][]> => report.row(id).locator('.sparkline path').evaluateAll((paths) => paths.map((path) => [path.getAttribute('class'), getComputedStyle(path).fill]));
    await press('Control+F');
    // A row that is drawn anew at this moment has no colours.
    const before = await eventually(async () => {
      const drawn = await shapes('hard-20');
      assert.equal(new Set(drawn.map(([, fill]) => fill)).size, 3, 'each verdict has a colour of its own');
      return drawn;
    });
    await report.open('hard-20');
    await eventually(async () => {
      const [bar, filter] = await Promise.all([report.frame.getByRole('group', { name: 'k and thresholds' }).boundingBox(), report.filter.boundingBox()]);
      assert.ok(bar !== null && filter !== null && bar.height > 60, 'the bar has a second line');
      assert.ok(filter.y >= bar.y + bar.height, `the bar ends at ${bar.y + bar.height}, the filter begins at ${filter.y}`);
    });
    await eventually(async () => assert.deepEqual(await shapes('hard-20'), before));
    await report.pane.getByRole('button', { name: 'Close prompt' }).click();
    await report.pane.waitFor({ state: 'hidden' });
  });

  it('chooses columns, which are those of the next report too', async () => {
    await report.frame.getByRole('button', { name: 'Columns' }).click();
    const list = report.frame.getByRole('group', { name: 'Columns of the table' });
    await list.getByRole('checkbox', { name: 'Errored' }).click();
    await list.getByRole('checkbox', { name: 'State' }).click();
    await heading('Errored').waitFor();
    await heading('State').waitFor({ state: 'detached' });
    await press('Escape');
    await workbench.runCommand('View: Close Editor');
    await workbench.tab('run.jsonl').waitFor({ state: 'detached' });
    const again = await workbench.inspect('run.jsonl');
    await again.count.filter({ hasText: /^30 prompts$/ }).waitFor();
    await again.table.scrollIntoViewIfNeeded();
    await heading('Errored').waitFor();
    assert.equal(await heading('State').count(), 0);
  });
});
