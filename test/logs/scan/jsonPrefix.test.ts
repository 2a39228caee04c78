import assert from 'node:assert/strict';
import { jsonPrefix } from '../../../src/logs/scan/jsonPrefix';

describe('jsonPrefix', () => {
  const document = '{"a": [1, {"b": "x\\"}"}, null], "c": {"d": []}, "e": true}';

  it('gives what is whole of a value that is cut anywhere, and never more than the value holds', () => {
    const all = JSON.stringify(JSON.parse(document));
    let longest = 0;
    for (let cut = 1; cut < document.length; cut++) {
      const prefix = jsonPrefix(document.slice(0, cut), 0);
      assert.ok(prefix !== null && !prefix.isWhole, `cut at ${cut}`);
      const text = JSON.stringify(prefix.value);
      // What is whole, less the brackets that close it, is how the value begins.
      assert.ok(all.startsWith(text.replace(/[\]}]+$/, '')), `${text} at ${cut}`);
      longest = Math.max(longest, text.length);
    }
    assert.ok(longest > all.length / 2);
    assert.deepEqual(jsonPrefix(document, 0), { value: JSON.parse(document), end: document.length, isWhole: true });
  });

  it('ends where the first value ends', () => {
    assert.deepEqual(jsonPrefix('  {"a":1} {"b":2}', 2), { value: { a: 1 }, end: 9, isWhole: true });
  });

  it('refuses what cannot become JSON', () => {
    for (const text of ['{"a":1}}'.slice(0, 6) + ']', '{"a":"x\n"}', '[1 2]', '{"a":1,\n{"b":2}}', '{a:1}', '"a"', '', '{"a":"x\n{"b":1']) assert.equal(jsonPrefix(text, 0), null, text);
  });
});
