import assert from 'node:assert/strict';
import { conflictLog } from './conflictLog';
import { tabThrough } from './focusRing';
import { closeWorkbenches, makeWorkspace, openWorkbench } from './stage';
import { themes, type Workbench } from './workbench';

/** As many as the shortest side of a ring around the smallest thing that takes the keyboard. */
const FEWEST_PIXELS = 24;

describe('the keyboard on its way through the page', function () {
  this.timeout(240_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench(makeWorkspace({ 'run.jsonl': conflictLog().text }));
    const report = await workbench.inspect('run.jsonl');
    await report.answer.filter({ hasText: /^Pass@8 training would lower pass@1/ }).waitFor();
    for (const chart of await report.frame.locator('.card:visible').all()) await chart.scrollIntoViewIfNeeded();
    await report.frame.getByRole('button', { name: 'Try dropping, capping or reweighting prompts' }).click();
    await report.frame.getByRole('row', { name: /Cap the weights/ }).waitFor();
    await report.open('hard-22');
    await report.pane.getByText(/^κ: /).waitFor();
  });
  after(closeWorkbenches);

  for (const theme of ['dark', 'high contrast dark'] as const) {
    it(`is seen wherever it is, in ${theme}`, async () => {
      await workbench.wear(theme);
      const { report } = workbench;
      await report.frame.locator(`body[data-vscode-theme-name="${themes[theme].title}"]`).waitFor();
      // One before the first that takes the keyboard.
      await report.frame.locator('body').evaluate(() => {
        const main = document.querySelector('main');
        main?.scrollTo(0, 0);
        main?.setAttribute('tabindex', '-1');
        main?.focus();
        main?.removeAttribute('tabindex');
      });
      const stops = await tabThrough(report, 150);
      for (const name of ['k', 'Filter prompts', 'Prompts', 'Samples, in order', 'Note']) assert.ok(stops.some((stop) => stop.name.endsWith(` ${name}`)), `${name} is not on the way: ${stops.map((stop) => stop.name).join(' | ')}`);
      assert.deepEqual(stops.filter(({ pixels }) => pixels < FEWEST_PIXELS), []);
    });
  }
});
