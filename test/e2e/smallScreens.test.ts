import assert from 'node:assert/strict';
import { eventually } from './eventually';
import { closeWorkbenches, makeWorkspace, openWorkbench, photograph } from './stage';
import { stateLogs } from './stateLogs';
import type { Workbench } from './workbench';

/** What VS Code puts beside the report, in CSS pixels: activity bar, borders. */
const BESIDE = 64;

describe('a report with little room', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  let name = '';

  /** Nothing that is to be read lies beyond the sides of what scrolls up and down; tables scroll sideways by themselves. */
  const fits = async (screen: string): Promise<void> => {
    await eventually(async () => assert.deepEqual(await workbench.report.frame.locator('body').evaluate((body) => {
      const wide: string[] = [];
      for (const part of body.querySelectorAll('main, aside, dialog[open], [role=listbox], .columns-list, .status')) {
        const { left, right, width } = part.getBoundingClientRect();
        if (width === 0) continue;
        if (left < -1 || right > window.innerWidth + 1) wide.push(`${part.localName}.${part.className} from ${left} to ${right} of ${window.innerWidth}`);
        if (part.scrollWidth <= part.clientWidth + 1) continue;
        const edge = part.getBoundingClientRect().left + part.clientWidth;
        const beyond = [...part.querySelectorAll('*')].filter((inner) => inner.getBoundingClientRect().right > edge + 1 && inner.closest('.grid, .what-if-table, .log-text, .unseen') === null);
        wide.push(`${part.localName}.${part.className}: ${beyond.slice(-1).map((inner) => `${inner.localName}.${inner.className} ${inner.textContent.slice(0, 40)}`).join()}`);
      }
      return wide;
    }), [], screen), 5000);
    await photograph(workbench, `${screen}, ${name}`);
  };

  before(async () => {
    workbench = await openWorkbench(makeWorkspace(stateLogs), { 'workbench.sideBar.location': 'left' });
  });
  after(closeWorkbenches);

  for (const [room, width, height] of [['320 px wide', 320 + BESIDE, 800], ['at 200% zoom', 720, 450]] as const) {
    it(`shows all of itself ${room}`, async () => {
      name = room;
      const { page } = workbench;
      await page.setViewportSize({ width: 1440, height: 900 });
      let report = await workbench.inspect('gradients.jsonl');
      const { frame } = report;
      await report.answer.filter({ hasText: /^Pass@8 training would lower pass@1/ }).waitFor();
      await workbench.runCommand('View: Close Primary Side Bar');
      await page.setViewportSize({ width, height });
      await fits('report');
      for (const summary of await frame.locator('summary').all()) await summary.click();
      await fits('report, unfolded');
      for (const chart of await frame.locator('.card:visible').all()) await chart.scrollIntoViewIfNeeded();
      await report.chart('Interference between prompts').scrollIntoViewIfNeeded();
      await fits('heatmap');
      await report.chart('Interference between prompts').locator('canvas').click({ position: { x: 120, y: 30 } });
      await frame.getByRole('button', { name: 'Close the prompt beside' }).waitFor();
      await fits('pair');
      await frame.getByRole('button', { name: 'Close prompt' }).click();
      await frame.getByRole('button', { name: 'Try dropping, capping or reweighting prompts' }).click();
      await frame.getByRole('row', { name: /Cap the weights/ }).waitFor();
      await frame.getByRole('region', { name: 'What if?' }).scrollIntoViewIfNeeded();
      await fits('what if');
      await frame.getByRole('button', { name: 'Flag by rule…' }).click();
      await frame.getByRole('dialog', { name: 'Flag prompts by rule' }).waitFor();
      await fits('rule dialog');
      await frame.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
      await report.filter.fill('sta');
      await frame.getByRole('listbox', { name: 'Completions' }).waitFor();
      await fits('completions');
      await report.filter.fill('');
      await frame.getByRole('button', { name: 'Columns' }).click();
      await fits('columns');
      await page.keyboard.press('Escape');
      await report.rows.first().click({ modifiers: ['Control'] });
      await frame.getByText('1 prompt chosen').waitFor();
      await fits('chosen rows');
      await workbench.runCommand('Pass@k: Show Keyboard Shortcuts');
      await frame.getByRole('dialog', { name: 'Keys' }).waitFor();
      await fits('keys');
      await frame.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

      await page.setViewportSize({ width: 1440, height: 900 });
      report = await workbench.inspect('plain.jsonl');
      await report.open('written');
      await page.setViewportSize({ width, height });
      await workbench.runCommand('View: Close Primary Side Bar');
      await report.response.getByText('we add').waitFor();
      await fits('drill-down');
      await report.pane.getByRole('checkbox', { name: 'Correct beside wrong' }).click();
      await report.response.nth(1).scrollIntoViewIfNeeded();
      await fits('drill-down, correct beside wrong');
      await report.pane.getByRole('checkbox', { name: 'Correct beside wrong' }).click();

      await page.setViewportSize({ width: 1440, height: 900 });
      await workbench.selectInExplorer('step1.jsonl', 'step2.jsonl');
      await workbench.chooseInExplorer('step1.jsonl', 'Compare Evaluation Runs');
      await report.fact('Prompts that clearly moved').waitFor();
      await page.setViewportSize({ width, height });
      await workbench.runCommand('View: Close Primary Side Bar');
      await fits('comparison');
      await report.chart(/^Who moved/).scrollIntoViewIfNeeded();
      await fits('comparison, charts');
      await frame.getByRole('grid', { name: 'Prompts of both' }).getByRole('row').nth(1).click();
      await report.pane.getByLabel('Response', { exact: true }).first().waitFor();
      await fits('comparison, a prompt');
      await workbench.runCommand('View: Close All Editors');
    });
  }
});
