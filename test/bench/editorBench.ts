import { linkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeWorkspace, openWorkbench, strike } from '../e2e/stage';
import type { Workbench } from '../e2e/workbench';
import { buildVsix } from '../run/build.mjs';
import { installPrograms } from '../run/debian.mjs';
import { hostPossible, installHost } from '../run/installHost.mjs';
import { benchLogs, writeBenchLog, type BenchLog } from './benchLogs';
import { measure } from './measure';
import type { Program } from './programs';
import type { Promised } from './promised';

const RUNS = 5;

/** In the window: when the mouse last went down. */
const NOTE_ACTS = `addEventListener('mousedown', () => { document.documentElement.dataset.acted = Date.now(); }, true)`;
/**
 * In every frame to come: when the answer was first on the screen, and when it was whole there. By a timer, which outlives that the
 * editor writes the frame's page anew; a frame is painted before a message is heard that is sent in it.
 */
const NOTE_ANSWERS = `{
  const isSeen = (selector) => document.querySelector(selector)?.checkVisibility() === true;
  const stamp = (name) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => void (document.documentElement.dataset[name] ??= Date.now());
    port2.postMessage(0);
  });
  const timer = setInterval(() => {
    if (!isSeen('main h1') || document.querySelector('main h1').textContent.trim() === '') return;
    stamp('answered');
    if (isSeen('.status')) return;
    stamp('whole');
    clearInterval(timer);
  }, 4);
}`;

interface Opened {
  /** Milliseconds from the act to the first answer on the screen, and to the one that is whole. */
  readonly answered: number;
  readonly whole: number;
}

/** What a person waits for in the editor: from the click that opens the log to the answer that is seen, beside the command line on the same log. */
export async function editorBench(ours: Program, folder: string, scale: number): Promise<Promised[]> {
  if (!hostPossible) {
    console.error('The embedded VS Code does not run here, and the first paint is left out.');
    return [];
  }
  await installPrograms({ browser: true, compiler: false });
  await installHost();
  await buildVsix();
  const log = writeBenchLog(benchLogs.find(({ name }) => name === 'text') as BenchLog, scale, folder);
  const workspace = makeWorkspace({ 'small.jsonl': '{"prompt_id":"a","correct":true}\n{"prompt_id":"a","correct":false}\n' });
  // Each under a name of its own: what was read once is kept.
  for (let run = 0; run < RUNS; run++) linkSync(log, join(workspace, `run${run}.jsonl`));
  try {
    const workbench = await openWorkbench(workspace);
    await workbench.page.context().addInitScript({ content: NOTE_ANSWERS });
    await workbench.page.evaluate(NOTE_ACTS);
    // The first editor of all waits for much that is there later.
    await opened(workbench, 'small.jsonl');
    const least = { small: Infinity, first: Infinity, whole: Infinity, again: Infinity, command: Infinity };
    for (let run = 0; run < RUNS; run++) {
      const small = await opened(workbench, 'small.jsonl');
      const { seconds } = await measure(ours, log, folder);
      const fresh = await opened(workbench, `run${run}.jsonl`);
      const kept = await opened(workbench, `run${run}.jsonl`);
      for (const [what, took] of [['small', small.whole], ['first', fresh.answered], ['whole', fresh.whole], ['again', kept.whole], ['command', seconds * 1000]] as const) least[what] = Math.min(least[what], took);
    }
    const megabytes = (statSync(log).size / 1e6).toFixed(0);
    return [
      { what: `from the click to the first answer on the screen, ${megabytes} MB of text`, measured: least.first, atMost: 1.3 * least.command, unit: 'ms' },
      { what: 'the same, to the whole answer', measured: least.whole, atMost: null, unit: 'ms' },
      { what: 'the same, of a log that was read before', measured: least.again, atMost: null, unit: 'ms' },
      { what: 'the same, of two samples: what the editor takes for itself', measured: least.small, atMost: null, unit: 'ms' },
    ];
  } finally {
    await strike();
  }
}

/** Opens a log through the Explorer's menu, waits for its whole answer, and closes it again. */
async function opened(workbench: Workbench, name: string): Promise<Opened> {
  const report = await workbench.inspect(name);
  const html = report.frame.locator('html[data-whole]');
  await html.waitFor({ timeout: 60_000 });
  const [acted, answered, whole] = [await workbench.page.locator('html').getAttribute('data-acted'), await html.getAttribute('data-answered'), await html.getAttribute('data-whole')].map(Number);
  // What was read is kept a moment later.
  await workbench.page.waitForTimeout(1500);
  await workbench.runCommand('View: Close All Editors');
  await report.frame.locator('html').waitFor({ state: 'detached' });
  return { answered: answered - acted, whole: whole - acted };
}
