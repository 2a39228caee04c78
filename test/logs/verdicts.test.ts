import assert from 'node:assert/strict';
import type { JsonValue } from '../../src/logs/formats/logFormat';
import { agreement, readVerdict } from '../../src/logs/verdicts';

const TABLE: readonly [JsonValue | undefined, string, number?][] = [
  [true, 'correct'], [false, 'wrong'], ['True', 'correct'], ['true', 'correct'], ['False', 'wrong'],
  [1, 'correct', 1], [1.0, 'correct', 1], [0, 'wrong', 0], [0.5, 'correct', 0.5], [0.49, 'wrong', 0.49], [-1, 'wrong', -1], [8.1, 'correct', 8.1], [1e-300, 'wrong', 1e-300],
  [NaN, 'errored'], [Infinity, 'errored'], [-Infinity, 'errored'],
  ['1', 'correct', 1], ['0.0', 'wrong', 0], ['1.0', 'correct', 1], [' passed ', 'correct'], ['-.5e1', 'wrong', -5],
  ['C', 'correct'], ['I', 'wrong'], ['N', 'wrong'], ['P', 'correct', 0.5], ['correct', 'correct'], ['incorrect', 'wrong'], ['pass', 'correct'], ['passed', 'correct'], ['fail', 'wrong'],
  ['failed', 'wrong'], ['success', 'correct'], ['completed', 'correct'], ['yes', 'correct'], ['No', 'wrong'], ['ACCEPTED', 'correct'],
  ['timeout', 'wrong'], ['timed out', 'wrong'], ['error', 'errored'], ['exception', 'errored'], ['crashed', 'errored'],
  ['failed: AssertionError: correct', 'wrong'], ['error: passed', 'errored'], ['passed: not really', 'unscored'], ['Judgement: Yes', 'correct'], ['Judgement: No', 'wrong'], ['judgement:', 'unscored'],
  [null, 'unscored'], [undefined, 'unscored'], ['', 'unscored'], ['N/A', 'unscored'], ['perhaps', 'unscored'], ['42 apples', 'unscored'], ['x'.repeat(10_000), 'unscored'],
  [{ acc: 1 }, 'correct', 1], [{ acc: 0.0 }, 'wrong', 0], [{ passed: false, score: 1 }, 'wrong'], [{ anything: true }, 'correct'], [{ a: 1, b: 0 }, 'unscored'], [{}, 'unscored'],
  [{ value: 'C', answer: '4' }, 'correct'], [{ match: { value: 'C', answer: '4' } }, 'correct'], [{ score: { acc: { x: 1 } } }, 'unscored'], [JSON.parse('{"__proto__": true}') as JsonValue, 'correct'], [[true], 'unscored'], [[], 'unscored'],
];

describe('readVerdict', () => {
  for (const [value, verdict, score] of TABLE) {
    it(`reads ${(JSON.stringify(value) ?? String(value)).slice(0, 60)}${typeof value === 'number' && !Number.isFinite(value) ? ` (${value})` : ''} as ${verdict}`, () => {
      assert.deepEqual(readVerdict(value, 0.5), { verdict, score: score ?? NaN });
    });
  }

  it('holds scores against the threshold that is given', () => {
    assert.equal(readVerdict(0.7, 0.8).verdict, 'wrong');
    assert.equal(readVerdict(0.8, 0.8).verdict, 'correct');
    assert.equal(readVerdict('P', 0.8).verdict, 'wrong');
    assert.equal(readVerdict(true, 0.8).verdict, 'correct');
  });
});

describe('agreement', () => {
  const CASES: readonly [said: JsonValue | undefined, expected: JsonValue | undefined, verdict: string][] = [
    ['4', '4', 'correct'], [' 4\n', '4', 'correct'], [4, '4', 'correct'], ['5', '4', 'wrong'], [true, true, 'correct'], ['C', 'Y', 'wrong'], ['a', 'A', 'wrong'],
    ['Judgement: Yes', 'Judgement: Yes', 'correct'], ['Judgement: yes\n\nReasoning: no.', 'Judgement: Yes', 'correct'], ['**Judgement**: No', 'Judgement: No', 'correct'],
    ['Judgement: No', 'Judgement: Yes', 'wrong'], ['Both are 4.\n\n**Judgement:** Yes (the same)', 'Judgement: Yes', 'correct'], ['cannot tell', 'Judgement: No', 'wrong'], [null, '4', 'wrong'], [undefined, '4', 'wrong'], [{ a: 1 }, '4', 'wrong'],
    ['4', null, 'unscored'], ['4', undefined, 'unscored'], ['4', ['4'], 'unscored'], [null, null, 'unscored'],
  ];
  for (const [said, expected, verdict] of CASES) {
    it(`of ${JSON.stringify(said)} with ${JSON.stringify(expected)} is ${verdict}`, () => assert.equal(agreement(said, expected).verdict, verdict));
  }
});
