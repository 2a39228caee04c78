import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { root } from '../run/command.mjs';
import { productFiles, sourceEdges } from './sourceEdges';

const sources = productFiles(root).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
const holding = (pattern: RegExp): string[] => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

describe('the product', () => {
  it('reads its settings in one file', () => {
    assert.deepEqual(holding(/\bgetConfiguration\(/), ['src/host/settings.ts']);
  });

  it('writes HTML in two files: the page of the report, and the report that is saved', () => {
    assert.deepEqual(holding(/<html\b|<!doctype\b/i), ['src/host/page.ts', 'src/worker/savedReport.ts']);
  });

  it('has no way to reach a network', () => {
    const network = /^(node:)?(http|https|http2|net|tls|dgram|dns)(\/|$)/;
    assert.deepEqual(sourceEdges(root).filter(({ to }) => isBuiltin(to) && network.test(to)), []);
    assert.deepEqual(holding(/\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b/), []);
  });

  it('never runs text as code or shows it as markup', () => {
    assert.deepEqual(holding(/\beval\(|\bnew Function\(|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write|unsafe-inline|unsafe-eval/), []);
  });

  it('steps around neither the type checker nor the linter', () => {
    assert.deepEqual(holding(/@ts-(ignore|expect-error|nocheck)|eslint-disable|: any\b|\bas any\b|\bas unknown as\b/), []);
  });

  it('starts other programs nowhere', () => {
    assert.deepEqual(sourceEdges(root).filter(({ to }) => /^(node:)?(child_process|cluster)$/.test(to)), []);
  });
});
