import type { CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../run/browser.mjs';
import { installPrograms } from '../run/debian.mjs';
import { npm } from '../run/npm.mjs';
import { barePage, tell } from './barePage';
import { benchGradients, benchRun } from './benchRun';
import { median } from './measure';
import type { Promised } from './promised';

const MOVES = 24;
/** Moves until the browser has compiled what they run. */
const WARM_UP = 12;
/** Above k, at the panels of figure 6; then what a reader scrolls to. */
const PLACES = ['agreement', 'weightedAgreement', 'passAtK', 'concentration', 'categories', 'prompts'];

/** What a moved k costs the page itself, at the slowest of its places. */
export async function pageBench(): Promise<Promised[]> {
  await npm(['run', 'build:view']);
  await installPrograms({ browser: true, compiler: false });
  const browser = await launchBrowser();
  try {
    const page = await barePage(browser);
    await tell(page, { type: 'run', run: benchRun(10_000, benchGradients) });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('Cost of a solved prompt').waitFor();
    const session = await page.context().newCDPSession(page);
    // Of the thread, not of the clock: the same on a busy machine.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const measured: number[] = [];
    for (const place of PLACES) measured.push(await scriptAt(page, session, place));
    return [{ what: 'moving k, 10,000 prompts with gradients: all script of the page, a frame', measured: Math.max(...measured), atMost: 16, unit: 'ms' }];
  } finally {
    await browser.close();
  }
}

/** Milliseconds of script a move, the middle of many. */
async function scriptAt(page: Page, session: CDPSession, place: string): Promise<number> {
  await page.locator(place === 'agreement' ? '.report-answer' : `[data-chart=${place}], section.${place}`).first().evaluate((node) => node.scrollIntoView({ block: 'start' }));
  const slider = page.getByRole('slider', { name: 'k', exact: true });
  await slider.focus();
  const milliseconds: number[] = [];
  for (let move = 0; move < WARM_UP + MOVES; move++) {
    const before = await scriptSeconds(session);
    await page.keyboard.press(move % 12 < 6 ? 'ArrowRight' : 'ArrowLeft');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    if (move >= WARM_UP) milliseconds.push(1000 * ((await scriptSeconds(session)) - before));
  }
  return median(milliseconds);
}

async function scriptSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN;
}
