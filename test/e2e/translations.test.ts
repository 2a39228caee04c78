import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { flagKinds } from '../../src/protocol/flagKinds';
import { root } from '../run/command.mjs';
import { pseudo, pseudoTranslations, untranslated } from '../texts/pseudoLanguage';
import { closeWorkbenches, makeWorkspace, openTranslated, photograph } from './stage';
import type { Workbench } from './workbench';

const LANGUAGE = 'qps-test';

/** What the logs below say themselves, the names of formats, fields, keys and files, and what is written alike in every language. */
const SAME = /^(q|zz|run|other|jsonl|generic|prompt|id|verdict|correct|state|text|promptText|weight|pass|majority|CI|CSV|SVG|PNG|JSON|Escape|Enter|Tab|Shift|Alt|Ctrl)$/;

/** Kinds of flags and rules are written as the log of flags and the filter have them. */
const NAMES: readonly string[] = [...flagKinds, 'interference:negative weight>median', 'state:unsolved'];

/** What is drawn on a canvas is kept, to be asked for as `drawn`. */
const KEEP_DRAWN = `
globalThis.drawn = new Set();
for (const { prototype } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
  const { fillText } = prototype;
  prototype.fillText = function (text, ...more) {
    globalThis.drawn.add(String(text));
    return fillText.call(this, text, ...more);
  };
}`;

/** Every text in a part of a page, written or told to screen readers; it runs in the page, where only what is in here exists. */
function textsIn(node: Element): string[] {
  const texts: string[] = [];
  const left: Node[] = [node];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    if (at instanceof Element) {
      if (/^(script|style)$/i.test(at.tagName)) continue;
      const hidden = at.closest('[aria-hidden=true]') !== null;
      if (!hidden) for (const name of ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'placeholder', 'alt']) texts.push(at.getAttribute(name) ?? '');
      if (at.shadowRoot !== null) left.push(at.shadowRoot);
    }
    if (at.nodeType === Node.TEXT_NODE) texts.push(at.textContent ?? '');
    left.push(...at.childNodes);
  }
  return texts.filter((text) => text.trim() !== '');
}

/** The texts in a part of the page of which some word was not looked up. */
async function plainIn(part: Locator): Promise<string[]> {
  const texts = await part.evaluate(textsIn);
  assert.ok(texts.some((text) => text.includes('⟦')), 'nothing of it is translated');
  return plain(texts);
}

function plain(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text) => !NAMES.includes(text) && untranslated(text.replace(/\/\S*\/passk-\w+\//, '')).some((word) => !SAME.test(word))))];
}

/** Prompts of every kind, hard ones that pull against the rest among them. */
function logOf(shift: number): string {
  return Array.from({ length: 24 * 8 }, (_, at) => {
    const [prompt, sample] = [Math.floor(at / 8), at % 8];
    const correct = sample < (prompt + shift) % 9;
    return JSON.stringify({
      prompt_id: `q${prompt}`, correct, prompt: 'zz', response: 'zz', answer: `zz${sample % 3}`, category: `zz${prompt % 2}`,
      score_grad: [(prompt % 3 === 0 ? -2 : 1) * (correct ? 1 : -1), sample / 8],
    });
  }).join('\n');
}

describe('another language', () => {
  let workbench: Workbench;
  before(async () => {
    const english = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as Record<string, string>;
    const manifest = Object.fromEntries(Object.entries(english).map(([key, text]) => [key, pseudo(text)]));
    const folder = makeWorkspace({ 'run.jsonl': `${logOf(0)}\nno JSON\n{"prompt_id":"q1"}\n`, 'other.jsonl': logOf(1), 'zz.jsonl': '' });
    workbench = await openTranslated(folder, LANGUAGE, { code: pseudoTranslations(), manifest }, KEEP_DRAWN);
  });
  after(closeWorkbenches);

  it('is spoken by the report, its charts, and what the thread says in it', async () => {
    const report = await workbench.inspect('run.jsonl');
    await report.answer.filter({ hasText: '⟦' }).waitFor();
    const page = report.frame.locator('body');
    for (const chart of await report.frame.getByRole('region').filter({ has: workbench.page.locator('canvas') }).all()) await chart.scrollIntoViewIfNeeded();
    await report.frame.getByText(pseudo('Loading…')).first().waitFor({ state: 'detached' });
    await photograph(workbench, 'report, translated');
    assert.deepEqual(await plainIn(page), []);
    const drawn = await page.evaluate(() => [...(Reflect.get(globalThis, 'drawn') as Set<string>)]);
    assert.ok(drawn.some((text) => text.includes('⟦')), 'no chart has a text');
    assert.deepEqual(plain(drawn), []);
  });

  it('is spoken by an open prompt, its flag, its neighbours and the filter', async () => {
    const { report } = workbench;
    const table = report.frame.getByRole('grid', { name: pseudo('Prompts'), exact: true });
    await table.getByText(/^q\d/).first().click();
    const pane = report.frame.getByRole('complementary').filter({ visible: true });
    await pane.getByText('zz').first().waitFor();
    assert.deepEqual(await plainIn(report.frame.locator('body')), []);
    await photograph(workbench, 'prompt, translated');
    await report.frame.getByRole('combobox', { name: pseudo('Filter prompts') }).fill('q<0.x ');
    assert.deepEqual(await plainIn(report.frame.locator('body')), []);
  });

  it('is spoken by the dialogs of the report, and by the what-if', async () => {
    const { report } = workbench;
    for (const title of ['Show Keyboard Shortcuts', 'Flag Prompts by Rule…']) {
      await workbench.runCommand(`Pass@k: ${pseudo(title)}`);
      const dialog = report.frame.getByRole('dialog').filter({ visible: true });
      await dialog.waitFor();
      assert.deepEqual(await plainIn(dialog), [], title);
      await workbench.page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    }
    await workbench.runCommand(`Pass@k: ${pseudo('What If Prompts Were Dropped, Capped or Reweighted?')}`);
    await report.frame.getByRole('radio').first().waitFor();
    assert.deepEqual(await plainIn(report.frame.locator('body')), []);
  });

  it('is spoken by the lists that VS Code shows for the extension', async () => {
    await workbench.runCommand(`Pass@k: ${pseudo('Choose Format and Fields…')}`);
    const list = workbench.page.locator('.quick-input-widget').filter({ visible: true });
    await list.getByText(pseudo('How to read {0}').replace('{0}', 'run.jsonl')).waitFor();
    const entries = list.getByRole('option');
    await entries.first().waitFor();
    // An icon may stand within a text.
    assert.deepEqual(plain((await entries.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))), []);
    await workbench.page.keyboard.press('Escape');
    await (await workbench.showRuns()).getByText('run.jsonl').first().waitFor();
  });

  it('is spoken by a log that cannot be read, and by a comparison', async () => {
    const refused = (await workbench.inspect('zz.jsonl')).frame.getByRole('alert').filter({ visible: true });
    await refused.filter({ hasText: pseudo('The file is empty.') }).waitFor();
    assert.deepEqual(await plainIn(workbench.report.frame.locator('body')), []);
    await workbench.runCommand('View: Close All Editors');
    await workbench.selectInExplorer('run.jsonl', 'other.jsonl');
    await workbench.chooseInExplorer('other.jsonl', pseudo('Compare Evaluation Runs'));
    const { report } = workbench;
    await report.answer.filter({ hasText: '⟦' }).waitFor();
    await photograph(workbench, 'comparison, translated');
    assert.deepEqual(await plainIn(report.frame.locator('body')), []);
  });
});
