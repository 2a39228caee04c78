import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { linkTarget, promptLink, type LinkTarget } from '../../src/host/promptLink';

const target = (more: Partial<LinkTarget>): LinkTarget => ({ run: 'runs/a.jsonl', prompt: 'p1', k: 8, ...more });

describe('promptLink', () => {
  it('is short where it can be', () => {
    assert.equal(promptLink('vscode', target({})), 'vscode://passk.passk-inspector/open?run=runs/a.jsonl&prompt=p1&k=8');
  });

  for (const hostile of ['a b', 'a&k=1', 'a=b', '50%', '50%25', 'a+b', 'a#b', 'a?b', 'ünï中', '"quoted"', '[x](command:y)', '/', '%26', '\n', '']) {
    it(`leads back to a prompt called ${JSON.stringify(hostile)}`, () => {
      const link = vscode.Uri.parse(promptLink('vscode', target({ prompt: hostile })), true);
      assert.equal(link.path, '/open');
      assert.deepEqual(linkTarget(link.query), target({ prompt: hostile }));
    });
  }

  it('leads back to a run of several files, and to a path with spaces', () => {
    for (const run of ['file:///w/a.jsonl?%5B%22a.jsonl%22%2C%22b.jsonl%22%5D', '/w/my runs/a&b.jsonl', 'C:\\logs\\a.jsonl']) {
      assert.deepEqual(linkTarget(vscode.Uri.parse(promptLink('code-oss', target({ run }))).query), target({ run }));
    }
  });

  it('leaves out what it does not name', () => {
    assert.deepEqual(linkTarget(vscode.Uri.parse(promptLink('vscode', target({ prompt: null, k: null }))).query), target({ prompt: null, k: null }));
  });

  it('is read as people write it', () => {
    assert.deepEqual(linkTarget(vscode.Uri.parse('vscode://passk.passk-inspector/open?run=runs%2Fa.jsonl&prompt=p%201').query), target({ prompt: 'p 1', k: null }));
  });

  for (const [query, reason] of [['', 'no run'], ['prompt=p1', 'no run'], ['run=', 'no run'], ['run=a&k=0', 'no whole k'], ['run=a&k=1.5', 'no whole k'], ['run=a&k=', 'no whole k'], ['run=a&k=1e99', 'no whole k']] as const) {
    it(`says of ${JSON.stringify(query)}: ${reason}`, () => assert.equal(linkTarget(query), reason));
  }
});
