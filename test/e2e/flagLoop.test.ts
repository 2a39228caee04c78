import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator } from 'playwright-core';
import { root } from '../run/command.mjs';
import { conflictLog } from './conflictLog';
import { eventually } from './eventually';
import { closeWorkbenches, makeWorkspace, openWorkbench, photograph, restartHost } from './stage';
import { themes, type Workbench } from './workbench';

const known = conflictLog();
const rule = 'group:hard agreement<p10 weight>median';
const three = ['hard-20', 'hard-22', 'hard-23'];

interface FlagLine {
  readonly prompt_id: string;
  readonly flag: string | null;
  readonly note: string;
  readonly run: string;
  readonly k: number;
  readonly weight: number;
  readonly agreement: number;
  readonly text_digest: string;
}

describe('from a hard prompt to a training run', () => {
  let workbench: Workbench;
  let folder = '';

  const flagLines = (): FlagLine[] => readFileSync(join(folder, '.passk/flags.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as FlagLine);
  const passk = (...args: string[]): string => execFileSync(process.execPath, [join(root, 'dist/cli.js'), ...args], { cwd: folder, encoding: 'utf8' });
  const whatIf = (): Locator => workbench.report.frame.getByRole('region', { name: 'What if?' });
  const innerProduct = async (row: string): Promise<string> => whatIf().getByRole('row', { name: row }).getByRole('cell').nth(1).innerText();
  /** The box in which VS Code asks for a line: a name, a path. */
  const answer = async (title: RegExp, text: string): Promise<void> => {
    const widget = workbench.page.locator('.quick-input-widget').filter({ hasText: title });
    const box = widget.locator('input[type=text]');
    await box.waitFor();
    // A box for a path gets VS Code's own proposal a moment after it is shown: what is written before that is lost.
    if (isAbsolute(text)) await eventually(async () => assert.notEqual(await box.inputValue(), ''));
    await eventually(async () => {
      await box.fill(text);
      await workbench.page.waitForTimeout(300);
      assert.equal(await box.inputValue(), text);
    });
    await workbench.page.keyboard.press('Enter');
    await widget.waitFor({ state: 'hidden' });
  };

  before(async () => {
    folder = makeWorkspace({ 'run.jsonl': known.text });
    workbench = await openWorkbench(folder);
  });
  after(closeWorkbenches);

  it('opens a hard prompt of a log', async () => {
    const report = await workbench.inspect('run.jsonl');
    await report.answer.filter({ hasText: /^Pass@8 training would lower pass@1/ }).waitFor();
    await report.open('hard-22');
  });

  it('flags three prompts by a rule that says beforehand how many it names', async () => {
    const { report } = workbench;
    await report.frame.getByRole('button', { name: 'Flag by rule…' }).click();
    const dialog = report.frame.getByRole('dialog', { name: 'Flag prompts by rule' });
    await dialog.getByRole('textbox', { name: 'Rule' }).fill('group:hard weight>');
    await dialog.getByRole('alert').filter({ hasText: 'needs a number' }).waitFor();
    await dialog.getByRole('textbox', { name: 'Rule' }).fill(rule);
    await dialog.getByText('3 of 30 prompts.').waitFor();
    await dialog.getByRole('textbox', { name: 'Note' }).fill('step 0');
    await photograph(workbench, 'flag by rule');
    await dialog.getByRole('button', { name: 'Flag 3' }).click();
    await dialog.waitFor({ state: 'hidden' });
    for (const id of three) await eventually(async () => assert.match(await report.cell(id, 'Flag'), /negative-interference/));
    const lines = flagLines();
    assert.deepEqual(lines.map(({ prompt_id: id }) => id), three);
    for (const { flag, note, run, k, weight, agreement, text_digest: digest } of lines) {
      assert.deepEqual([flag, note, run, k], ['negative-interference', `step 0 (rule: ${rule})`, 'run.jsonl', 8]);
      assert.ok(weight > 1 && agreement < 0 && /^[0-9a-f]{16}$/.test(digest));
    }
  });

  it('shows what leaving them out would do before anything is exported', async () => {
    await whatIf().getByRole('button', { name: 'Try dropping, capping or reweighting prompts' }).click();
    await whatIf().getByText('3 prompts flagged, of weight 0').waitFor();
    await whatIf().getByText(/First order/).waitFor();
    const asItIs = await innerProduct('Pass@8 as it is');
    const without = await innerProduct('Leave prompts out');
    const number = (text: string): number => Number(text.replace('−', '-'));
    assert.ok(number(asItIs) < number(without) && number(without) < 0, `${asItIs} ${without}`);
    assert.equal(await innerProduct('Add pass@1'), '0');
    await whatIf().getByText(/^Leave prompts out: a step would lower pass@1/).waitFor();
    for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
      await workbench.wear(theme);
      await whatIf().evaluate((section) => section.scrollIntoView({ block: 'start' }));
      await photograph(workbench, `what if, ${theme}`);
    }
  });

  it('moves with k, and leaves out what another rule names', async () => {
    const before = await innerProduct('Pass@8 as it is');
    await workbench.report.moveK(4);
    await eventually(async () => assert.notEqual(await innerProduct('Pass@4 as it is'), before));
    await whatIf().getByRole('textbox', { name: 'Prompts to leave out' }).fill('group:hard');
    await whatIf().getByText('10 prompts of weight 0: group:hard').waitFor();
    await whatIf().getByRole('textbox', { name: 'Prompts to leave out' }).fill('');
    await workbench.report.moveK(8);
    await whatIf().getByText('3 prompts flagged, of weight 0').waitFor();
    await whatIf().getByRole('row', { name: 'Pass@8 as it is' }).waitFor();
  });

  it('exports a data set for verl without them', async () => {
    const { report } = workbench;
    await whatIf().getByRole('radio', { name: /Leave prompts out/ }).check();
    await eventually(async () => assert.equal(await report.frame.getByRole('button', { name: 'Export weights…' }).isEnabled(), true));
    await report.frame.getByRole('button', { name: 'Export weights…' }).click();
    await workbench.pick('Data set for verl');
    await answer(/Name of the Data Source/, 'arithmetic');
    const target = join(folder, 'train.verl.jsonl');
    await answer(/Export Weights/, target);
    await workbench.notification(/prompts? written/).waitFor();
    const rows = readFileSync(target, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { data_source: string; prompt: { content: string }[]; extra_info: { prompt_id: string; reward_weight: number } });
    // Easy prompts have no weight in pass@8 of 16 samples: what is left are hard prompts and some that are sometimes solved.
    assert.ok(rows.length > 0 && rows.every(({ data_source: source, extra_info: { prompt_id: id, reward_weight: weight } }) => source === 'arithmetic' && weight > 0 && !three.includes(id)));
    assert.ok(rows.some(({ prompt: [message], extra_info: { prompt_id: id } }) => id === 'hard-21' && message?.content === 'What is 21 + 3? (hard-21)'));
  });

  it('saves the report as one file that opens without VS Code and fetches nothing', async () => {
    await workbench.runCommand('Pass@k: Save Report as HTML…');
    const target = join(folder, 'report.html');
    await answer(/Save Report/, target);
    await workbench.notification('Report saved').waitFor();
    const page = await workbench.page.context().newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url().slice(0, 60)));
    assert.ok(existsSync(target), readdirSync(folder).join(' '));
    await page.goto(pathToFileURL(target).href);
    await page.getByText('Pass@8 training would lower pass@1 on these prompts.').waitFor();
    assert.deepEqual(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:')), []);
    const pictures = await page.locator('img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
    assert.ok(pictures.length >= 5 && pictures.every((width) => width > 100), String(pictures));
    await page.screenshot({ path: join(root, 'test/e2e/gallery/saved report.png'), fullPage: true });
    await page.close();
  });

  it('undoes the last flag by one more line for each prompt, and flags them again', async () => {
    await workbench.runCommand('Pass@k: Undo Last Flag');
    for (const id of three) await eventually(async () => assert.equal(await workbench.report.cell(id, 'Flag'), ''));
    assert.deepEqual(flagLines().map(({ flag }) => flag), ['negative-interference', 'negative-interference', 'negative-interference', null, null, null]);
    passk('flags', 'add', '--rule', rule, '--run', 'run.jsonl', '--note', 'again');
    // The terminal wrote it; the open report follows.
    for (const id of three) await eventually(async () => assert.match(await workbench.report.cell(id, 'Flag'), /negative-interference/));
  });

  it('has the flags still after VS Code was ended and started again', async () => {
    await restartHost();
    workbench = await openWorkbench(folder);
    const view = await workbench.showFlagged();
    for (const id of three) await view.getByRole('treeitem', { name: new RegExp(id) }).waitFor();
    const report = await workbench.inspect('run.jsonl');
    await report.answer.waitFor();
    for (const id of three) await eventually(async () => assert.match(await report.cell(id, 'Flag'), /negative-interference/));
  });

  it('shows the same flags on the command line, with their history', () => {
    assert.equal(passk('flags', 'list'), three.map((id) => `negative-interference  ${id}  again (rule: ${rule})\n`).join(''));
    assert.equal(passk('flags', 'history', 'hard-22').trim().split('\n').length, 3);
    assert.ok(existsSync(join(folder, 'train.verl.jsonl')));
  });
});
