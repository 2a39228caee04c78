import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRun } from '../../src/worker/openRun';

const LOGS = '../shared/data/logs';

/** The archives among the real logs whose authors published a number. */
if (existsSync(join(LOGS, 'PUBLISHED.tsv'))) {
  const published = readFileSync(join(LOGS, 'PUBLISHED.tsv'), 'utf8').split('\n').map((line) => line.split('\t'));

  describe('real logs in archives', () => {
    for (const [, file, metric, , recomputed] of published.filter(([, path]) => /\.(eval|parquet)$/.test(path ?? ''))) {
      it(`reaches ${recomputed} (${metric}) from ${file.split('/').at(-1)}`, async () => {
        const run = await openRun([join(LOGS, file)], { k: 1, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop' });
        const [passAt1] = run.report().passAtK;
        assert.ok(Math.abs((passAt1.estimate ?? Number.NaN) - Number(recomputed)) < 5e-7, String(passAt1.estimate));
        const { samples } = await run.detail(0);
        assert.notEqual((await run.texts(samples[0].sample)).response, null);
      });
    }
  });
}
