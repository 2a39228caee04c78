import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { SavedChart, SummaryOptions } from '../../src/protocol/exporting';
import { openRun, type OpenOptions, type OpenRun } from '../../src/worker/openRun';
import { conflictLog, lines, safetensors } from './gradientLog';
import { temporaryFolder } from './temporaryFolder';

const OPTIONS: OpenOptions = { k: 4, hardBelow: 0.2, easyAbove: 0.6, errored: 'drop' };
const numbers: SummaryOptions = { title: 'run_1 & 100% <b>', version: '1.2.3', language: 'en', k: 4, hardBelow: 0.2, easyAbove: 0.6 };
const never = new AbortController().signal;
const dot = `data:image/png;base64,${Buffer.from('dot').toString('base64')}`;

describe('a summary and a saved report', () => {
  const folder = temporaryFolder();
  let run: OpenRun;
  let path = '';
  before(async () => {
    const log = conflictLog();
    folder.write('run_1.grads.safetensors', safetensors('score_grad', log.vectors));
    path = folder.write('run_1.jsonl', lines(log.records));
    run = await openRun([path], OPTIONS);
  });

  async function summary(as: 'markdown' | 'latex', of = run): Promise<string> {
    const answer = await of.export({ kind: 'summary', as, options: numbers }, never);
    assert.ok(answer.kind === 'summary');
    return answer.text;
  }

  async function html(of = run, charts: readonly SavedChart[] = [], flags: readonly (readonly [string, string])[] = []): Promise<string> {
    const target = folder.path('report.html');
    await of.export({ kind: 'savedReport', path: target, options: numbers, charts, flags }, never);
    return readFileSync(target, 'utf8');
  }

  it('names what the numbers are of: the file by its digest, k, the estimator and the version', async () => {
    const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
    const text = await summary('markdown');
    assert.match(text, new RegExp(`\\| log \\| run\\\\_1\\.jsonl, SHA-256 ${digest} \\|`));
    assert.match(text, /\| k \| 4 \|/);
    assert.match(text, /score\\_grad, unbiased estimator, 2 dimensions/);
    assert.match(text, /\| made with \| Pass@k Inspector 1\.2\.3 \|/);
    assert.ok(!text.includes(folder.path('')), 'a path tells where somebody works');
  });

  it('says the numbers of the report, with their intervals', async () => {
    const { passAtK, conflict } = run.report();
    const one = passAtK.find(({ k }) => k === 1);
    const text = await summary('markdown');
    assert.ok(text.includes(`${one?.estimate?.toFixed(4)} \\(95% ${one?.ci?.[0].toFixed(4)} to ${one?.ci?.[1].toFixed(4)}\\)`), text);
    assert.ok(text.includes(`${Number(conflict?.innerProduct?.toPrecision(4))} \\(95%`));
    assert.match(text, /\*\*run\\_1 & 100% \\<b\\>\.\*\* Pass@4 training would lower pass@1 on these prompts\.|Whether pass@4/);
  });

  it('is a table in LaTeX whose every sign is text', async () => {
    const text = await summary('latex');
    assert.match(text, /run\\_1 \\& 100\\%/);
    const body = text.split('\n').filter((line) => line.endsWith(' \\\\'));
    assert.ok(body.length > 10);
    for (const line of body) assert.equal(line.replace(/\\[&%$#_{}]/g, '').split('&').length, 2, line);
    assert.equal(/(?<!\\)[%#$_]/.exec(body.join('')), null);
    assert.match(text, /[0-9a-f]{16}\\-[0-9a-f]{16}\\-/);
  });

  it('says that a conflict is unknown without gradients, and puts no number there', async () => {
    const plain = await openRun([folder.write('plain.jsonl', lines([{ prompt_id: 'a', correct: true }, { prompt_id: 'a', correct: false }]))], OPTIONS);
    const text = await summary('markdown', plain);
    assert.match(text, /Without gradients it is unknown/);
    assert.match(text, /\| gradients \| none: agreement and conflict are unknown \|/);
    assert.doesNotMatch(text, /inner product/);
  });

  it('saves a page that runs nothing and fetches nothing', async () => {
    const page = await html(run, [{ title: 'Weights', description: 'Two points.', picture: dot, table: [['k', 'weight'], ['1', '0.5']] }], [['p3', 'hard']]);
    assert.doesNotMatch(page, /<script|<link|<iframe|javascript:|\son\w+=/i);
    assert.deepEqual([...page.matchAll(/(?:src|href|url)\s*[=(]\s*["']?([^"'\s>]{0,16})/gi)].map(([, where]) => where), ['data:image/png;b']);
    assert.doesNotMatch(page, /https?:/);
    assert.match(page, /Content-Security-Policy" content="default-src 'none'/);
    assert.match(page, /<h2>Weights<\/h2><img[^>]+alt="Two points\."/);
    assert.match(page, /<details><summary>As a table<\/summary><div><table><thead><tr><th scope="col">k/);
    assert.equal([...page.matchAll(/<td>p\d+<\/td>/g)].length, 12, 'every prompt is there');
    assert.match(page, /<td>p3<\/td>.*<td>hard<\/td>/);
  });

  it('escapes whatever a log, a flag or a chart says', async () => {
    const hostile = '<img src=x onerror=alert(1)>"\'&';
    const of = await openRun([folder.write('hostile.jsonl', lines([{ prompt_id: hostile, correct: true }, { prompt_id: hostile, correct: false }]))], OPTIONS);
    const page = await html(of, [{ title: hostile, description: hostile, picture: dot, table: [[hostile], [hostile]] }], [[hostile, hostile]]);
    assert.doesNotMatch(page, /<img src=x/);
    assert.equal([...page.matchAll(/&#60;img src=x onerror=alert\(1\)&#62;&#34;&#39;&#38;/g)].length, 7);
  });

  for (const picture of ['https://example.org/a.png', 'data:text/html;base64,AAAA', 'data:image/png;base64,AA" onload="x', '']) {
    it(`refuses "${picture}" for a picture`, async () => {
      const target = folder.path('refused.html');
      const charts = [{ title: 'Weights', description: '', picture, table: [] }];
      await assert.rejects(run.export({ kind: 'savedReport', path: target, options: numbers, charts, flags: [] }, never), /The chart "Weights" has no picture/);
      assert.equal(existsSync(target), false);
    });
  }
});
