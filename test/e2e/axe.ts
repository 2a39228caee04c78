import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Frame } from 'playwright-core';
import type { Report } from './report';

/** WCAG 2.2 up to AA, and what axe takes for good practice. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe-core finds in the report as it stands, minor or not: how badly which rule is broken, where, and what it says of it.
 * Its source is put into the frame once.
 */
export async function findings(report: Report): Promise<string[]> {
  const frame = await frameOf(report);
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  return frame.evaluate(async (tags): Promise<string[]> => {
    // In the page only what is in here exists, and axe.
    const { axe } = window as Window & { readonly axe?: { run(context: Document, options: object): Promise<axe.AxeResults> } };
    if (axe === undefined) throw new Error('axe is not in the page');
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    return violations.flatMap(({ id, impact, nodes }) => nodes.map((node) => [`${node.impact ?? impact ?? ''} ${id}: ${node.target.join(' ')}`, node.html.slice(0, 160), node.failureSummary ?? ''].join('\n    ')));
  }, rules);
}

export async function frameOf(report: Report): Promise<Frame> {
  const handle = await report.frame.locator('html').elementHandle();
  const frame = await handle?.ownerFrame();
  assert.ok(frame, 'the report has no frame');
  return frame;
}
