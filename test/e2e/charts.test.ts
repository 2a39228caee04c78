import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { root } from '../run/command.mjs';
import { eventually } from './eventually';
import type { Report } from './report';
import { closeWorkbenches, makeWorkspace, openWorkbench, photograph } from './stage';
import { themes, type Workbench } from './workbench';

const media = (name: string): Uint8Array => readFileSync(join(root, 'media', name));

describe('the charts that are worked out when they are looked at', () => {
  let workbench: Workbench;
  let report: Report;
  /** A chart's card, brought into sight. */
  const card = async (title: string | RegExp): Promise<Locator> => {
    const chart = report.chart(title);
    await chart.scrollIntoViewIfNeeded();
    return chart;
  };

  before(async () => {
    workbench = await openWorkbench(makeWorkspace({ 'sample.jsonl': media('sample.jsonl'), 'sample.grads.safetensors': media('sample.grads.safetensors'), 'notes.txt': 'notes\n' }));
    report = await workbench.inspect('sample.jsonl');
    await report.answer.filter({ hasText: /^Pass@8 training would lower pass@1/ }).waitFor();
  });
  after(closeWorkbenches);

  it('says where the conflict begins, and what else k attempts are worth', async () => {
    await (await card(/against k$/)).getByText(/^In 1,000 resamples of the prompts the inner product first falls below 0 at k = \d+/).waitFor();
    const passAtK = await card('pass@k');
    await passAtK.getByText('majority@k: the most frequent of k answers is correct.').waitFor();
    await passAtK.locator('.legend').getByText('pass^k').waitFor();
  });

  it('opens both prompts of a cell of the heatmap beside each other, by pointer, by keyboard and from its table', async () => {
    const kernel = await card('Interference between prompts');
    await kernel.getByText(/^Mean kernel .* of a hard and an easy prompt: −/).waitFor();
    const canvas = kernel.locator('canvas');
    const second = report.pane.getByRole('region').filter({ has: report.frame.getByRole('button', { name: 'Close the prompt beside' }) });
    const ids = async (): Promise<string[]> => Promise.all([report.pane, second].map((side) => side.getByRole('heading', { level: 2 }).first().innerText()));
    /** What a screen reader is told of the cell: the cosine, then the two. */
    const said = async (): Promise<string[]> => /: a step for .*?, (.+?), (?:hard|middle|easy), .*?, (.+?), (?:hard|middle|easy), /.exec(await kernel.locator('[aria-live]').innerText())?.slice(1) ?? [];
    await canvas.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown']) await workbench.page.keyboard.press(key);
    const pair = await eventually(async () => {
      const both = await said();
      assert.equal(both.length, 2);
      return both;
    });
    await workbench.page.keyboard.press('Enter');
    await second.waitFor();
    assert.deepEqual(await ids(), pair);
    await second.getByText(/^Cosine −?[\d.]+ of the two gradients: a step for one (unlearns|helps) the other\.$/).waitFor();
    await report.pane.getByLabel('Response', { exact: true }).nth(1).waitFor();
    await photograph(workbench, 'a pair');
    const [left, right] = await Promise.all([report.samples.first().boundingBox(), second.getByRole('listbox').boundingBox()]);
    assert.ok(left !== null && right !== null && right.x > left.x + 100, 'they stand side by side');

    await second.getByRole('button', { name: 'Close the prompt beside' }).click();
    await second.waitFor({ state: 'hidden' });
    await canvas.scrollIntoViewIfNeeded();
    await canvas.click({ position: { x: 150, y: 100 } });
    await second.waitFor();
    await kernel.getByRole('button', { name: 'show as table' }).click();
    await kernel.getByRole('gridcell', { name: /^−0\./ }).first().waitFor();
    const row = kernel.getByRole('row').filter({ hasText: /−\d\.\d+$|−0\.\d+/ }).filter({ hasNotText: 'all pairs' }).first();
    const named = (await row.getByRole('gridcell').allInnerTexts()).slice(0, 2);
    await row.click();
    await eventually(async () => assert.deepEqual(await ids(), named));
    await kernel.getByRole('button', { name: 'show as chart' }).click();

    // It is found so again after the report was hidden.
    await workbench.openText('notes.txt');
    await workbench.tab('sample.jsonl').click();
    await eventually(async () => assert.deepEqual(await ids(), named));
    await second.getByRole('button', { name: 'Open alone' }).click();
    await second.waitFor({ state: 'hidden' });
    await report.pane.getByRole('heading', { level: 2, name: named[1] ?? '', exact: true }).waitFor();
    await report.pane.getByRole('button', { name: 'Close prompt' }).click();
    await report.pane.waitFor({ state: 'hidden' });
  });

  it('chooses the prompts that a drag frames in the heatmap, and the table shows them and no others', async () => {
    const canvas = (await card('Interference between prompts')).locator('canvas');
    const box = await canvas.boundingBox();
    assert.ok(box);
    const { mouse } = workbench.page;
    await mouse.move(box.x + 100, box.y + 60);
    await mouse.down();
    await mouse.move(box.x + 160, box.y + 120, { steps: 4 });
    await mouse.up();
    const chosen = report.frame.getByText(/^\d+ prompts chosen$/);
    await chosen.waitFor({ state: 'attached' });
    const count = parseInt(await chosen.innerText());
    await eventually(async () => assert.equal(await report.filter.inputValue(), 'chosen:yes'));
    await report.frame.getByText(new RegExp(`^${count} of \\d+ prompts$`)).waitFor();
    await report.frame.getByRole('button', { name: 'Choose none' }).click();
    await eventually(async () => assert.equal(await report.filter.inputValue(), '', 'with nothing chosen the filter would hide everything'));
  });

  it('orders the heatmap by likeness, and draws the toy policy', async () => {
    const kernel = await card('Interference between prompts');
    await kernel.getByRole('combobox', { name: 'order of the prompts' }).selectOption('clustered');
    await kernel.getByRole('combobox', { name: 'order of the prompts' }).selectOption('hardness');
    const plane = await card(/^The plane of both gradients/);
    await plane.getByText(/^The gradients of pass@1 and of pass@8 are \d+° apart/).waitFor();
    await plane.getByRole('combobox').selectOption('toy');
    const toy = await card('A toy policy at k = 8');
    await toy.getByText(/this is not your run/).waitFor();
    await photograph(workbench, 'toy policy');
    await toy.getByRole('combobox').selectOption('1');
    await report.chart(/^The plane of both gradients/).waitFor();
  });

  it('looks closer by keyboard, keeps it, and shows all of it again', async () => {
    const scatter = await card('Pass rate against agreement');
    await scatter.locator('canvas').focus();
    await workbench.page.keyboard.press('+');
    const all = scatter.getByRole('button', { name: 'show all of it again' });
    await all.waitFor({ state: 'attached' });
    await workbench.page.keyboard.press('Shift+ArrowRight');
    await workbench.page.keyboard.press('0');
    await all.waitFor({ state: 'hidden' });
  });

  it('copies a chart as SVG: a document of its own', async () => {
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const scatter = await card('Pass rate against agreement');
    await scatter.hover();
    await scatter.getByRole('button', { name: 'copy as SVG' }).click();
    await scatter.getByText('Copied as SVG.').waitFor({ state: 'attached' });
    const svg = await workbench.page.evaluate(() => navigator.clipboard.readText());
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.match(svg, />pass rate<\/text>/);
    assert.match(svg, /negative and heavy/);
    assert.ok((svg.match(/<path /g) ?? []).length > 150, 'every point is a path');
    assert.doesNotMatch(svg, /NaN|undefined/);
  });

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    it(`can be read in ${theme}`, async () => {
      await workbench.wear(theme);
      await card('pass@k');
      await photograph(workbench, `curves and heatmap, ${theme}`);
      await card('Cost of a solved prompt');
      await photograph(workbench, `costs and categories, ${theme}`);
    });
  }

  it('fits a narrow window', async () => {
    await workbench.wear('dark');
    await workbench.page.setViewportSize({ width: 420, height: 900 });
    await card('Interference between prompts');
    await photograph(workbench, 'heatmap, narrow');
    await eventually(async () => assert.ok(await report.frame.locator('body').evaluate((body) => body.scrollWidth <= body.clientWidth)));
    await workbench.page.setViewportSize({ width: 1440, height: 900 });
  });
});

