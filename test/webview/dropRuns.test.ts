import assert from 'node:assert/strict';
import { droppedUris } from '../../webview/dropRuns';

describe('droppedUris', () => {
  for (const [text, uris] of [
    ['', []],
    ['file:///w/a.jsonl', ['file:///w/a.jsonl']],
    ['file:///w/a.jsonl\r\nfile:///w/b.jsonl\r\n', ['file:///w/a.jsonl', 'file:///w/b.jsonl']],
    ['# a remark\nfile:///w/a%20b.jsonl', ['file:///w/a%20b.jsonl']],
  ] as const) {
    it(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(droppedUris(text), uris));
  }
});
