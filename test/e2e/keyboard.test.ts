import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conflictLog } from './conflictLog';
import { eventually } from './eventually';
import { closeWorkbenches, makeWorkspace, openWorkbench, photograph } from './stage';
import type { Workbench } from './workbench';

describe('somebody without a mouse', () => {
  let workbench: Workbench;
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await workbench.page.keyboard.press(key);
  };
  const type = (text: string): Promise<void> => workbench.page.keyboard.type(text);
  const openPrompt = (): Promise<string> => workbench.report.pane.getByRole('heading', { level: 2 }).innerText();
  /** What has the focus in the report, as a screen reader would call it. */
  const focus = (): Promise<string> => workbench.report.frame.locator(':focus').first().evaluate((node) => {
    const inner = node.shadowRoot?.activeElement ?? node;
    return inner.getAttribute('aria-label') ?? inner.textContent ?? '';
  }, undefined, { timeout: 2000 });
  const focused = (name: RegExp): Promise<void> => eventually(async () => assert.match(await focus(), name));
  /** Presses a key until the focus is where it is wanted. */
  const goTo = async (key: string, name: RegExp): Promise<void> => {
    const seen: string[] = [];
    for (let turn = 0; turn < 60; turn++) {
      const now = await focus();
      if (name.test(now)) return;
      seen.push(now.slice(0, 30));
      await press(key);
    }
    assert.fail(`${String(name)} is not on the way of ${key}: ${seen.join(' | ')}`);
  };

  before(async () => {
    workbench = await openWorkbench(makeWorkspace({ 'run.jsonl': conflictLog().text }));
  });
  after(closeWorkbenches);

  it('opens the log from the Explorer', async () => {
    await press('Control+Shift+E', 'Home');
    await eventually(async () => {
      await press('ArrowDown');
      assert.match((await workbench.page.locator('.explorer-folders-view .monaco-list-row.focused').getAttribute('aria-label', { timeout: 500 })) ?? '', /run\.jsonl/);
    });
    await press('Enter');
    await workbench.tab('run.jsonl').waitFor();
    await workbench.runCommand('Pass@k: Inspect Evaluation Run');
    await workbench.report.answer.filter({ hasText: 'Pass@8 training would lower pass@1' }).waitFor();
  });

  it('raises and lowers k', async () => {
    await press('Alt+=');
    await workbench.report.answer.filter({ hasText: 'Pass@9' }).waitFor();
    await press('Alt+-');
    await workbench.report.answer.filter({ hasText: 'Pass@8' }).waitFor();
  });

  it('filters the prompts and opens one from the table', async () => {
    await press('Control+F');
    await focused(/^Filter prompts$/);
    await type('group:hard agreement<0');
    await workbench.report.count.filter({ hasText: '9 of 30 prompts' }).waitFor();
    await goTo('Tab', /^Prompts$/);
    await press('ArrowDown', 'Enter');
    await workbench.report.response.waitFor();
    assert.equal(await openPrompt(), 'hard-21');
  });

  it('goes to the next prompt and back, and from sample to sample', async () => {
    await press('Alt+ArrowDown');
    await eventually(async () => assert.equal(await openPrompt(), 'hard-22'));
    await press('Alt+ArrowUp');
    await eventually(async () => assert.equal(await openPrompt(), 'hard-21'));
    await workbench.report.response.filter({ hasText: 'sample 0 to hard-21' }).waitFor();
    await press('Shift+Alt+ArrowDown', 'Shift+Alt+ArrowDown', 'Shift+Alt+ArrowUp');
    await workbench.report.response.filter({ hasText: 'sample 1 to hard-21' }).waitFor();
  });

  it('flags the prompt with a note', async () => {
    await press('Shift+Alt+F');
    await focused(/^Note$/);
    await type('by keyboard');
    await press('Enter');
    const [event] = await eventually(() => readFileSync(join(workbench.folder, '.passk/flags.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line)));
    assert.deepEqual([event.prompt_id, event.flag, event.note], ['hard-21', 'negative-interference', 'by keyboard']);
    await photograph(workbench, 'keyboard only');
  });

  it('keeps the keyboard in the note when the editor gives the focus to the report a moment later', async () => {
    const note = workbench.report.pane.getByRole('textbox', { name: 'Note' });
    await note.fill('');
    await workbench.page.locator('.explorer-folders-view .monaco-list').focus();
    await workbench.runCommand('Pass@k: Flag Prompt…');
    await focused(/^Note$/);
    await type('from ');
    // As when it shows the view, or its palette closes: first it takes the focus, then the whole page gets it.
    await workbench.page.locator('.explorer-folders-view .monaco-list').focus();
    await press('Control+1');
    await focused(/^Note$/);
    await type('afar');
    assert.equal(await note.inputValue(), 'from afar');
    await note.fill('by keyboard');
    await note.focus();
  });

  it('reads what the keys are and closes them', async () => {
    await press('Shift+Alt+K');
    const keys = workbench.report.frame.getByRole('dialog', { name: 'Keys' });
    await keys.waitFor();
    await press('Escape');
    await keys.waitFor({ state: 'hidden' });
  });

  it('walks from point to point in a chart and opens one', async () => {
    await press('Shift+Alt+W');
    await workbench.report.pane.waitFor({ state: 'hidden' });
    await goTo('Shift+Tab', /^Pass rate against agreement\. /);
    await press('End', 'Enter');
    await workbench.report.pane.waitFor();
    assert.match(await openPrompt(), /^easy-/);
  });

  it('opens the source line and the flagged prompt from the view', async () => {
    await press('Shift+Alt+O');
    await workbench.page.locator('.statusbar').getByText(/^Ln \d+, Col 1$/).waitFor();
    await workbench.runCommand('View: Show Pass@k');
    await workbench.page.locator('.sidebar').getByRole('treeitem', { name: /hard-21/ }).waitFor();
    await workbench.runCommand('Pass@k: Focus on Flagged Prompts View');
    await eventually(async () => {
      await press('ArrowDown');
      assert.match((await workbench.page.locator('.sidebar .monaco-list-row.focused').getAttribute('aria-label', { timeout: 500 })) ?? '', /hard-21/);
    });
    await press('Enter');
    await eventually(async () => assert.equal(await openPrompt(), 'hard-21'));
  });
});