describe('a comparison of two runs', () => {
  let workbench: Workbench;
  let report: Report;

  /** 40 prompts of 16 samples: the first ten are lost, the next ten found; all say so in their responses. */
  const log = (after: boolean): string => Array.from({ length: 40 * 16 }, (_, at) => {
    const [prompt, sample] = [Math.floor(at / 16), at % 16];
    const correct = prompt < 10 ? (after ? sample === 0 : sample < 15) : prompt < 20 ? (after ? sample < 15 : sample === 0) : sample < 8;
    return JSON.stringify({ prompt_id: `task-${prompt}`, sample, prompt: `What is ${prompt} + ${prompt}?`, response: `${after ? 'Later' : 'Earlier'} attempt ${sample} at task-${prompt}.`, correct });
  }).concat(after ? [] : [JSON.stringify({ prompt_id: 'only-before', sample: 0, prompt: 'Gone?', response: 'Yes.', correct: true })]).join('\n');

  before(async () => {
    workbench = await openWorkbench(makeWorkspace({ 'step100.jsonl': log(false), 'step200.jsonl': log(true) }));
    await workbench.selectInExplorer('step100.jsonl', 'step200.jsonl');
    await workbench.chooseInExplorer('step200.jsonl', 'Compare Evaluation Runs');
    report = workbench.report;
    await report.answer.filter({ hasText: /^Neither pass@1 nor pass@\d+ clearly moved\.$/ }).waitFor();
  });
  after(closeWorkbenches);

  it('says who flipped, and names the prompts of one side only', async () => {
    assert.equal(await report.figure('Prompts that clearly moved'), '10 rose, 10 fell of 40, at a false discovery rate of 0.10');
    const only = report.frame.getByText(/^1 prompt only in “step100(\.jsonl)?”: left out\.$/);
    await only.click();
    await report.frame.getByRole('button', { name: 'only-before' }).waitFor();
    await report.chart(/^Who moved/).getByText('10 prompts clearly rose, 10 fell (false discovery rate 0.10); 20 moved no more than chance does.').waitFor();
  });

  it("opens both sides' responses beside each other", async () => {
    await report.frame.getByRole('grid', { name: 'Prompts of both' }).getByRole('row').filter({ hasText: 'task-0' }).first().click();
    const pane = report.pane;
    await pane.getByRole('heading', { level: 2, name: 'task-0' }).waitFor();
    await pane.getByText('Earlier attempt 15 at task-0.').waitFor();
    await pane.getByText('Later attempt 0 at task-0.').waitFor();
    await photograph(workbench, 'comparison, both sides');
    await pane.getByRole('button', { name: 'Close prompt' }).click();
    await pane.waitFor({ state: 'hidden' });
  });

  it('shows the prompts that a drag frames in a chart', async () => {
    const chart = report.chart(/^Who moved/);
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.locator('canvas').boundingBox();
    assert.ok(box);
    const { mouse } = workbench.page;
    // What fell lies in the lower right half.
    await mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.4);
    await mouse.down();
    await mouse.move(box.x + box.width - 4, box.y + box.height * 0.85, { steps: 4 });
    await mouse.up();
    const shown = report.frame.getByRole('combobox', { name: 'Which prompts are shown' });
    await eventually(async () => assert.equal(await shown.inputValue(), 'framed'));
    await report.frame.getByRole('region', { name: 'Prompts' }).getByRole('status').filter({ hasText: '10 of 40 prompts' }).waitFor();
    await shown.selectOption('all');
  });

  it('shows the prompts of a bar of who paid', async () => {
    const chart = report.chart(/^Who paid/);
    await chart.scrollIntoViewIfNeeded();
    const canvas = chart.locator('canvas');
    const shown = report.frame.getByRole('combobox', { name: 'Which prompts are shown' });
    const count = report.frame.getByRole('region', { name: 'Prompts' }).getByRole('status');
    await canvas.focus();
    await workbench.page.keyboard.press('Home');
    await eventually(async () => assert.match(await chart.locator('[aria-live]').innerText(), /^pass rate before .*\d+ prompts/));
    const prompts = /: (\d+) prompts/.exec(await chart.locator('[aria-live]').innerText())?.[1];
    await workbench.page.keyboard.press('Enter');
    await eventually(async () => assert.equal(await shown.inputValue(), 'framed'));
    await count.filter({ hasText: `${prompts} of 40 prompts` }).waitFor();
    await shown.selectOption('all');
  });

  it('moves k for both', async () => {
    await report.moveK(4);
    await report.chart('Change of pass@k against k').getByText(/^pass@4 changed by/).waitFor();
  });

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    it(`can be read in ${theme}`, async () => {
      await workbench.wear(theme);
      await report.frame.getByRole('main').evaluate((node) => node.scrollTo(0, 0));
      await photograph(workbench, `comparison, ${theme}`);
      await report.chart(/^Who paid/).scrollIntoViewIfNeeded();
      await photograph(workbench, `comparison below, ${theme}`);
    });
  }
});

