import assert from 'node:assert/strict';
import { readLog } from '../readLog';

const encode = (records: readonly unknown[]): Uint8Array => new TextEncoder().encode(records.map((record) => `${JSON.stringify(record)}\n`).join(''));

/** Answers as letters in order of appearance, "-" for none; lengths; categories of the prompts. */
function extras(records: readonly unknown[], fields?: Record<string, string>): { answers: string; lengths: number[]; unit: string | null; categories: (string | null)[]; notes: readonly string[] } {
  const { table, reader } = readLog(encode(records), 'a.jsonl', 1 << 16, fields === undefined ? {} : { format: 'generic', fields });
  assert.equal(reader.malformedCount, 0);
  const keys: number[] = [];
  const samples = Array.from({ length: table.sampleCount }, (_, sample) => sample);
  const letter = (key: number): string => {
    if (Number.isNaN(key)) return '-';
    if (!keys.includes(key)) keys.push(key);
    return String.fromCharCode(97 + keys.indexOf(key));
  };
  const answers = samples.map((sample) => letter(table.answerOf(sample))).join('');
  assert.equal(table.answerCount, answers.replaceAll('-', '').length);
  const lengths = samples.map((sample) => table.lengthOf(sample));
  assert.equal(table.lengthCount, lengths.filter((length) => !Number.isNaN(length)).length);
  return { answers, lengths, unit: table.lengthUnit, categories: Array.from({ length: table.promptCount }, (_, prompt) => table.categoryOf(prompt)), notes: table.notes };
}

describe('SampleExtras', () => {
  it('tells the answers of single samples apart, however they are spelled', () => {
    const records = ['4', '4', '\\frac{1}{2}', 'é', '\\frac{1}{2}', '', null, 4, true].map((pred, sample) => ({ id: 'p', sample, correct: true, pred }));
    assert.equal(extras(records).answers, 'aabcb--ad');
    const escaped = new TextEncoder().encode('{"id":"p","correct":true,"pred":"\\u00e9"}\n{"id":"p","correct":true,"pred":"é"}\n{"id":"p","correct":true}\n');
    const { table } = readLog(escaped, 'a.jsonl');
    assert.equal(table.answerOf(0), table.answerOf(1));
    assert.ok(Number.isNaN(table.answerOf(2)));
  });

  it('takes lengths in tokens where the log has them, and bytes of the response where it has none', () => {
    const records = [{ id: 'p', correct: true, response: 'a "quoted" é', usage: { completion_tokens: 7 } }, { id: 'p', correct: false, response: 'xx', usage: { completion_tokens: 9 } }];
    assert.deepEqual([extras(records).lengths, extras(records).unit], [[7, 9], 'tokens']);
    const without = [...records.map(({ id, correct, response }) => ({ id, correct, response })), { id: 'p', correct: true, response: null }];
    assert.deepEqual([extras(without).lengths, extras(without).unit], [['a \\"quoted\\" é'.length + 1, 2, NaN], 'bytes']);
  });

  it('names the unit of a length by its field, and does not guess it', () => {
    const unit = (name: string): string | null => extras([{ id: 'p', correct: true, [name]: 5 }], { prompt: 'id', verdict: 'correct', length: name }).unit;
    assert.deepEqual(['num_generated_tokens', 'response_length', 'num_chars', 'size_bytes', 'length'].map(unit), ['tokens', 'tokens', 'characters', 'bytes', 'unknown']);
  });

  it('takes them element by element beside a list of verdicts, and leaves lists of another length alone', () => {
    const records = [
      { idx: 1, correct: [true, false, true], pred: ['4', '5', '4'], code: ['long "one"', 'b', null], level: 3 },
      { idx: 2, correct: [false, false, false], pred: ['only one'], code: ['x', 'y', 'z'], level: 'hard' },
    ];
    const found = extras(records, { prompt: 'idx', verdict: 'correct', answer: 'pred', response: 'code', category: 'level' });
    assert.deepEqual([found.answers, found.lengths, found.unit, found.categories], ['aba---', [12, 1, NaN, 1, 1, 1], 'bytes', ['3', 'hard']]);
  });

  it('takes them from inside a list of objects', () => {
    const records = [{ id: 1, rollouts: [{ correct: true, pred: '4', text: 'so\n4', n_tokens: 3 }, { correct: false, pred: '', text: 'no' }, { correct: false, pred: '4' }] }];
    const inside = { prompt: 'id', verdict: 'rollouts.*.correct', answer: 'rollouts.*.pred' };
    const texts = extras(records, { ...inside, response: 'rollouts.*.text', length: '' });
    assert.deepEqual([texts.answers, texts.lengths, texts.unit], ['a-a', [4, 2, NaN], 'characters']);
    const tokens = extras(records, { ...inside, length: 'rollouts.*.n_tokens' });
    assert.deepEqual([tokens.lengths, tokens.unit], [[3, NaN, NaN], 'tokens']);
    assert.deepEqual(extras(records).answers, 'a-a', 'guessed');
  });

  it('does not take what a test said for an answer', () => {
    const { table, reader } = readLog(encode([{ task_id: 'HumanEval/0', completion: 'x', result: 'passed', passed: true }]), 'a.jsonl');
    assert.deepEqual([reader.format?.name, reader.format?.fields.answer, table.answerCount], ['human-eval', 'result', 0]);
  });

  it('keeps the first category of a prompt, run by run', () => {
    const records = [['a', 'x', 'algebra'], ['b', 'x', null], ['a', 'x', 'geometry'], ['a', 'y', 'number theory'], ['b', 'x', 'algebra']].map(([id, run, category]) => ({ id, run, category, correct: true }));
    assert.deepEqual(extras(records).categories, ['algebra', 'algebra', 'number theory']);
  });
});
