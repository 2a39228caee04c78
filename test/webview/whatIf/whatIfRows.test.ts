import assert from 'node:assert/strict';
import type { StepRate } from '../../../src/core/mitigation/stepRates';
import type { Remedy } from '../../../src/protocol/analysis';
import { forestScale } from '../../../webview/whatIf/forestPlot';
import { droppedWords, rowSentence, whatIfRows, type Mitigation } from '../../../webview/whatIf/whatIfRows';

const rate = (value: number, reach: number): StepRate => ({ rate: value, se: reach / 1.96, ci: [value - reach, value + reach] });
const remedy = (weights: number[], passAt1: number, passAtK: number, check: Remedy['check'] = null): Remedy => ({ weights: Float64Array.from(weights), predicted: { passAt1, passAtK }, check });

const mitigation: Mitigation = {
  kind: 'mitigation', k: 8,
  raw: remedy([4, 2, 0], -0.4, 2, { passAt1: rate(-0.5, 0.2), passAtK: rate(2, 1), verdict: 'conflict' }),
  without: remedy([0, 2, 0], 0.1, 0.5, { passAt1: rate(0.05, 0.2), passAtK: rate(0.5, 1), verdict: 'inconclusive' }),
  remedies: [
    { method: 'surgery', parameter: 0.25, ...remedy([4.25, 2.25, 0.25], -1e-17, 1.5) },
    { method: 'cap', parameter: NaN, ...remedy([4, 2, 0], NaN, NaN) },
    { method: 'drop', parameter: 1, ...remedy([0, 2, 0], 0.1, 3) },
  ],
  largestSafeK: 4, unchecked: null,
};

describe('whatIfRows', () => {
  const rows = whatIfRows(mitigation, '1 prompt flagged, of weight 0');

  it('has the weights as they are on top, then what is left out, then the methods', () => {
    assert.deepEqual(rows.map(({ id, weights, drops }) => [id, weights, drops]), [['raw', 'pass@k', false], ['without', 'pass@k', true], ['surgery', 'surgery', false], ['cap', 'cap', false], ['drop', 'drop', false]]);
    assert.deepEqual(whatIfRows({ ...mitigation, without: null }, '').map(({ id }) => id), ['raw', 'surgery', 'cap', 'drop']);
  });

  it('gives the inner product, the share of the gain that is kept, and how many are left out', () => {
    assert.deepEqual(rows.map(({ passAt1, gainKept, zero }) => [passAt1, gainKept, zero]), [[-0.4, 1, 1], [0.1, 0.25, 2], [0, 0.75, 0], [-0.4, 1, 1], [0.1, 1.5, 2]]);
  });

  it('says what the other half of the samples says, and where nothing was checked', () => {
    assert.deepEqual(rows.map(({ checked }) => checked?.says ?? null), ['it lowers pass@1', 'it cannot be told', null, 'it lowers pass@1', null]);
    assert.deepEqual(rows[0]?.checked?.ci.map((end) => Number(end.toFixed(6))), [-0.7, -0.3]);
  });

  it('knows no share of a gain that is none', () => {
    const [raw, without] = whatIfRows({ ...mitigation, raw: remedy([1], -1, -0.1) }, '');
    assert.deepEqual([raw?.gainKept, without?.gainKept], [null, null]);
  });

  it('tells each row in a sentence, the unknown too', () => {
    const sentences = rows.map(rowSentence);
    assert.equal(sentences[0], 'Pass@8 as it is: a step would lower pass@1 (−0.400); 100% of the gain of pass@k is kept. By the other half of the samples it lowers pass@1.');
    assert.equal(sentences[2], 'Add pass@1 (gradient surgery): a step would not lower pass@1 (0); 75% of the gain of pass@k is kept. Not checked on other samples.');
    assert.match(sentences[3] ?? '', /^Cap the weights: a step would lower pass@1 \(−0\.400\); 100% of/);
    assert.match(rows[3]?.meaning ?? '', /cannot help/);
    const [, , , , unknown] = whatIfRows({ ...mitigation, remedies: [...mitigation.remedies.slice(0, 2), { method: 'drop', parameter: 1, ...remedy([0], NaN, NaN) }] }, '');
    assert.match(rowSentence(unknown ?? rows[0]!), /its effect on pass@1 is unknown; the gain of pass@k is unknown/);
  });

  it('shows the weights as they are where a method cannot help: it changes nothing', () => {
    assert.deepEqual([rows[3]?.passAt1, rows[3]?.gainKept], [rows[0]?.passAt1, 1]);
  });

  it('says what is left out, and when that is nothing', () => {
    assert.deepEqual([droppedWords(0, null), droppedWords(1, null), droppedWords(0, 'group:hard'), droppedWords(12, 'group:hard')], ['no prompt is flagged', '1 prompt flagged, of weight 0', 'no prompt passes group:hard', '12 prompts of weight 0: group:hard']);
  });
});

describe('forestScale', () => {
  it('puts every row on one scale that holds 0 and all that is known', () => {
    const place = forestScale(whatIfRows(mitigation, ''));
    const [low, zero, high] = [place(-0.7), place(0), place(0.25)];
    assert.ok(low === 8 && low < zero && zero < high && Math.abs(high - 212) < 1e-9, `${low} ${zero} ${high}`);
    assert.ok(Math.abs((zero - low) / (high - low) - 0.7 / 0.95) < 1e-9);
  });

  it('stands where nothing is known', () => {
    assert.equal(forestScale([])(0), 8);
  });
});
