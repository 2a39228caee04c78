import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { root } from '../run/command.mjs';
import { eventually } from './eventually';
import { closeWorkbenches, makeWorkspace, openWorkbench, photograph } from './stage';
import { themes, type Workbench } from './workbench';

/** Contrast of a text, as far as it is opaque, against what is painted behind it (WCAG 2.2, 1.4.3). */
function contrast(text: Locator): Promise<number> {
  return text.evaluate((node) => {
    // In the page only what is in here exists.
    let opacity = 1;
    let behind = '';
    for (let at: Element | null = node; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      opacity *= Number(style.opacity);
      if (behind === '' && !/^rgba\(.*, 0\)$/.test(style.backgroundColor)) behind = style.backgroundColor;
    }
    if (behind === '') throw new Error('nothing is painted behind the text');
    const [front, back] = [getComputedStyle(node).color, behind].map((colour) => (/\(([^)]*)/.exec(colour)?.[1] ?? '').split(',').map(Number.parseFloat));
    const cover = opacity * (front?.[3] ?? 1);
    const shown = [0, 1, 2].map((channel) => cover * front![channel]! + (1 - cover) * back![channel]!);
    const luminances = [shown, back!].map((colour) => {
      const [red = 0, green = 0, blue = 0] = colour.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    });
    return (Math.max(...luminances) + 0.05) / (Math.min(...luminances) + 0.05);
  });
}

describe('every screen in every kind of theme', () => {
  let workbench: Workbench;

  before(async () => {
    const media = (name: string): Uint8Array => readFileSync(join(root, 'media', name));
    workbench = await openWorkbench(makeWorkspace({ 'sample.jsonl': media('sample.jsonl'), 'sample.grads.safetensors': media('sample.grads.safetensors'), 'empty.jsonl': '' }));
    const report = await workbench.inspect('sample.jsonl');
    await report.answer.filter({ hasText: /^Pass@8 training would lower pass@1/ }).waitFor();
    await report.rows.first().click();
    await report.flag('never solved');
    await report.pane.getByRole('button', { name: 'Close prompt' }).click();
  });
  after(closeWorkbenches);

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    it(`can be read in ${theme}`, async () => {
      const { report } = workbench;
      await workbench.wear(theme);
      const screen = async (name: string, ...texts: Locator[]): Promise<void> => {
        for (const text of texts) {
          // Colours follow a change of theme a moment later.
          await eventually(async () => {
            const found = await contrast(text.first());
            assert.ok(found >= 4.5, `${name}: "${await text.first().innerText()}" has a contrast of ${found.toFixed(2)}`);
          }, 3000);
        }
        await photograph(workbench, `${name}, ${theme}`);
      };

      const main = report.frame.getByRole('main');
      await main.evaluate((node) => node.scrollTo(0, 0));
      await screen('report', report.answer, report.frame.getByRole('definition'), report.frame.getByRole('heading', { level: 3 }), report.frame.locator('.notes li'), report.frame.locator('.fact-detail'));
      await report.chart(/against k$/).scrollIntoViewIfNeeded();
      await screen('charts', report.chart(/against k$/).locator('.basis'));
      await report.chart(/against k$/).getByRole('button', { name: 'show as table' }).click();
      await report.chart(/against k$/).getByRole('grid').scrollIntoViewIfNeeded();
      await screen('chart as a table', report.chart(/against k$/).getByRole('gridcell'));
      await report.chart(/against k$/).getByRole('button', { name: 'show as chart' }).click();
      await report.table.scrollIntoViewIfNeeded();
      await screen('prompts', report.rows.first().getByRole('gridcell'), report.table.getByRole('columnheader'));
      await report.rows.first().click();
      await report.response.waitFor();
      await screen('prompt', report.response, report.pane.getByRole('heading', { level: 2 }), report.pane.getByRole('definition'));
      await workbench.showFlagged();
      await screen('flagged', report.pane.getByText('never solved'));
      await report.pane.getByRole('button', { name: 'Close prompt' }).click();
      await report.pane.waitFor({ state: 'hidden' });
      const keys = report.frame.getByRole('dialog', { name: 'Keys' });
      await workbench.runCommand('Pass@k: Show Keyboard Shortcuts');
      await keys.waitFor();
      await screen('keys', keys.getByRole('heading'), keys.getByRole('definition'));
      await keys.getByRole('button', { name: 'Close' }).click();
      await workbench.inspect('empty.jsonl');
      await report.frame.getByRole('alert').filter({ hasText: 'The file is empty.' }).waitFor();
      await screen('nothing to show', report.frame.getByRole('alert').filter({ hasText: 'The file is empty.' }));
      await workbench.runCommand('View: Close Editor');
      await report.answer.waitFor();
    });
  }

  it('fits a narrow window', async () => {
    await workbench.page.setViewportSize({ width: 700, height: 900 });
    await workbench.wear('dark');
    const { report } = workbench;
    await report.frame.getByRole('main').evaluate((node) => node.scrollTo(0, 0));
    await eventually(async () => assert.ok(await report.frame.locator('body').evaluate((body) => body.scrollWidth <= body.clientWidth)));
    await photograph(workbench, 'report, narrow');
    await workbench.page.setViewportSize({ width: 1440, height: 900 });
  });

  it('shows the walkthrough and the sample log it opens', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('Welcome: Open Walkthrough');
    await workbench.pick('Pass@k Inspector');
    await workbench.page.locator('.gettingStartedContainer').getByText('Open', { exact: false }).first().waitFor();
    await workbench.page.locator('.getting-started-media iframe.webview.ready').waitFor();
    await photograph(workbench, 'walkthrough');
    await workbench.runCommand('Pass@k: Open Sample Log');
    await workbench.report.answer.filter({ hasText: /^Pass@8 training would lower pass@1/ }).waitFor();
  });
});
