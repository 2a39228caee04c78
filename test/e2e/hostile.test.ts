import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeWorkbenches, makeWorkspace, openWorkbench, photograph } from './stage';
import type { Workbench } from './workbench';

const markup = `</script></textarea><img src=x onerror="alert('run')"><svg onload="alert('run')"><a href="javascript:alert('run')">x</a>`;
const strange = ['__proto__', 'constructor', '🧮 🇺🇳 👩‍🔬', 'a\u202Eb\u2028c', `long ${'x'.repeat(10_000)}`, markup];

describe('a hostile log', () => {
  let workbench: Workbench;
  const spoken: string[] = [];

  before(async () => {
    const lines = strange.flatMap((prompt_id, at) => Array.from({ length: 8 }, (_, sample) =>
      JSON.stringify({ prompt_id, sample, run: markup, prompt: `${markup} ${at}`, response: `${markup} response ${sample}`, target: markup, answer: markup, correct: sample < at })));
    workbench = await openWorkbench(makeWorkspace({ [`<img src=x onerror=alert(1)>.jsonl`]: lines.join('\n') }));
    workbench.page.on('dialog', (dialog) => {
      spoken.push(dialog.message());
      void dialog.dismiss();
    });
  });
  after(closeWorkbenches);

  it('is shown as what it is: text', async () => {
    const report = await workbench.inspect('<img src=x onerror=alert(1)>.jsonl');
    await report.count.filter({ hasText: /^6 prompts$/ }).waitFor();
    await report.open(markup);
    await report.response.filter({ hasText: markup }).waitFor();
    await report.pane.getByLabel('Prompt text').filter({ hasText: markup }).waitFor();
    await photograph(workbench, 'hostile text');
  });

  it('opens prompts whose ids are names of the language, pictures, or 10,000 characters long', async () => {
    const { report } = workbench;
    for (const [at, id] of strange.entries()) {
      await report.filter.fill('');
      await report.rows.filter({ hasText: id.slice(0, 40) }).first().click();
      await report.pane.getByLabel('Prompt text').filter({ hasText: `${markup} ${at}` }).waitFor();
    }
  });

  it('is flagged under its own id', async () => {
    const { report } = workbench;
    await report.rows.filter({ hasText: '__proto__' }).first().click();
    await report.pane.getByRole('heading', { level: 2, name: '__proto__' }).waitFor();
    await report.flag(markup);
    const [line = ''] = readFileSync(join(workbench.folder, '.passk/flags.jsonl'), 'utf8').split('\n');
    const event = JSON.parse(line) as { prompt_id: string; note: string };
    assert.deepEqual([event.prompt_id, event.note], ['__proto__', markup]);
    const view = await workbench.showFlagged();
    await view.getByRole('treeitem', { name: /__proto__/ }).hover();
  });

  it('runs nothing and adds no element', async () => {
    assert.equal(await workbench.report.frame.locator('img, svg[onload], a[href^="javascript"], [onerror]').count(), 0);
    assert.deepEqual(spoken, []);
  });
});
