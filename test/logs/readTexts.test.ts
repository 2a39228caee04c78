import assert from 'node:assert/strict';
import { readTexts } from '../../src/logs/readTexts';
import { fixture } from './fixtureFiles';
import { readLog } from './readLog';

/** The texts of every sample of a fixture, as the drill-down reads them: from the record's offset to the end of the file. */
function textsOf(name: string): unknown[] {
  const bytes = fixture(name);
  const { reader, table } = readLog(bytes, name);
  return Array.from({ length: table.sampleCount }, (_, sample) => {
    const { prompt, response, answer, target } = readTexts(bytes.subarray(table.offsetOf(sample)), reader.format?.name ?? '', reader.format?.fields ?? {}, table.elementOf(sample));
    return [prompt, response, answer, target];
  });
}

describe('readTexts', () => {
  const EXPECTED: readonly [string, readonly unknown[]][] = [
    ['generic/oneSampleARecord.jsonl', [['1+1?', '2', '2', '2'], ['1+1?', '3', '3', '2'], ['Say "no".\n', 'yes \\ maybe', 'yes', 'no'], ['Say "no".\n', 'ok', 'ok', 'no']]],
    ['generic/listOfVerdicts.jsonl', [['2+2=', '4', '4', '4'], ['2+2=', '5', '5', '4'], ['2+2=', '4', '4', '4'], ['3+3=', '7', '7', '6'], ['3+3=', '8', '8', '6']]],
    ['generic/nestedRollouts.jsonl', [['How many?', 'three', '3', '3'], ['How many?', 'four', '4', '3'], ['How far?', 'ten', '10', '9']]],
    ['lmEval/onceAFilter.jsonl', [['Q: q12\nA:', 'r12', '12', '12'], ['Q: q16\nA:', 'r16', '16', '16']]],
    ['lmEval/oldWithoutMetrics.json', [['Q7', 'r7', '7', '7']]],
    ['humanEval/results.jsonl', [[null, '    return 1\n', 'passed', null], [null, '    return 1\n', 'failed: assert', null], [null, '    return 1\n', 'timed out', null], [null, '    return 1\n', 'failed: x', null]]],
    ['messy/lineSeparators.jsonl', [[null, 'one\u2028two\u2029three\u0085four', null, null], [null, 'x', null, null]]],
    ['messy/resultsInADocument.json', [[null, null, null, null], [null, null, null, null], [null, null, null, null]]],
  ];
  for (const [name, texts] of EXPECTED) {
    it(`finds the texts of ${name} by the place of each sample`, () => assert.deepEqual(textsOf(name), texts));
  }

  it('finds a record behind blanks at the start of its line', () => {
    const bytes = new TextEncoder().encode('{"id":1,"correct":true,"response":"a"}\n \t {"id":2,"correct":true,"response":"b"}\n');
    const { table, reader } = readLog(bytes, 'a.jsonl');
    assert.equal(readTexts(bytes.subarray(table.offsetOf(1)), 'generic', reader.format?.fields ?? {}, 0).response, 'b');
  });

  it('gives nothing for bytes that are no record, or a format that is none', () => {
    const nothing = { prompt: null, response: null, answer: null, target: null };
    assert.deepEqual(readTexts(new TextEncoder().encode('{"prompt": '), 'generic', { promptText: 'prompt' }, 0), nothing);
    assert.deepEqual(readTexts(new TextEncoder().encode('{"prompt": "a"}'), 'none', { promptText: 'prompt' }, 0), nothing);
  });

  it('shows chat messages as paragraphs and other values as JSON', () => {
    const record = new TextEncoder().encode(JSON.stringify({ prompt: [{ role: 'user', content: 'Hi' }, { role: 'user', content: [{ type: 'text', text: 'you' }] }], out: { a: 1 }, gold: 7 }));
    assert.deepEqual(readTexts(record, 'generic', { promptText: 'prompt', response: 'out', target: 'gold' }, 0), { prompt: 'user: Hi\n\nuser: you', response: '{\n  "a": 1\n}', answer: null, target: '7' });
  });
});
