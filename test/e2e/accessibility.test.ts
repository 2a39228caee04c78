import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { findings } from './axe';
import { closeWorkbenches, makeWorkspace, openWorkbench } from './stage';
import { stateLogs } from './stateLogs';
import { themes, type Workbench } from './workbench';

type Theme = keyof typeof themes;
/** Time enough for a machine that is busy with other tests. */
const LONG_MS = 240_000;
const all: readonly Theme[] = ['dark', 'light', 'high contrast dark', 'high contrast light'];
const usual: readonly Theme[] = ['dark', 'high contrast dark'];

describe('nothing that axe-core finds fault with', function () {
  this.timeout(LONG_MS);
  let workbench: Workbench;
  let worn: Theme = 'dark';
  const faults: string[] = [];
  const frame = () => workbench.report.frame;
  const button = (name: string | RegExp): Locator => frame().getByRole('button', { name });

  /**
   * Looks at what is on show with axe, in each of the themes, that in force first.
   * @param reach brings back what closes when a theme is chosen
   */
  const check = async (state: string, themesWorn: readonly Theme[] = usual, reach?: () => Promise<void>): Promise<void> => {
    for (const theme of [...themesWorn].sort((a, b) => Number(b === worn) - Number(a === worn))) {
      if (theme !== worn) {
        await workbench.wear(theme);
        await frame().locator(`body[data-vscode-theme-name="${themes[theme].title}"]`).waitFor();
      }
      worn = theme;
      await reach?.();
      faults.push(...(await findings(workbench.report)).map((finding) => `${state}, ${theme}: ${finding}`));
    }
  };
  /** A test that goes through states, and says at its end all that was found in them. */
  const look = (where: string, walk: () => Promise<void>): void => void it(where, async () => {
    faults.length = 0;
    await walk();
    if (faults.length > 0) assert.fail(faults.join('\n'));
  });
  const prompt = async (id: string): Promise<void> => {
    await workbench.report.open(id);
    await frame().getByText('Reading the response').waitFor({ state: 'hidden' });
  };

  before(async () => {
    workbench = await openWorkbench(makeWorkspace(stateLogs));
  });
  after(closeWorkbenches);
  afterEach(() => workbench.runCommand('View: Close All Editors'));

  look('while a log is being read', async () => {
    // A comparison shows nothing before both logs have been read.
    await workbench.selectInExplorer('step1.jsonl', 'partial.jsonl.gz');
    await workbench.chooseInExplorer('step1.jsonl', 'Compare Evaluation Runs');
    await button('Cancel').waitFor();
    await check('loading');
    await button('Cancel').waitFor();
    await button('Cancel').click();
    await button('Retry').waitFor();
    await check('stopped');
  });

  look('while a part of a log is shown', async () => {
    await workbench.inspect('partial.jsonl.gz');
    const banner = frame().getByRole('status').filter({ hasText: /^So far: / });
    await banner.waitFor({ timeout: LONG_MS });
    await check('partial');
    await banner.waitFor();
    await button('Cancel').click();
    await banner.waitFor({ state: 'hidden' });
  });

  for (const [name, says] of [['empty.jsonl', 'The file is empty.'], ['strange.jsonl', 'Fields seen: "alpha", "beta"']] as const) {
    look(`where ${name} could not be read`, async () => {
      await workbench.inspect(name);
      await frame().getByRole('alert').filter({ hasText: says }).waitFor();
      await check(name);
    });
  }

  look('with lines that could not be read', async () => {
    await workbench.inspect('damaged.jsonl');
    await button('Show lines').click();
    await button('Change…').focus();
    await check('damaged lines');
  });

  for (const [name, prompts] of [['single.jsonl', /^1 prompt$/], ['unsolved.jsonl', /^6 prompts$/]] as const) {
    look(`with as little as ${name} holds`, async () => {
      const report = await workbench.inspect(name);
      await report.count.filter({ hasText: prompts }).waitFor();
      await check(name);
      await report.rows.first().click();
      await report.pane.waitFor();
      await check(`${name}, a prompt`);
    });
  }

  look('without gradients: the page, its filter, its columns, chosen rows', async () => {
    const report = await workbench.inspect('plain.jsonl');
    await report.count.filter({ hasText: /^13 prompts$/ }).waitFor();
    await check('no gradients', all);
    await check('completions', usual, async () => {
      await report.filter.fill('sta');
      await frame().getByRole('listbox', { name: 'Completions' }).waitFor();
      await workbench.page.keyboard.press('ArrowDown');
    });
    await report.filter.fill('weight>');
    await frame().getByRole('alert').filter({ visible: true }).first().waitFor();
    await check('a filter that cannot be read');
    await report.filter.fill('nothing-is-called-so');
    await frame().getByText('passes this filter').waitFor();
    await check('no prompt passes');
    await report.filter.fill('text:"attempt 3"');
    await report.count.filter({ hasText: 'of 13 prompts' }).waitFor();
    await check('a search');
    await report.filter.fill('');
    await check('columns', usual, async () => {
      if ((await button('Columns').getAttribute('aria-expanded')) !== 'true') await button('Columns').click();
    });
    await workbench.page.keyboard.press('Escape');
    await report.rows.first().click({ modifiers: ['Control'] });
    await frame().getByText('1 prompt chosen').waitFor();
    await check('a row is chosen');
    await frame().locator('summary').last().click();
    await check('what was read');
  });

  look('in a prompt: Markdown, reasoning, raw, a correct response beside a wrong one, their differences', async () => {
    const report = await workbench.inspect('plain.jsonl');
    await prompt('written');
    await report.response.getByText('we add').waitFor();
    await check('Markdown', all);
    await report.response.getByText(/^Reasoning/).click();
    await check('reasoning');
    const box = (name: string): Promise<void> => report.pane.getByRole('checkbox', { name }).click();
    await box('Raw');
    await report.response.filter({ hasText: '<think>' }).waitFor();
    await check('raw');
    await box('Raw');
    await box('Correct beside wrong');
    await box('Mark differences');
    await report.response.first().locator('mark').first().waitFor();
    await check('differences');
  });

  look('with gradients: every chart, as a table, across the page, what if, flags', async () => {
    const report = await workbench.inspect('gradients.jsonl');
    await report.answer.filter({ hasText: /^Pass@8 training would lower pass@1/ }).waitFor();
    for (const why of await frame().locator('summary').all()) await why.click();
    for (const chart of await frame().locator('.card:visible').all()) await chart.scrollIntoViewIfNeeded();
    await report.chart('Interference between prompts').locator('canvas').waitFor();
    await check('gradients', all);
    await report.chart('Interference between prompts').getByRole('button', { name: 'show as table' }).click();
    await report.chart('Interference between prompts').getByRole('grid').waitFor();
    await report.chart('pass@k').locator('.frame').dblclick();
    await check('a table and a wide chart');
    await report.chart('Interference between prompts').getByRole('grid').focus();
    for (const key of ['End', 'Enter']) await workbench.page.keyboard.press(key);
    await button('Close the prompt beside').waitFor();
    await report.pane.getByLabel('Response', { exact: true }).nth(1).waitFor();
    await check('two prompts beside each other');
    await button('Close prompt').click();
    await button('Try dropping, capping or reweighting prompts').click();
    await frame().getByRole('row', { name: /Cap the weights/ }).waitFor();
    await check('what if');
    await button('Flag by rule…').click();
    await frame().getByRole('dialog', { name: 'Flag prompts by rule' }).waitFor();
    await check('rule dialog');
    await button('Cancel').click();
    await prompt('hard-22');
    await report.pane.getByText(/^κ: /).waitFor();
    await check('a prompt with neighbours');
    await report.flag('by hand');
    await check('a flagged prompt');
    await workbench.runCommand('Pass@k: Show Keyboard Shortcuts');
    await frame().getByRole('dialog', { name: 'Keys' }).waitFor();
    await check('keys');
    await frame().getByRole('dialog', { name: 'Keys' }).getByRole('button', { name: 'Close' }).click();
  });

  for (const steps of [['step1.jsonl', 'step2.jsonl'], ['step1.jsonl', 'step2.jsonl', 'step3.jsonl']] as const) {
    look(`in a comparison of ${steps.length} checkpoints, and of a prompt's sides`, async () => {
      const [first, ...others] = steps;
      await workbench.selectInExplorer(first, ...others);
      await workbench.chooseInExplorer(first, 'Compare Evaluation Runs');
      const { report } = workbench;
      await report.fact('Prompts that clearly moved').waitFor();
      for (const chart of await frame().locator('.card:visible').all()) await chart.scrollIntoViewIfNeeded();
      await check(`${steps.length} checkpoints`, all);
      await frame().getByRole('grid', { name: 'Prompts of both' }).getByRole('row').nth(1).click();
      await report.pane.getByLabel('Response', { exact: true }).first().waitFor();
      await check(`a prompt of ${steps.length} checkpoints`);
    });
  }
});
