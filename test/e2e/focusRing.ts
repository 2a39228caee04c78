import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import type { Report } from './report';
import { frameOf } from './axe';

/** What has the keyboard, as the reader is told, and how much of the picture says so. */
export interface Stop {
  readonly name: string;
  /** Pixels that have another colour while it has the keyboard, with a contrast of 3 or more between the two (WCAG 2.2, 2.4.13). */
  readonly pixels: number;
}

interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Presses Tab until the report is left or the first stop comes again, and looks at each stop with and without the keyboard. */
export async function tabThrough(report: Report, most: number): Promise<Stop[]> {
  const { page } = report;
  const frame = await frameOf(report);
  const origin = await (await frame.frameElement()).boundingBox();
  assert.ok(origin, 'the report is not in sight');
  // Nothing is pointed at, so that nothing changes for that reason.
  await page.mouse.move(origin.x + origin.width - 2, 2);
  const stops: Stop[] = [];
  for (let turn = 0; turn < most; turn++) {
    await page.keyboard.press('Tab');
    const at = await frame.evaluate(focused, turn === 0);
    if (at === null) return stops;
    const [left, top] = [Math.max(0, at.box.x - 4), Math.max(0, at.box.y - 4)];
    const clip = { x: origin.x + left, y: origin.y + top, width: Math.min(origin.width, at.box.x + at.box.width + 4) - left, height: Math.min(origin.height, at.box.y + at.box.height + 4) - top };
    assert.ok(clip.width > 0 && clip.height > 0, `${at.name} has the keyboard and is out of sight`);
    const focusedPicture = await page.screenshot({ clip });
    await frame.evaluate(blur);
    const picture = await page.screenshot({ clip });
    stops.push({ name: at.name, pixels: await differing(page, [focusedPicture.toString('base64'), picture.toString('base64')]) });
  }
  assert.fail(`more than ${most} stops: ${stops.map(({ name }) => name).join(' | ')}`);
}

/** In the page: what has the keyboard, in components too; null where the page has it no more, or the first stop has it again. */
function focused(isFirst: boolean): { name: string; box: Box } | null {
  let node = document.hasFocus() ? document.activeElement : null;
  while (node?.shadowRoot?.activeElement != null) node = node.shadowRoot.activeElement;
  if (node === null || node === document.body) return null;
  const marked = node.getAttribute('data-first-stop') !== null;
  if (isFirst) node.setAttribute('data-first-stop', '');
  else if (marked) return null;
  const { x, y, width, height } = node.getBoundingClientRect();
  return { name: `${node.localName} ${(node.getAttribute('aria-label') ?? node.textContent).trim().slice(0, 60)}`, box: { x, y, width, height } };
}

/** In the page: the next Tab goes on from here all the same. */
function blur(): void {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement != null) node = node.shadowRoot.activeElement;
  if (node instanceof HTMLElement || node instanceof SVGElement) node.blur();
}

function differing(page: Page | Frame, pictures: readonly string[]): Promise<number> {
  return page.evaluate(async (pngs) => {
    const [a, b] = await Promise.all(pngs.map(async (png) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))], { type: 'image/png' }));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height).data;
    }));
    const linear = Array.from({ length: 256 }, (_, value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    let count = 0;
    for (let at = 0; at < a!.length; at += 4) {
      const [one = 0, other = 0] = [a!, b!].map((data) => 0.2126 * linear[data[at]!]! + 0.7152 * linear[data[at + 1]!]! + 0.0722 * linear[data[at + 2]!]!);
      if ((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= 3) count++;
    }
    return count;
  }, pictures);
}
