import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run/command.mjs';
import { eventually } from './eventually';
import { closeWorkbenches, makeWorkspace, openWorkbench, photograph } from './stage';
import type { Workbench } from './workbench';

const shared = join(root, '../shared/data/tiny-transformer');

if (existsSync(shared)) {
  describe('the run of a real network', () => {
    let workbench: Workbench;
    const text = readFileSync(join(shared, 'step000.jsonl'), 'utf8');

    before(async () => {
      workbench = await openWorkbench(makeWorkspace({
        'step000.jsonl': text, 'step000.grads.safetensors': readFileSync(join(shared, 'step000.grads.safetensors')),
      }));
    });
    after(closeWorkbenches);

    it('is in conflict at k = 4, 8 and 16 and not at k = 2, by the gradients that lie beside it', async () => {
      const report = await workbench.inspect('step000.jsonl');
      for (const k of [4, 8, 16]) {
        await report.answer.waitFor();
        await report.moveK(k);
        await report.answer.filter({ hasText: new RegExp(`^Pass@${k} training would lower pass@1: inner product [-−]`) }).waitFor();
      }
      await photograph(workbench, 'a real run');
      await report.moveK(2);
      await report.answer.filter({ hasText: /^Pass@2 training would not lower pass@1: inner product \d/ }).waitFor();
    });

    it('has the pass@1 that counting its lines gives', async () => {
      const verdicts = text.trim().split('\n').map((line) => (JSON.parse(line) as { correct: boolean }).correct);
      // 64 samples of every prompt, so the mean over prompts is the mean over samples.
      const rate = verdicts.filter(Boolean).length / verdicts.length;
      await eventually(async () => assert.ok((await workbench.report.figure('pass@1')).startsWith(rate.toFixed(3))));
    });
  });
}
