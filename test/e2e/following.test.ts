import assert from 'node:assert/strict';
import { appendFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Locator } from 'playwright-core';
import { eventually } from './eventually';
import { closeWorkbenches, makeWorkspace, openWorkbench, photograph } from './stage';
import type { Workbench } from './workbench';

const PROMPTS = 60;
const MEMBERS = 2500;
/** Time enough for a machine that is busy with other tests. */
const LONG_MS = 120_000;

/** Samples number from … to: prompt i mod 60 is solved by every (i mod 5 + 2)-th. */
function samples(from: number, to: number, filler = ''): string {
  return Array.from({ length: to - from }, (_, at) => {
    const [prompt, sample] = [(from + at) % PROMPTS, Math.floor((from + at) / PROMPTS)];
    return `${JSON.stringify({ prompt_id: `task-${String(prompt).padStart(2, '0')}`, sample, correct: sample % (prompt % 5 + 2) === 0, prompt: `What is ${prompt}?`, response: `Attempt ${sample} at task ${prompt}. ${filler}` })}\n`;
  }).join('');
}

/** Members of a gzip file may follow each other: gigabytes to be read that take no time to be made. Samples have no numbers, so that none comes twice. */
function slowLog(): Buffer {
  const filler = 'so that it takes a while to be read, '.repeat(1800);
  const member = gzipSync(samples(0, PROMPTS, filler).replaceAll('"sample":0,', ''));
  return Buffer.concat(Array.from({ length: MEMBERS }, () => member));
}

describe('a log that is still being read, or written', () => {
  let workbench: Workbench;
  let folder: string;

  before(async function () {
    this.timeout(LONG_MS);
    folder = makeWorkspace({ 'slow.jsonl.gz': slowLog(), 'growing.jsonl': samples(0, PROMPTS * 8), 'beside.jsonl': samples(0, PROMPTS * 2) });
    workbench = await openWorkbench(folder);
  });
  after(closeWorkbenches);
  beforeEach(() => workbench.runCommand('View: Close All Editors'));

  const facts = (): Locator => workbench.report.frame.locator('summary').filter({ hasText: /60 prompts · .*samples/ }).first();

  it('shows what has been read so far, marked as such, and keeps what was chosen until all is there', async function () {
    this.timeout(2 * LONG_MS);
    const report = await workbench.inspect('slow.jsonl.gz');
    const banner = report.frame.getByRole('status').filter({ hasText: /^So far: \d+% read \(.* of .*, [\d,]+ samples\)\. The figures below cover this part/ });
    await banner.waitFor({ timeout: LONG_MS });
    await photograph(workbench, 'a part of a log');
    await report.open('task-07');
    assert.ok(await banner.isVisible(), 'it was still being read');
    await report.moveK(4);
    await report.frame.getByText(/^So far:/).waitFor({ state: 'hidden', timeout: LONG_MS });
    await report.pane.getByRole('heading', { level: 2, name: 'task-07' }).waitFor();
    assert.match((await report.kSlider.getAttribute('aria-valuetext')) ?? '', /^k = 4\b/);
    assert.match(await report.response.innerText(), /^Attempt 0 at task 7\./);
    await report.frame.getByText(/· 150,000 samples \(2,500 each\)/).first().waitFor();
  });

  it('follows a log that grows, and keeps the reader\'s place', async function () {
    this.timeout(2 * LONG_MS);
    const path = join(folder, 'growing.jsonl');
    const report = await workbench.inspect('growing.jsonl');
    await facts().filter({ hasText: /480 samples \(8 each\) .* · following$/ }).waitFor();
    await report.open('task-07');
    await report.samples.nth(3).click();
    await report.response.filter({ hasText: /^Attempt 3 at task 7\./ }).waitFor();
    await report.frame.locator('main').evaluate((node) => node.scrollTo(0, 300));
    // The page's head says less once there are more samples; what is read below it must not move for that.
    const place = (): Promise<number> => report.chart(/^B /).evaluate((node) => Math.round(node.getBoundingClientRect().top));
    const before = await eventually(async () => {
      const first = await place();
      assert.equal(await report.frame.locator('body').evaluate((_, top) => new Promise((settled) => requestAnimationFrame(() => settled(top))), first), await place());
      return first;
    });
    const started = performance.now();
    appendFileSync(path, samples(PROMPTS * 8, PROMPTS * 12));
    await facts().filter({ hasText: /720 samples \(12 each\)/ }).waitFor();
    const waited = performance.now() - started;
    assert.ok(waited < 10_000, `${waited.toFixed(0)} ms`);
    await eventually(async () => assert.equal(await report.samples.count(), 12));
    assert.match(await report.response.innerText(), /^Attempt 3 at task 7\./);
    await eventually(async () => assert.ok(Math.abs((await place()) - before) <= 2, `from ${before} to ${await place()}`), 3000);
    await photograph(workbench, 'a log that is followed');
    // Half a line is not reported …
    const more = samples(PROMPTS * 12, PROMPTS * 13);
    appendFileSync(path, more.slice(0, -50));
    await facts().filter({ hasText: /779 samples \(12 to 13 each\)/ }).waitFor();
    assert.equal(await report.frame.getByText(/could not be read/).count(), 0);
    appendFileSync(path, more.slice(-50));
    await facts().filter({ hasText: /780 samples \(13 each\)/ }).waitFor();
    // … and what was cut is read anew.
    truncateSync(path, Buffer.byteLength(samples(0, PROMPTS * 2)));
    await facts().filter({ hasText: /120 samples \(2 each\)/ }).waitFor();
    await report.pane.getByRole('heading', { level: 2, name: 'task-07' }).waitFor();
  });

  it('shows the same run in two editors beside each other, from one reading', async () => {
    const report = await workbench.inspect('beside.jsonl');
    await facts().filter({ hasText: /120 samples/ }).waitFor();
    await report.open('task-11');
    await workbench.runCommand('View: Split Editor Right');
    const frames = workbench.page.locator('iframe.webview.ready').filter({ visible: true });
    await eventually(async () => assert.equal(await frames.count(), 2));
    appendFileSync(join(folder, 'beside.jsonl'), samples(PROMPTS * 2, PROMPTS * 3));
    for (const at of [0, 1]) {
      const inner = frames.nth(at).contentFrame().locator('iframe#active-frame').contentFrame();
      // The open prompt may cover it.
      await inner.getByText(/180 samples \(3 each\)/).first().waitFor({ state: 'attached' });
    }
    await photograph(workbench, 'a run in two editors');
  });
});
