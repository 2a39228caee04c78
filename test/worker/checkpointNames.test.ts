import assert from 'node:assert/strict';
import { checkpointNames } from '../../src/worker/checkpointNames';

const named = (...labels: string[][]) => checkpointNames(labels).map(({ name }) => name);
const steps = (...names: string[]) => checkpointNames(names.map((name) => [name])).map(({ step }) => step);

describe('checkpointNames', () => {
  it('takes the shortest names that differ', () => {
    assert.deepEqual(named(['run.jsonl', 'a/run.jsonl'], ['other.jsonl', 'b/other.jsonl']), ['run.jsonl', 'other.jsonl']);
    assert.deepEqual(named(['run.jsonl', 'a/run.jsonl'], ['run.jsonl', 'b/run.jsonl']), ['a/run.jsonl', 'b/run.jsonl']);
    assert.deepEqual(named(['run'], ['run']), ['1: run', '2: run']);
  });

  it('reads the step from the one number that differs', () => {
    assert.deepEqual(steps('step000.jsonl', 'step030.jsonl'), [0, 30]);
    assert.deepEqual(steps('step7.jsonl.gz', 'step5'), [7, 5]);
    assert.deepEqual(steps('qwen-7b_step_100.jsonl', 'qwen-7b_step_20.jsonl'), [100, 20]);
  });

  it('knows no step where names differ in more, repeat a number, or hold none', () => {
    assert.deepEqual(steps('base.jsonl', 'grpo.jsonl'), [null, null]);
    assert.deepEqual(steps('s1_e2', 's2_e3'), [null, null]);
    assert.deepEqual(steps('step1a', 'step2b'), [null, null]);
    assert.deepEqual(steps('step01', 'step1'), [null, null]);
  });
});
