import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { page, pageRoots } from '../../src/host/page';

const extension = vscode.extensions.getExtension('passk.passk-inspector');
assert.ok(extension, 'the extension under test is installed');

describe('page', () => {
  let panel: vscode.WebviewPanel;
  let html: string;
  before(() => {
    panel = vscode.window.createWebviewPanel('passk.test', 'Page', vscode.ViewColumn.Active, { enableScripts: true, localResourceRoots: pageRoots(extension.extensionUri) });
    html = page(panel.webview, extension.extensionUri);
  });
  after(() => panel.dispose());

  it('forbids all that it does not need', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    const rules = new Map(policy.split('; ').map((rule) => [rule.slice(0, rule.indexOf(' ')), rule.slice(rule.indexOf(' ') + 1)]));
    const nonce = /<script type="module" nonce="([^"]+)"/.exec(html)?.[1];
    assert.equal(rules.get('default-src'), "'none'");
    assert.equal(rules.get('script-src'), `'nonce-${nonce}'`);
    const styleNonce = /<meta property="csp-nonce" content="([^"]+)"/.exec(html)?.[1];
    assert.notEqual(styleNonce, nonce);
    assert.equal(rules.get('style-src'), `${panel.webview.cspSource} 'nonce-${styleNonce}'`);
    for (const rule of ['font-src', 'img-src']) assert.equal(rules.get(rule), panel.webview.cspSource);
    assert.doesNotMatch(policy, /unsafe|data:|\*(?!\.)/);
  });

  it('holds one script, from the extension, and nothing inline', () => {
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.match(html, /<script type="module" nonce="[^"]+" src="[^"]+\/dist\/webview\.js"><\/script>/);
    assert.match(html, /<link rel="stylesheet" href="[^"]+\/dist\/webview\.css">/);
    assert.doesNotMatch(html, /<style|style=|\son\w+=|javascript:/i);
    assert.match(html, /<html lang="en">/);
    assert.match(html, /<div id="app"><\/div>/);
  });

  it('has another nonce each time', () => {
    const nonces = Array.from({ length: 20 }, () => /nonce="([^"]+)"/.exec(page(panel.webview, extension.extensionUri))?.[1]);
    assert.equal(new Set(nonces).size, 20);
  });

  it('may load from the built scripts only', () => {
    assert.deepEqual(pageRoots(extension.extensionUri).map(({ fsPath }) => fsPath), [vscode.Uri.joinPath(extension.extensionUri, 'dist').fsPath]);
  });
});
