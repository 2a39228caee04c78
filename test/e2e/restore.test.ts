import assert from 'node:assert/strict';
import { eventually } from './eventually';
import type { Report } from './report';
import { closeWorkbenches, makeWorkspace, openWorkbench } from './stage';
import type { Workbench } from './workbench';

/** 200 prompts of 8 samples, none without a solution. */
const log = Array.from({ length: 1600 }, (_, at) => {
  const id = `task-${String(at >> 3).padStart(3, '0')}`;
  return JSON.stringify({ prompt_id: id, sample: at & 7, prompt: `Do ${id}.`, response: `Sample ${at & 7} did ${id}.\n`.repeat(60), correct: (at & 7) <= (at >> 3) % 8 });
}).join('\n');

interface Sight {
  readonly answer: string;
  readonly k: string | null;
  readonly filter: string;
  readonly prompt: string;
  readonly sample: string | null;
  readonly response: string;
  /** Where the table stands in the window. */
  readonly place: number;
  readonly table: number;
}

async function sightOf(report: Report): Promise<Sight> {
  return {
    answer: await report.answer.innerText(),
    k: await report.kSlider.getAttribute('aria-valuetext'),
    filter: await report.filter.inputValue(),
    prompt: await report.pane.getByRole('heading', { level: 2 }).innerText(),
    sample: await report.samples.and(report.frame.getByRole('option', { selected: true })).getAttribute('aria-label'),
    response: await report.response.innerText(),
    place: await report.table.evaluate((table) => Math.round(table.getBoundingClientRect().top)),
    table: await report.table.evaluate((table) => table.scrollTop),
  };
}

describe('a report that was hidden', () => {
  let workbench: Workbench;
  let left: Sight;

  before(async () => {
    workbench = await openWorkbench(makeWorkspace({ 'run.jsonl': log, 'notes.txt': 'notes\n' }));
    const report = await workbench.inspect('run.jsonl');
    await report.moveK(4);
    await report.filter.fill('p<0.99');
    await report.count.filter({ hasText: '175 of 200' }).waitFor();
    await report.open(await report.rows.nth(4).getByRole('gridcell').first().innerText());
    await report.samples.nth(6).click();
    await report.response.filter({ hasText: 'Sample 6 did' }).waitFor();
    // Last of all: a row that is scrolled out of sight is not there to be clicked.
    await report.table.hover();
    await workbench.page.mouse.wheel(0, 600);
    let before: Sight | undefined;
    left = await eventually(async () => {
      const last = before;
      before = await sightOf(report);
      assert.ok(before.place < 800 && before.table > 0, `scrolled to ${before.place} and ${before.table}`);
      assert.deepEqual(before, last, 'still scrolling');
      return before;
    });
  });
  after(closeWorkbenches);

  it('comes back with its k, filter, prompt, sample and scroll places', async () => {
    await workbench.openText('notes.txt');
    await workbench.report.answer.waitFor({ state: 'detached' });
    await workbench.tab('run.jsonl').click();
    await workbench.report.response.waitFor();
    await eventually(async () => assert.deepEqual(await sightOf(workbench.report), left));
  });
});
