import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../run/browser.mjs';
import { vsix } from '../run/build.mjs';
import { root } from '../run/command.mjs';
import { type Host, installExtensions, makeDataDir, removeDir, startHost, writeSettings } from '../run/host.mjs';
import { Workbench } from './workbench';

/** Where a picture of every screen is kept. */
export const gallery = join(root, 'test/e2e/gallery');

/** What runs for all end-to-end tests together: one embedded VS Code with the .vsix installed, and one browser. */
interface Stage {
  readonly dataDir: string;
  readonly browser: Browser;
  host: Host;
}

let stage: Promise<Stage> | undefined;
const folders: string[] = [];
const opened: { readonly context: BrowserContext; readonly page: Page }[] = [];

async function raise(): Promise<Stage> {
  mkdirSync(gallery, { recursive: true });
  const dataDir = makeDataDir();
  folders.push(dataDir);
  await installExtensions(dataDir, [vsix]);
  const [host, browser] = await Promise.all([startHost({ dataDir }), launchBrowser()]);
  return { dataDir, browser, host };
}

/** A folder of a workspace with the given files in it. */
export function makeWorkspace(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'passk-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/**
 * Opens a workbench on a folder, as somebody who has never opened it in this browser.
 * @param settings of the user, beside those of every test
 */
export async function openWorkbench(folder: string, settings: Readonly<Record<string, unknown>> = {}): Promise<Workbench> {
  const { host, dataDir } = await (stage ??= raise());
  writeSettings(dataDir, { 'workbench.colorTheme': 'Dark Modern', ...settings });
  return visit(host.address(folder), folder);
}

/** Texts of the extension in a language: those of its code, and those of its manifest. */
export interface Translated {
  readonly code: Readonly<Record<string, string>>;
  readonly manifest: Readonly<Record<string, string>>;
}

/**
 * Opens a workbench in a language that VS Code itself does not have, with translations put beside the installed extension's English.
 * @param first a script that every page and frame runs before its own
 */
export async function openTranslated(folder: string, language: string, { code, manifest }: Translated, first: string): Promise<Workbench> {
  const { host, dataDir } = await (stage ??= raise());
  const installed = readdirSync(join(dataDir, 'extensions')).find((name) => name.startsWith('passk.'));
  if (installed === undefined) throw new Error('the extension is not installed');
  const extension = join(dataDir, 'extensions', installed);
  writeFileSync(join(extension, `l10n/bundle.l10n.${language}.json`), JSON.stringify(code));
  writeFileSync(join(extension, `package.nls.${language}.json`), JSON.stringify(manifest));
  writeSettings(dataDir, { 'workbench.colorTheme': 'Dark Modern' });
  // The page of a VS Code that is installed in this language sets this.
  return visit(host.address(folder), folder, `globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};\n${first}`);
}

/**
 * Opens the workbench that is served at an address.
 * @param first a script that every page and frame runs before its own
 */
export async function visit(address: string, folder: string, first = ''): Promise<Workbench> {
  const { browser } = await (stage ??= raise());
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(15_000);
  if (first !== '') await context.addInitScript(first);
  const page = await context.newPage();
  opened.push({ context, page });
  await page.goto(address);
  const workbench = new Workbench(page, folder);
  await workbench.ready();
  return workbench;
}

/** Ends VS Code and starts it again on the same data, as on the next morning. */
export async function restartHost(): Promise<void> {
  const standing = await (stage ??= raise());
  await closeWorkbenches();
  await standing.host.stop();
  standing.host = await startHost({ dataDir: standing.dataDir });
}

/** Keeps a picture of a screen, by the name of the screen and of the theme it wears. */
export async function photograph({ page }: Workbench, name: string): Promise<void> {
  await page.screenshot({ path: join(gallery, `${name}.png`) });
}

/** Keeps a picture of what a failed test saw last. */
export async function photographFailure(title: string): Promise<void> {
  const last = opened.at(-1);
  if (last && !last.page.isClosed()) await last.page.screenshot({ path: join(gallery, `failed ${title.replace(/[^\w ]+/g, '-').slice(0, 120)}.png`) });
}

export async function closeWorkbenches(): Promise<void> {
  for (const { context } of opened.splice(0)) await context.close();
}

/** Takes everything down that was put up, and only that. */
export async function strike(): Promise<void> {
  if (!stage) return;
  const standing = await stage.catch(() => undefined);
  await standing?.browser.close();
  await standing?.host.stop();
  for (const folder of folders.splice(0)) if (existsSync(folder)) removeDir(folder);
}
