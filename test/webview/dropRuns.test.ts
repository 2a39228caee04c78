import assert from 'node:assert/strict';
import { droppedUris } from '../../webview/dropRuns';

describe('droppedUris', () => {
  for (const [text, uris] of [
    ['', []],
    ['file:///w/a.jsonl', ['file:///w/a.jsonl']],
    ['file:///w/a.jsonl\r\nfile:///w/b%20c.jsonl\r\n', ['file:///w/a.jsonl', 'file:///w/b%20c.jsonl']],
    ['# a remark\nfile:///w/a.jsonl', ['file:///w/a.jsonl']],
  ] as const) {
    it(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(droppedUris(text), uris));
  }
});
