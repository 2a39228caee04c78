import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { conflictLog } from './conflictLog';
import { eventually } from './eventually';
import { closeWorkbenches, makeWorkspace, openWorkbench, photograph } from './stage';
import type { Workbench } from './workbench';

const known = conflictLog();
/** Samples without gradients: "without gradients nobody can say". */
const plain = known.text.replace(/,"score_grad":\[[^\]]*\]/g, '');
const verdicts = (prompts: number, response: string): string => Array.from({ length: 16 * prompts }, (_, at) =>
  `${JSON.stringify({ prompt_id: `p${at >> 4}`, ...(response && { response }), correct: at % 3 === 0 })}\n`).join('');
/** More than the 50 MB up to which VS Code hands documents to extensions. */
const large = verdicts(3750, 'x'.repeat(900));
/** 240 MB of 6.4 million samples, which take seconds to read. */
const larger = Buffer.concat(Array<Uint8Array>(100).fill(Buffer.from(verdicts(10_000, ''))));

describe('opening a log', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench(makeWorkspace({
      'run.jsonl': known.text,
      'plain.ndjson': plain,
      'packed.jsonl.gz': gzipSync(plain),
      'shards/part-0.jsonl': plain.slice(0, plain.indexOf('{"prompt_id":"easy-15"')),
      'shards/part-1.jsonl': plain.slice(plain.indexOf('{"prompt_id":"easy-15"')),
      'large.jsonl': large,
      'larger.jsonl': larger,
      'empty.jsonl': '',
      'binary.jsonl': Uint8Array.from({ length: 5000 }, (_, at) => (at * 197 + 31) % 256),
      'broken.jsonl': `${plain}{"prompt_id":"easy-01","sample":99,"corr`,
      'no logs/readme.md': '# Nothing here\n',
    }));
  });
  after(closeWorkbenches);
  beforeEach(() => workbench.runCommand('View: Close All Editors'));

  it('works through the button in the title of the text editor', async () => {
    await workbench.openText('run.jsonl');
    await workbench.page.locator('.editor-actions').getByRole('button', { name: 'Inspect Evaluation Run' }).click();
    await workbench.report.answer.filter({ hasText: 'training would lower pass@1' }).waitFor();
  });

  it('works from the text editor through "Reopen Editor With…"', async () => {
    await workbench.openText('run.jsonl');
    await workbench.runCommand('View: Reopen Editor With');
    await workbench.pick('Pass@k Inspector');
    await workbench.report.answer.filter({ hasText: 'training would lower pass@1' }).waitFor();
  });

  it('says of a log without gradients where the weight lies, and that conflict is unknown', async () => {
    const report = await workbench.inspect('plain.ndjson');
    await report.answer.filter({ hasText: /^Pass@\d+ would put \d+% of its weight on 10 hard prompts; without gradients nobody can say/ }).waitFor();
    await photograph(workbench, 'report without gradients');
  });

  it('reads a compressed log', async () => {
    const report = await workbench.inspect('packed.jsonl.gz');
    await report.count.filter({ hasText: /^30 prompts$/ }).waitFor();
  });

  it('reads a folder of shards as one run', async () => {
    const report = await workbench.inspect('shards');
    await report.count.filter({ hasText: /^30 prompts$/ }).waitFor();
  });

  it('reads a log of more than 50 MB', async () => {
    const report = await workbench.inspect('large.jsonl');
    await report.count.filter({ hasText: /^3,750 prompts$/ }).waitFor();
  });

  it('shows its progress, can be stopped, and reads it all when asked again', async () => {
    const report = await workbench.inspect('larger.jsonl');
    const bar = report.frame.getByRole('progressbar', { name: 'Reading the log' });
    await bar.waitFor();
    const first = await bar.evaluate((node: HTMLProgressElement) => node.value);
    await eventually(async () => assert.ok((await bar.evaluate((node: HTMLProgressElement) => node.value)) > first));
    await photograph(workbench, 'reading');
    await report.frame.getByRole('button', { name: 'Cancel' }).click();
    const retry = report.frame.getByRole('button', { name: 'Retry' });
    await retry.waitFor();
    await photograph(workbench, 'stopped');
    await retry.click();
    await report.count.filter({ hasText: /^10,000 prompts$/ }).waitFor();
    await bar.waitFor({ state: 'hidden', timeout: 30_000 });
  });

  it('reads the rest of a log whose last line is cut off, and names the line', async () => {
    const report = await workbench.inspect('broken.jsonl');
    await report.count.filter({ hasText: /^30 prompts$/ }).waitFor();
    await report.frame.getByText(/^1 line could not be read/).waitFor();
    await report.frame.getByRole('button', { name: 'Show lines' }).click();
    await report.frame.getByRole('button', { name: `line ${known.prompts.length * 16 + 1}` }).waitFor();
    await photograph(workbench, 'a line that could not be read');
  });

  for (const [name, sentence] of [
    ['empty.jsonl', /empty/i],
    ['binary.jsonl', /./],
    ['no logs', /./],
  ] as const) {
    it(`says in a sentence what is the matter with "${name}"`, async () => {
      const report = await workbench.inspect(name);
      const said = report.frame.getByRole('alert').or(report.answer).filter({ hasText: /\w{3}/, visible: true }).first();
      await said.waitFor();
      const text = await said.innerText();
      assert.match(text, sentence);
      assert.match(text, /\w\.$/);
      assert.doesNotMatch(text, /Error:|undefined|NaN|\bat .*:\d+/);
      await photograph(workbench, `nothing to show in ${name}`);
    });
  }
});
