import assert from 'node:assert/strict';
import { report } from '../../../src/core/report';
import type { RunSnapshot } from '../../../src/protocol/messages';
import { lengthScatter } from '../../../webview/charts/lengthScatter';
import type { Picture } from '../../../webview/charts/picture';
import { exampleRun } from '../exampleRun';

function draw(correct: readonly number[], wrong: readonly number[]): Picture {
  const plain = exampleRun();
  const run: RunSnapshot = { ...plain, columns: { ...plain.columns, lengths: { unit: 'tokens', correct: Float64Array.from(correct), wrong: Float64Array.from(wrong) } } };
  return lengthScatter({ run, report: report(run.source, run.columns, { k: 2, hardBelow: 0.1, easyAbove: 0.85 }) });
}

describe('lengthScatter', () => {
  const picture = draw([NaN, 120, 300, 200, 90], [400, 180, 500, 220, NaN]);

  it('draws the prompts that have both verdicts, correct against wrong', () => {
    assert.deepEqual(picture.clouds.map((cloud) => [cloud.name, ...cloud.x, ...cloud.y, ...cloud.prompt]), [
      ['hard', 120, 180, 1], ['middle', 300, 500, 2], ['easy', 200, 220, 3],
    ]);
  });

  it('compares within the prompt, and says which number would not', () => {
    // differences -60, -200, -20: the mean is -93.3
    assert.match(picture.notes[0], /correct responses are shorter by 93\.?3? .*tokens, over 3 prompts with both/);
    assert.match(picture.notes[1], /correct 178, wrong 325 tokens, which compares easy prompts with hard ones/);
    assert.equal(picture.notes[2], '2 prompts not drawn: one verdict only, or no length.');
  });

  it('says so when they are as long, and when one prompt leaves the interval unknown', () => {
    assert.match(draw([NaN, 120, 300, 200, NaN], [400, 120, 300, 200, NaN]).notes[0], /^Within a prompt the correct responses are on average as long as the wrong ones, over 3 prompts/);
    assert.match(draw([NaN, 120, NaN, NaN, NaN], [400, 180, NaN, NaN, NaN]).notes[0], /are shorter by 60\.0 tokens \(95% CI unknown\), over 1 prompt with both/);
  });

  it('tells the lengths of each prompt in its table', () => {
    assert.deepEqual([0, 3, 4].map((column) => picture.twin.cell(1, column)), ['middle', '300', '500']);
  });

  it('says why there is nothing to compare', () => {
    assert.match(draw([NaN, NaN, NaN, NaN, 1], [1, 1, 1, 1, NaN]).missing?.what ?? '', /both a correct and a wrong/);
    const run = exampleRun();
    assert.match(lengthScatter({ run, report: report(run.source, run.columns, { k: 2, hardBelow: 0.1, easyAbove: 0.85 }) }).missing?.what ?? '', /does not say how long/);
  });
});
