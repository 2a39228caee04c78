import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { conflictLog } from './conflictLog';
import { eventually } from './eventually';
import { closeWorkbenches, makeWorkspace, openWorkbench } from './stage';
import type { Workbench } from './workbench';

describe('somebody with a screen reader hears', () => {
  let workbench: Workbench;
  const press = (key: string): Promise<void> => workbench.page.keyboard.press(key);
  /** A text is heard when it changes in a part of the page that is said to be live. */
  const hears = (part: Locator, text: RegExp): Promise<void> => eventually(async () => {
    assert.equal(await part.getAttribute('aria-live'), 'polite');
    assert.match(await part.innerText(), text);
  });

  before(async () => {
    workbench = await openWorkbench(makeWorkspace({ 'run.jsonl': conflictLog().text }));
    await (await workbench.inspect('run.jsonl')).answer.filter({ hasText: /^Pass@8 / }).waitFor();
  });
  after(closeWorkbenches);

  it('the answer anew with every k, and k with what it rests on', async () => {
    const { report } = workbench;
    await hears(report.answer, /^Pass@8 training would lower pass@1: inner product/);
    await report.kSlider.focus();
    assert.equal(await report.kSlider.getAttribute('aria-valuetext'), 'k = 8 of n = 16');
    await press('ArrowRight');
    await eventually(async () => assert.equal(await report.kSlider.getAttribute('aria-valuetext'), 'k = 9 above n/2 = 8: fragile'));
    await hears(report.answer, /^Pass@9 /);
    // By the editor's key the slider has no focus: k is said by itself.
    await press('Alt+-');
    await hears(report.frame.locator('#app > [aria-live]'), /^k = 8$/);
  });

  it('a chart in a sentence, then each of its points', async () => {
    const { report } = workbench;
    for (const [title, summary, point] of [
      [/^Pass rate against agreement/, /\w{4}.*\./, /^hard-2\d, pass rate 0\.063 \(95% CI 0\.011 to 0\.283\), 1 of 16, weight/],
      [/against k$/, /\w{4}.*\./, /^k = 1\b/],
      [/^Pass rates/, /\w{4}.*\./, /prompt/],
    ] as const) {
      const chart = report.chart(title);
      const canvas = chart.locator('canvas');
      // It is drawn when its frame comes into sight, and what is drawn above it may move it out again.
      await eventually(async () => {
        await chart.locator('.frame').scrollIntoViewIfNeeded({ timeout: 2000 });
        await canvas.focus({ timeout: 2000 });
      });
      assert.match((await canvas.getAttribute('aria-label')) ?? '', /Arrow keys go from point to point, Enter opens/);
      const said = chart.locator('[aria-live]');
      await hears(said, summary);
      await eventually(async () => {
        await canvas.focus();
        await press('Home');
        assert.match(await said.innerText(), point);
      });
      await hears(said, point);
      const first = await said.innerText();
      await eventually(async () => {
        await press('ArrowRight');
        assert.notEqual(await said.innerText(), first);
      });
    }
  });

  it('the row that the table is at, and each sample of a prompt with its verdict', async () => {
    const { report } = workbench;
    await report.table.scrollIntoViewIfNeeded();
    await report.table.focus();
    await press('Home');
    const row = async (): Promise<string> => report.frame.locator(`[id="${await report.table.getAttribute('aria-activedescendant')}"]`).innerText();
    await eventually(async () => assert.match(await row(), /^hard-29\b/));
    await press('ArrowDown');
    await eventually(async () => assert.match(await row(), /^hard-20\b/));
    await press('Enter');
    await report.response.waitFor();
    const strip = report.pane.getByRole('listbox', { name: 'Samples, in order' });
    await strip.focus();
    const sample = async (): Promise<string | null> => report.frame.locator(`[id="${await strip.getAttribute('aria-activedescendant')}"]`).getAttribute('aria-label');
    await eventually(async () => assert.match((await sample()) ?? '', /^sample 0, (wrong|correct)$/));
    await press('ArrowRight');
    await eventually(async () => assert.match((await sample()) ?? '', /^sample 1, (wrong|correct)$/));
  });
});
