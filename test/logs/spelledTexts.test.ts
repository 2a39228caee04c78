import assert from 'node:assert/strict';
import { recordTexts } from '../../src/logs/recordTexts';
import { SpelledTexts } from '../../src/logs/spelledTexts';
import { fixture, fixtureNames, linesOf } from './fixtureFiles';
import { readLog } from './readLog';

const utf8 = new TextEncoder();
const FIELDS = { prompt: 'prompt_id', verdict: 'correct', promptText: 'prompt', response: 'response' };

/** The texts as spelled, decoded; undefined: it cannot tell. */
function found(texts: SpelledTexts, record: Uint8Array): unknown {
  if (!texts.find(record)) return undefined;
  return [texts.prompt, texts.response].map(({ start, end }) => (start < 0 ? null : (JSON.parse(`"${new TextDecoder().decode(record.subarray(start, end))}"`) as string)));
}

function read(record: Uint8Array): unknown {
  const { prompt, response } = recordTexts('generic', FIELDS)(record)(0);
  return [prompt, response];
}

describe('SpelledTexts', () => {
  it('finds the texts that reading a record gives, for every fixture it can tell of', () => {
    let told = 0;
    for (const name of fixtureNames()) {
      const { reader } = readLog(fixture(name), name);
      if (reader.format === null || !reader.isLines) continue;
      const texts = SpelledTexts.of(reader.format.name, reader.format.fields);
      for (const line of texts === null ? [] : linesOf(fixture(name))) {
        const seen = found(texts!, line);
        if (seen === undefined) continue;
        const { prompt, response } = recordTexts(reader.format.name, reader.format.fields)(line)(0);
        assert.deepEqual(seen, [prompt, response], `${name}: ${new TextDecoder().decode(line)}`);
        told++;
      }
    }
    assert.ok(told > 50, `only ${told}`);
  });

  it('finds the last of repeated members, escapes and all, whatever follows the line', () => {
    const texts = SpelledTexts.of('generic', FIELDS)!;
    for (const line of [
      '{"prompt":"a","response":"b"}', '{"response":"b","x":{"response":"no"},"prompt":"a\\n\\u00e9\\"é"}', '{"response":"first","prompt":"p","re\\u0073ponse":"last"}',
      '{"prompt":null,"response":""}', '{"prompt":"only"}', '{}',
    ]) {
      for (const after of ['', '\n', '\n{"prompt":"next"', '\nno record']) {
        const record = utf8.encode(line + after);
        assert.deepEqual(found(texts, record), read(record), line + after);
      }
    }
  });

  it('does not tell where texts are put together, or are no text, or the record is none', () => {
    const texts = SpelledTexts.of('generic', FIELDS)!;
    for (const line of [
      '{"prompt":"a","response":"b","reasoning_content":"why"}', '{"prompt":"a","response":"b","thinking":"why"}', '{"prompt":["a"],"response":"b"}', '{"prompt":"a","response":3}',
      '{"prompt":[{"role":"user","content":"a"}],"response":"b"}', '{"prompt":"a","response":"b"', '{"prompt":"a",\n"response":"b"}', '{"prompt":"a","response":"b"},',
    ]) assert.equal(found(texts, utf8.encode(line)), undefined, line);
    assert.equal(SpelledTexts.of('generic', { ...FIELDS, response: 'rollouts.*.text' }), null);
    assert.equal(SpelledTexts.of('lm-eval', FIELDS), null);
  });
});
