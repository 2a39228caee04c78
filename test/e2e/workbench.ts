import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually';
import { Report } from './report';

/** The four kinds of themes: the title of one, and the class VS Code gives its window in them. */
export const themes = {
  dark: { title: 'Dark Modern', mark: 'vs-dark' },
  light: { title: 'Light Modern', mark: 'vs' },
  'high contrast dark': { title: 'Dark High Contrast', mark: 'hc-black' },
  'high contrast light': { title: 'Light High Contrast', mark: 'hc-light' },
} as const;

/** VS Code's window, used as a person uses it: what is seen is clicked, what is typed goes to what has the focus. */
export class Workbench {
  constructor(
    readonly page: Page,
    readonly folder: string,
  ) {}

  /** The report in the visible editor. */
  get report(): Report {
    return new Report(this.page);
  }

  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .explorer-folders-view').waitFor();
    // The extension's own view is there once VS Code knows the extension.
    await this.page.locator('.activitybar').getByRole('tab', { name: 'Pass@k' }).waitFor();
  }

  /** Explorer, right click on the file or folder, an entry of the menu. */
  async chooseInExplorer(name: string, entry: string): Promise<void> {
    await this.showExplorer();
    await this.fileInExplorer(name).click({ button: 'right' });
    const item = this.page.getByRole('menuitem', { name: entry });
    // A menu takes no click in its first tenth of a second, so that the click that opened it chooses nothing.
    await eventually(async () => {
      await item.click({ timeout: 1000 });
      await item.waitFor({ state: 'detached', timeout: 1000 });
    });
  }

  /** Explorer, one file and then others with Control held. */
  async selectInExplorer(first: string, ...others: readonly string[]): Promise<void> {
    await this.showExplorer();
    await this.fileInExplorer(first).click();
    // The click opens the file, and when it is open the Explorer selects it alone.
    await this.tab(first).waitFor();
    await eventually(async () => {
      await this.fileInExplorer(first).click();
      for (const other of others) await this.fileInExplorer(other).click({ modifiers: ['Control'] });
      for (const name of [first, ...others]) assert.equal(await this.fileInExplorer(name).getAttribute('aria-selected'), 'true');
    });
  }

  async inspect(name: string): Promise<Report> {
    await this.chooseInExplorer(name, 'Inspect Evaluation Run');
    return this.report;
  }

  fileInExplorer(name: string): Locator {
    return this.page.locator('.explorer-folders-view').getByRole('treeitem', { name, exact: true });
  }

  async showExplorer(): Promise<void> {
    const tab = this.page.locator('.activitybar').getByRole('tab', { name: /^Explorer/ });
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
  }

  async showFlagged(): Promise<Locator> {
    return this.showTree('Flagged Prompts');
  }

  async showRuns(): Promise<Locator> {
    return this.showTree('Runs');
  }

  private async showTree(name: string): Promise<Locator> {
    const tab = this.page.locator('.activitybar').getByRole('tab', { name: 'Pass@k' });
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    return this.page.locator('.sidebar').getByRole('tree', { name });
  }

  /** Follows a link as if it had been clicked in another program, and lets the extension open it. */
  async openUrl(link: string): Promise<void> {
    await this.runCommand('Developer: Open URL');
    await this.quickInput.fill(link);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('dialog').filter({ hasText: 'Pass@k Inspector' }).getByRole('button', { name: 'Open', exact: true }).click();
  }

  /** Opens a file in the text editor, for good and not as a preview. */
  async openText(name: string): Promise<void> {
    await this.showExplorer();
    await this.fileInExplorer(name).dblclick();
    // It may be open as a report, too.
    await this.tab(name).last().waitFor();
  }

  tab(name: string | RegExp): Locator {
    return this.page.locator('.editor-group-container').getByRole('tab', { name });
  }

  /** Runs a command of the palette by its full title, with the keyboard. */
  async runCommand(title: string): Promise<void> {
    const entry = this.page.locator('.quick-input-list').getByRole('option', { name: title }).first();
    // The palette lists what can be done in the moment it opens, so it is closed before it is asked again.
    await eventually(async () => {
      if (await this.quickInput.isVisible()) await this.page.keyboard.press('Escape');
      await this.quickInput.waitFor({ state: 'hidden' });
      await this.page.keyboard.press('F1');
      await this.quickInput.fill(`>${title}`);
      await entry.waitFor({ timeout: 2000 });
    });
    // The best match is not always the first.
    for (let turn = 0; turn < 10 && !(await this.focusedEntry.innerText()).startsWith(title); turn++) await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
    // It closes, or goes on to ask something else.
    await entry.waitFor({ state: 'hidden' });
  }

  private get quickInput(): Locator {
    return this.page.locator('.quick-input-widget input[type=text]');
  }

  private get focusedEntry(): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row.focused');
  }

  /** Changes the colour theme in the list that has a key for it. */
  async wear(theme: keyof typeof themes): Promise<void> {
    const { title, mark } = themes[theme];
    await this.page.keyboard.press('Control+K');
    await this.page.keyboard.press('Control+T');
    await this.quickInput.fill(title);
    await this.focusedEntry.filter({ hasText: title }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator(`.monaco-workbench.${mark}`).waitFor();
  }

  /** Picks an entry of the list that a command shows. */
  async pick(entry: string): Promise<void> {
    await this.page.locator('.quick-input-list').getByRole('option', { name: entry }).first().click();
  }

  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast').filter({ hasText: text });
  }
}
