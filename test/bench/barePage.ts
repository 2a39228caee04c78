import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { ToView } from '../../src/protocol/messages';
import { root } from '../run/command.mjs';

const address = 'http://view.test/';
/** A dark theme's colours: what a chart looks up, so that as much is drawn as in the editor. */
const theme = { 'foreground': '#cccccc', 'editor-background': '#1f1f1f', 'descriptionForeground': '#9d9d9d', 'charts-foreground': '#cccccc', 'charts-yellow': '#cca700', 'charts-purple': '#b180d7', 'charts-blue': '#59a4f9', 'charts-red': '#f14c4c', 'charts-green': '#89d185', 'font-size': '13px', 'font-family': 'sans-serif' };
const html = `<!DOCTYPE html><html lang="en" style="${Object.entries(theme).map(([name, value]) => `--vscode-${name}: ${value}`).join('; ')}">
<head><meta charset="utf-8"><link rel="stylesheet" href="webview.css"></head><body class="vscode-dark"><div id="app"></div><script type="module" src="webview.js"></script></body></html>`;

/** The built view in a browser of its own, with no editor around it and nobody who answers what it asks. */
export async function barePage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.route(`${address}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const kinds: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };
    return name === '' ? route.fulfill({ contentType: 'text/html', body: html }) : route.fulfill({ contentType: kinds[name.split('.').at(-1) ?? ''] ?? 'font/woff2', body: readFileSync(join(root, 'dist', name)) });
  });
  // As text: a function would carry names of the compiler's own.
  await page.addInitScript({ content: 'window.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} });' });
  await page.goto(address);
  return page;
}

/** Hands the view a message, as its host would. */
export async function tell(page: Page, message: ToView): Promise<void> {
  await page.evaluate((said) => window.postMessage(said, '*'), message);
}
