import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The report, as it is seen in the visible editor: found by what a screen reader is told, not by how it is built. */
export class Report {
  /** The extension's own document, two frames deep. */
  readonly frame: FrameLocator;

  constructor(readonly page: Page) {
    this.frame = page.locator('iframe.webview.ready').filter({ visible: true }).contentFrame().locator('iframe#active-frame').contentFrame();
  }

  /** The one-line answer. */
  get answer(): Locator {
    return this.frame.getByRole('heading', { level: 1 });
  }

  get kSlider(): Locator {
    return this.frame.getByRole('slider', { name: 'k', exact: true });
  }

  get filter(): Locator {
    return this.frame.getByRole('textbox', { name: 'Filter prompts' });
  }

  get table(): Locator {
    return this.frame.getByRole('grid', { name: 'Prompts', exact: true });
  }

  /** The rows in sight, without the head. */
  get rows(): Locator {
    return this.table.getByRole('row').filter({ has: this.page.locator('[role=gridcell]'), visible: true });
  }

  row(promptId: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('gridcell', { name: promptId, exact: true }) });
  }

  /** A chart's card, by its title. */
  chart(title: string | RegExp): Locator {
    return this.frame.getByRole('region', { name: title });
  }

  /** A figure under the answer, "pass@1": its value and its interval. */
  async figure(name: string): Promise<string> {
    const fact = this.frame.locator('dl > div').filter({ has: this.page.locator('dt').filter({ hasText: new RegExp(`^${name}$`) }) });
    return (await fact.locator('dd').innerText()).replace(/\s+/g, ' ');
  }

  /** Moves the slider with its keys until it says the k that is wanted. */
  async moveK(k: number): Promise<void> {
    await this.kSlider.focus();
    await this.page.keyboard.press('Home');
    const wanted = new RegExp(`^k = ${k}\\b`);
    for (let turn = 0; turn < 200 && !wanted.test((await this.kSlider.getAttribute('aria-valuetext')) ?? ''); turn++) {
      await this.page.keyboard.press('ArrowRight');
    }
  }
}
