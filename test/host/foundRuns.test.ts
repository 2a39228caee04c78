import assert from 'node:assert/strict';
import { foundRuns } from '../../src/host/foundRuns';
import { runPaths } from '../../src/host/runUri';

const titles = (paths: readonly string[]): string[] => foundRuns(paths).map(({ title, paths: own }) => (own.length === 1 ? title : `${title} ×${own.length}`));

describe('foundRuns', () => {
  for (const [what, paths, expected] of [
    ['takes a log for a run', ['/w/a.jsonl'], ['a.jsonl']],
    ['takes the only shards of a folder for the folder', ['/w/run7/rank0.jsonl', '/w/run7/rank1.jsonl', '/w/run7/rank10.jsonl'], ['run7 ×3']],
    ['tells shards of two runs in a folder apart', ['/w/a-00000-of-00002.jsonl', '/w/a-00001-of-00002.jsonl', '/w/b-00000-of-00002.jsonl', '/w/b-00001-of-00002.jsonl'], ['a-*.jsonl ×2', 'b-*.jsonl ×2']],
    ['leaves checkpoints apart: they are runs to compare', ['/w/step000.jsonl', '/w/step030.jsonl', '/w/run-1.jsonl', '/w/run-2.jsonl'], ['run-1.jsonl', 'run-2.jsonl', 'step000.jsonl', 'step030.jsonl']],
    ['does not take the end of a word for a shard', ['/w/compart1.jsonl', '/w/compart2.jsonl'], ['compart1.jsonl', 'compart2.jsonl']],
    ['lists numbers in their order', ['/w/step100.jsonl', '/w/step20.jsonl', '/w/step3.jsonl'], ['step3.jsonl', 'step20.jsonl', 'step100.jsonl']],
    ['keeps folders apart', ['/w/x/rank0.jsonl', '/w/y/rank0.jsonl'], ['rank0.jsonl', 'rank0.jsonl']],
  ] as const) {
    it(what, () => assert.deepEqual(titles(paths), expected));
  }

  it('opens the folder where it holds nothing but the run’s shards, so that shards still to come belong to it', () => {
    assert.equal(foundRuns(['/w/run7/rank0.jsonl', '/w/run7/rank1.jsonl'])[0]?.uri.fsPath, '/w/run7');
  });

  it('opens the shards one by one where the folder holds other logs', () => {
    const [run] = foundRuns(['/w/rank0.jsonl', '/w/rank1.jsonl', '/w/other.jsonl']).filter(({ paths }) => paths.length > 1);
    assert.deepEqual(run && runPaths(run.uri), ['/w/rank0.jsonl', '/w/rank1.jsonl']);
  });
});
