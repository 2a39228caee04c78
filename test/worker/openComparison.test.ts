import assert from 'node:assert/strict';
import { compareCheckpoints } from '../../src/core/compare/compareCheckpoints';
import { openComparison } from '../../src/worker/openComparison';
import type { OpenOptions } from '../../src/worker/openRun';
import { conflictLog, lines, safetensors } from './gradientLog';
import { temporaryFolder } from './temporaryFolder';

const OPTIONS: OpenOptions = { k: 4, hardBelow: 0.2, easyAbove: 0.6, errored: 'drop' };

describe('openComparison', () => {
  const folder = temporaryFolder();
  const log = conflictLog();
  const changed = log.records.map((record) => ({ ...record, correct: true }));
  const withText = (records: readonly object[], text: (at: number) => string) => records.map((record, at) => ({ ...record, prompt: text(at) }));

  it('reads two logs into one snapshot, gradients too, with its halves and whose texts differ', async () => {
    folder.write('step10.grads.safetensors', safetensors('score_grad', log.vectors));
    const first = folder.write('step10.jsonl', lines(withText(log.records, () => 'What is 1 + 1?')));
    const second = folder.write('step2.jsonl', lines(withText(changed, (at) => (at < 16 ? 'What is 2 + 2?' : 'What is 1 + 1?'))));
    const seen: number[] = [];
    const { snapshot } = await openComparison([{ paths: [first] }, { paths: [second] }], { ...OPTIONS, onProgress: (read, total) => seen.push(read / total) });
    // Training's order, whatever was selected first.
    assert.deepEqual(snapshot.checkpoints.map(({ name, step }) => [name, step]), [['step2.jsonl', 2], ['step10.jsonl', 10]]);
    assert.equal(snapshot.title, 'step2.jsonl → step10.jsonl');
    assert.deepEqual(snapshot.checkpoints.map(({ columns }) => columns.gradients !== null), [false, true]);
    const { passAt1, prompts, promptTable } = compareCheckpoints(snapshot.checkpoints[0], snapshot.checkpoints[1], 4);
    assert.deepEqual([passAt1.before, passAt1.sign, prompts.paired, prompts.otherText], [1, 'fell', 12, ['p0']]);
    assert.ok(promptTable.every(({ agreement }) => agreement.before === null && agreement.after !== null));
    assert.ok(promptTable.every(({ weight }) => weight.before === 0 && weight.after !== null));
    assert.deepEqual(Array.from(snapshot.checkpoints[1].halves.choosing.n), new Array(12).fill(8));
    assert.ok(seen.every((share, at) => share <= 1 && (at === 0 || share >= seen[at - 1])) && seen.at(-1) === 1);
  });

  it('takes every run of one log for a checkpoint, or those that are named', async () => {
    const path = folder.write('runs.jsonl', lines(['b', 'a', 'c'].flatMap((run) => log.records.map((record) => ({ ...record, run })))));
    assert.deepEqual((await openComparison([{ paths: [path] }], OPTIONS)).snapshot.checkpoints.map(({ name }) => name), ['b', 'a', 'c']);
    const two = await openComparison([{ paths: [path], run: 'c' }, { paths: [path], run: 'b' }], OPTIONS);
    assert.deepEqual(two.snapshot.checkpoints.map(({ source }) => source.run), ['c', 'b']);
  });

  it('opens a prompt and a sample of either checkpoint', async () => {
    const paths = ['one.jsonl', 'two.jsonl'].map((name, at) => folder.write(name, lines(withText(log.records, () => `text ${at}`))));
    const open = await openComparison(paths.map((path) => ({ paths: [path] })), OPTIONS);
    for (const checkpoint of [0, 1]) {
      const detail = await open.detail(checkpoint, 3);
      assert.deepEqual([detail.id, detail.text], ['p3', `text ${checkpoint}`]);
      assert.equal((await open.texts(checkpoint, detail.samples[0].sample)).prompt, `text ${checkpoint}`);
    }
    assert.throws(() => open.detail(2, 0), /There is no checkpoint 2/);
  });

  it('refuses, in a sentence, what leaves nothing to compare', async () => {
    const path = folder.write('alone.jsonl', lines(log.records));
    await assert.rejects(openComparison([{ paths: [path] }], OPTIONS), /takes two checkpoints/);
    await assert.rejects(openComparison([{ paths: [path] }, { paths: [folder.path('none.jsonl')] }], OPTIONS), /none\.jsonl/);
  });
});
