import assert from 'node:assert/strict';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { eventually } from './eventually';

/** The report, as it is seen in the visible editor: found by what a screen reader is told, not by how it is built. */
export class Report {
  /** The extension's own document, two frames deep. */
  readonly frame: FrameLocator;

  constructor(readonly page: Page) {
    this.frame = page.locator('iframe.webview.ready').filter({ visible: true }).contentFrame().locator('iframe#active-frame').contentFrame();
  }

  /** The one-line answer, at the head of the report. */
  get answer(): Locator {
    return this.frame.locator('header').getByRole('heading', { level: 1 });
  }

  get kSlider(): Locator {
    return this.frame.getByRole('slider', { name: 'k', exact: true });
  }

  get filter(): Locator {
    return this.frame.getByRole('combobox', { name: 'Filter prompts' });
  }

  /** How many prompts the filter lets through. */
  get count(): Locator {
    return this.frame.getByRole('region', { name: 'Prompts' }).getByRole('status');
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
    return (await this.fact(name).locator('dd').innerText()).replace(/\s+/g, ' ');
  }

  fact(name: string): Locator {
    return this.frame.locator('dl > div').filter({ has: this.page.locator('dt').filter({ hasText: new RegExp(`^${name}$`) }) });
  }

  /** Moves the slider with its keys until it says the k that is wanted. */
  async moveK(k: number): Promise<void> {
    await this.kSlider.focus();
    for (let said = await this.saidK(); said !== k; ) {
      await this.page.keyboard.press(said < k ? 'ArrowRight' : 'ArrowLeft');
      const before = said;
      said = await eventually(async () => {
        const now = await this.saidK();
        assert.notEqual(now, before);
        return now;
      });
      if (before < k !== said < k && said !== k) throw new Error(`the slider has no stop at k = ${k}`);
    }
  }

  private async saidK(): Promise<number> {
    return Number(/^k = (\d+)/.exec((await this.kSlider.getAttribute('aria-valuetext')) ?? '')?.[1]);
  }

  /** What is said of the open prompt. */
  get pane(): Locator {
    return this.frame.getByRole('complementary', { name: 'Prompt' });
  }

  /** The response of the chosen sample. */
  get response(): Locator {
    return this.pane.getByLabel('Response', { exact: true });
  }

  /** The samples of the open prompt, one mark each. */
  get samples(): Locator {
    return this.pane.getByRole('listbox', { name: 'Samples, in order' }).getByRole('option');
  }

  async open(promptId: string): Promise<void> {
    await this.row(promptId).click();
    await this.pane.getByRole('heading', { level: 2, name: promptId }).waitFor();
    await this.response.waitFor();
  }

  /** Sets the flag of the open prompt as the form offers it, with a note. */
  async flag(note: string): Promise<void> {
    await this.pane.getByRole('textbox', { name: 'Note' }).fill(note);
    await this.pane.getByRole('button', { name: 'Flag', exact: true }).click();
    await this.pane.getByRole('button', { name: 'Change flag' }).waitFor();
  }

  /** The text of a prompt's row in one column, by the column's title. */
  async cell(promptId: string, column: string): Promise<string> {
    // What is out of sight may be drawn later, when it comes into sight.
    await this.table.scrollIntoViewIfNeeded();
    const titles = await this.table.getByRole('columnheader').allInnerTexts();
    const at = titles.findIndex((title) => title.trim() === column);
    return (await this.row(promptId).getByRole('gridcell').nth(at).innerText()).trim();
  }

  /** Clicks into the middle of a point of a chart. */
  async clickPoint(chart: Locator): Promise<void> {
    // A chart is drawn when it comes into sight.
    await chart.scrollIntoViewIfNeeded();
    const canvas = chart.locator('canvas');
    await canvas.scrollIntoViewIfNeeded();
    const position = await canvas.evaluate(middleOfPoint);
    await canvas.hover({ position });
    await canvas.and(this.frame.locator('.over-point')).waitFor();
    await canvas.click({ position });
  }
}

/** A place in a chart where a patch is all of a strong colour: points are, lines are too thin and areas too pale. */
function middleOfPoint(node: Element): { x: number; y: number } {
  // It runs in the page, where only what is in here exists.
  const canvas = node as HTMLCanvasElement;
  const { data, width, height } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const scale = canvas.clientWidth / width;
  const reach = 3;
  for (let x = reach; x < width - reach; x++) {
    for (let y = reach; y < height - reach; y++) {
      let strong = true;
      for (let dx = -reach; strong && dx <= reach; dx++) {
        for (let dy = -reach; strong && dy <= reach; dy++) {
          const [red, green, blue, alpha] = data.subarray(4 * ((y + dy) * width + x + dx));
          strong = alpha! > 200 && Math.max(red!, green!, blue!) - Math.min(red!, green!, blue!) > 90;
        }
      }
      if (strong) return { x: x * scale, y: y * scale };
    }
  }
  throw new Error('the chart shows no point');
}