describe('a comparison of the runs of one log', () => {
  let report: Report;

  before(async () => {
    const lines = ['step10', 'step20', 'step30'].flatMap((run, at) => Array.from({ length: 20 * 8 }, (_, line) => {
      const [prompt, sample] = [Math.floor(line / 8), line % 8];
      return JSON.stringify({ run, prompt_id: `task-${prompt}`, sample, prompt: `Do ${prompt}.`, response: `Attempt ${sample} of ${run} at task-${prompt}.`, correct: sample < (prompt + 3 * at) % 9 });
    }));
    const workbench = await openWorkbench(makeWorkspace({ 'steps.jsonl': lines.join('\n') }));
    report = await workbench.inspect('steps.jsonl');
    await report.frame.getByRole('button', { name: 'Compare the runs' }).click();
  });
  after(closeWorkbenches);

  it("opens both runs' responses beside each other", async () => {
    await report.frame.getByRole('grid', { name: 'Prompts of both' }).getByRole('row').filter({ hasText: 'task-4' }).first().click();
    await report.pane.getByRole('heading', { level: 2, name: 'task-4' }).waitFor();
    await report.pane.getByText(/^Attempt \d of step10 at task-4\.$/).waitFor();
    await report.pane.getByText(/^Attempt \d of step30 at task-4\.$/).waitFor();
  });

  it('says on the report what figure 3 misses without gradients, and draws the toy policy in its place', async () => {
    await report.frame.getByRole('button', { name: 'Back to the report' }).click();
    const plane = report.chart('The plane of both gradients');
    await plane.scrollIntoViewIfNeeded();
    await plane.getByText(/^Without the gradients of this run/).waitFor();
    await plane.getByRole('combobox').selectOption('toy');
    await report.chart(/^A toy policy/).getByText(/this is not your run/).waitFor();
  });
});
