import assert from 'node:assert/strict';
import { guessFields } from '../../../src/logs/formats/guessFields';
import type { FieldMap, JsonObject } from '../../../src/logs/formats/logFormat';
import { verdictFields } from '../../../src/logs/formats/verdictFields';

const CASES: readonly [name: string, records: readonly JsonObject[], fields: FieldMap | null][] = [
  ['nothing to go by', [{ loss: 1 }, { loss: 2 }], null],
  ['a verdict without any prompt', [{ correct: true }, { correct: false }], null],
  ['a prompt without a verdict', [{ prompt: 'a', response: 'b' }], null],
  ['camel case', [{ promptId: 'a', isCorrect: true, modelOutput: 'x', sampleIdx: 0 }, { promptId: 'a', isCorrect: true, modelOutput: 'y', sampleIdx: 1 }],
    { prompt: 'promptId', verdict: 'isCorrect', response: 'modelOutput', sample: 'sampleIdx' }],
  ['an explicit verdict before a score', [{ id: 1, score: 0.3, correct: false }, { id: 2, score: 0.9, correct: true }], { prompt: 'id', verdict: 'correct' }],
  ['the rounded score before the raw one', [{ task_id: 'a', score: 0.3, score_binarized: 0 }, { task_id: 'b', score: 1, score_binarized: 1 }], { prompt: 'task_id', verdict: 'score_binarized' }],
  ['a verdict inside an object', [{ id: 1, grading: { correct: true } }, { id: 2, grading: { correct: false } }], { prompt: 'id', verdict: 'grading.correct' }],
  ['an id deep inside that is another thing\'s', [{ question: 'q', correct: true, meta: { id: 'a' } }, { question: 'r', correct: true, meta: { id: 'b' } }], { promptText: 'question', verdict: 'correct' }],
  ['one odd value in a verdict field', [...Array(7).fill({ id: 1, result: 'passed' }), { id: 2, result: 'who knows' }] as JsonObject[], { prompt: 'id', verdict: 'result' }],
  ['words that are no verdicts', [{ id: 1, status: 'running' }, { id: 2, status: 'queued' }], null],
  ['scores of tokens', [{ prompt: 'a', response: 'b', score: [0.1, 0.2, 0.3], reward: 1 }], { promptText: 'prompt', response: 'response', verdict: 'reward' }],
  ['scores of samples', [{ prompt: 'a', responses: ['x', 'y'], scores: [0.1, 1] }], { promptText: 'prompt', response: 'responses', verdict: 'scores' }],
  ['verdicts in a list of objects, with their texts', [{ question: 'a', attempts: [{ output: 'x', passed: true }, { output: 'y', passed: false }] }],
    { promptText: 'question', verdict: 'attempts.*.passed', response: 'attempts.*.output' }],
  ['counts', [{ id: 'a', n: 8, c: 3 }], { prompt: 'id', n: 'n', c: 'c' }],
  ['counts under other names', [{ question_id: 'a', num_samples: 8, num_correct: 8 }], { prompt: 'question_id', n: 'num_samples', c: 'num_correct' }],
  ['counts named correct and total', [{ id: 'a', correct: 5, total: 8 }, { id: 'b', correct: 0, total: 8 }], { prompt: 'id', n: 'total', c: 'correct' }],
  ['a verdict of 0 and 1 beside some total', [{ id: 'a', correct: 1, total: 8 }, { id: 'b', correct: 0, total: 8 }], { prompt: 'id', verdict: 'correct' }],
  ['counts beside the list that they count', [{ id: 'a', n: 2, c: 1, correct: [true, false] }], { prompt: 'id', verdict: 'correct' }],
  ['the model\'s answer, and the gold one', [{ id: 1, correct: true, answer: '4', prediction: '4' }], { prompt: 'id', verdict: 'correct', answer: 'prediction', target: 'answer' }],
  ['an answer alone', [{ id: 1, correct: true, answer: '4' }], { prompt: 'id', verdict: 'correct', answer: 'answer' }],
  ['a run that is new on every line', [1, 2, 3].map((run) => ({ run_id: `r${run}`, prompt_id: 'a', passed: true })), { prompt: 'prompt_id', verdict: 'passed' }],
  ['a run that lines share', [1, 1, 2].map((step) => ({ step, prompt_id: 'a', passed: true })), { prompt: 'prompt_id', verdict: 'passed', run: 'step' }],
  ['an index that numbers the samples of a prompt', [0, 1, 0, 1].map((index, at) => ({ prompt_id: at < 2 ? 'a' : 'b', index, passed: true })), { prompt: 'prompt_id', verdict: 'passed', sample: 'index' }],
  ['an index that does not', [0, 0, 0, 1].map((index) => ({ prompt_id: 'a', index, passed: true })), { prompt: 'prompt_id', verdict: 'passed' }],
  ['an epoch that is the same everywhere', [0, 0, 1].map((id) => ({ prompt_id: id, epoch: 1, passed: true })), { prompt: 'prompt_id', verdict: 'passed' }],
  ['a sample number that is the same everywhere', [0, 0, 1].map((id) => ({ prompt_id: id, sample: 0, passed: true })), { prompt: 'prompt_id', verdict: 'passed' }],
  ['a sample number with some repeats', [0, 1, 1].map((sample) => ({ prompt_id: 'a', sample, passed: true })), { prompt: 'prompt_id', verdict: 'passed', sample: 'sample' }],
  ['score vectors in some records only', [{ prompt_id: 'a', correct: true, score_grad: [1] }, ...Array(9).fill({ prompt_id: 'a', correct: true })] as JsonObject[],
    { prompt: 'prompt_id', verdict: 'correct', scoreGrad: 'score_grad' }],
  ['a shape that only few records have', [{ id: 1, correct: true }, ...Array(9).fill({ loss: 1 })] as JsonObject[], null],
  ['keys with dots', [{ id: 1, scores: { 'acc.norm': 1, acc: 0 } }], { prompt: 'id', verdict: 'scores.acc' }],
  ['a key that is __proto__', [JSON.parse('{"id":1,"__proto__":{"correct":true},"passed":true}') as JsonObject], { prompt: 'id', verdict: '__proto__.correct' }],
];

describe('guessFields', () => {
  for (const [name, records, fields] of CASES) {
    it(`reads ${name}`, () => assert.deepEqual(guessFields(records)?.fields ?? null, fields));
  }

  it('is less sure of scores than of verdicts, and of texts than of ids', () => {
    const confidence = (record: JsonObject): number => guessFields([record])?.confidence ?? 0;
    assert.ok(confidence({ id: 1, correct: true }) > confidence({ prompt: 'a', correct: true }));
    assert.ok(confidence({ prompt: 'a', correct: true }) > confidence({ id: 1, score: 0.4 }));
  });
});

describe('verdictFields', () => {
  it('offers every field that could be the verdict', () => {
    assert.deepEqual(verdictFields([{ id: 1, acc: 0, acc_norm: 1, exact_match: 1, finished: true, text: 'x', score: { value: 'C' }, status: 'queued' }]), ['acc', 'acc_norm', 'exact_match', 'finished', 'score', 'score.value']);
  });
});
