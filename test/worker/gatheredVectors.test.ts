import assert from 'node:assert/strict';
import { appendFileSync, renameSync, statSync } from 'node:fs';
import { gradientPopulation } from '../../src/core/interference/gradientPopulation';
import { GradientSpread } from '../../src/core/interference/gradientSpread';
import type { Report } from '../../src/core/reportShape';
import { seededRandom } from '../../src/core/seededRandom';
import { openRun, type OpenOptions, type OpenRun } from '../../src/worker/openRun';
import { fileEnds, readOn } from '../../src/worker/readOn';
import { safetensors } from './gradientLog';
import { temporaryFolder } from './temporaryFolder';

const OPTIONS: OpenOptions = { k: 4, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop' };
const PROMPTS = 40;
const SAMPLES = 12;
/** Enough numbers to be worth it, and enough bytes, also without the last samples. */
const DIMENSION = 2200;

interface Sample {
  prompt_id: string;
  sample: number;
  correct: boolean | null;
  score_grad: (number | null)[];
}

function samples(): Sample[] {
  const random = seededRandom(11);
  return Array.from({ length: PROMPTS * SAMPLES }, (_, at) => {
    const prompt = Math.floor(at / SAMPLES);
    const correct = random() < 0.15 + (prompt % 8) / 10;
    const score_grad = Array.from({ length: DIMENSION }, (_, j) => Math.round(1000 * (random() - 0.5 + ((correct ? 1 : -1) * ((j + prompt) % 3)) / 30)) / 1000);
    return { prompt_id: `p${prompt}`, sample: at % SAMPLES, correct, score_grad };
  });
}

const lines = (all: readonly object[]) => all.map((each) => `${JSON.stringify(each)}\n`).join('');

describe('GatheredVectors', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  const open = (name: string, more: Partial<OpenOptions> = {}) => openRun([folder.path(name)], { ...OPTIONS, ...more });

  /** The same samples with their vectors in a sidecar, which is read another way. */
  async function beside(name: string, all: readonly Sample[], more: Partial<OpenOptions> = {}): Promise<Report> {
    folder.write(`${name}.grads.safetensors`, safetensors('score_grad', all.map(({ score_grad }) => score_grad.map((value) => value ?? NaN))));
    folder.write(`${name}.jsonl`, lines(all.map(({ score_grad: _, ...rest }) => rest)));
    return (await open(`${name}.jsonl`, more)).report();
  }

  it('gives what vectors in a sidecar give, and the errors to four digits', async () => {
    const all = samples();
    folder.write('inline.jsonl', lines(all));
    const run = await open('inline.jsonl');
    assert.ok(isGathered(run));
    same(run.report(), await beside('besideInline', all));
  });

  it('takes errored samples as the policy has it', async () => {
    const all = samples();
    for (let at = 0; at < all.length; at += 7) all[at].correct = null;
    folder.write('errored.jsonl', lines(all));
    for (const errored of ['drop', 'wrong'] as const) {
      const run = await open('errored.jsonl', { errored });
      assert.ok(isGathered(run));
      same(run.report(), await beside(`besideErrored${errored}`, all, { errored }));
    }
  });

  it('notes a vector that cannot be used with its line; its sample counts', async () => {
    const all = samples();
    all[5].score_grad[3] = null;
    all[9].score_grad.pop();
    folder.write('spoiled.jsonl', lines(all));
    const { source, prompts } = (await open('spoiled.jsonl')).report();
    assert.equal(prompts.samples, all.length);
    assert.deepEqual(source.notes?.filter((note) => note.startsWith('Line')), [
      'Line 6: score_grad holds NaN at position 3; the sample counts, its gradient does not.',
      `Line 10: score_grad has ${DIMENSION - 1} numbers where the first has ${DIMENSION}; the sample counts, its gradient does not.`,
    ]);
  });

  it('is of no use where a sample comes twice, and the log is read again', async () => {
    const all = samples();
    const twice = [...all, { ...all[3], score_grad: all[3].score_grad.map(() => 9) }];
    folder.write('twice.jsonl', lines(twice));
    const run = await open('twice.jsonl');
    assert.ok(!isGathered(run));
    const { promptTable, ...report } = run.report();
    assert.deepEqual(promptTable.flatMap(({ id, duplicates }) => (duplicates ? [[id, duplicates]] : [])), [[all[3].prompt_id, 1]]);
    same({ ...report, promptTable: promptTable.map(({ duplicates: _, ...row }) => row) }, await beside('besideTwice', all), ['source']);
  });

  it('takes what is added to a log that is followed, and reads nothing again', async () => {
    const all = samples();
    const first = Math.floor(all.length * 0.97);
    folder.write('grows.jsonl', lines(all.slice(0, first)));
    const path = folder.path('grows.jsonl');
    const run = await open('grows.jsonl', { follow: true, isGrowing: true });
    assert.ok(isGathered(run));
    const [file] = run.logs.files;
    const ends = await fileEnds(file);
    appendFileSync(path, lines(all.slice(first)));
    assert.equal(await readOn(run.logs.readers[0], file, ends, statSync(path).size), statSync(path).size);
    renameSync(path, `${path}.away`);
    await run.refresh();
    same(run.report(), await beside('besideGrows', all), ['source']);
  });

  it('takes what is added after a second pass that failed', async () => {
    const all = samples();
    const first = Math.floor(all.length * 0.97);
    folder.write('fails.jsonl', lines(all.slice(0, first)));
    const run = await open('fails.jsonl', { isGrowing: true });
    const { columns: { n, c }, prompts } = run.logs.table.promptColumns('', 'drop');
    const passes = run.logs.gathered?.passes(prompts, () => true, () => Promise.reject(new Error('the disk is gone')), []);
    const sums = await passes?.sums();
    assert.ok(passes && sums);
    await assert.rejects(passes.spread(new GradientSpread(gradientPopulation(sums, n, c, []))), /the disk is gone/);
    const [file] = run.logs.files;
    const ends = await fileEnds(file);
    appendFileSync(folder.path('fails.jsonl'), lines(all.slice(first)));
    await readOn(run.logs.readers[0], file, ends, statSync(folder.path('fails.jsonl')).size);
    await run.refresh();
    same(run.report(), await beside('besideFails', all), ['source']);
  });

  it('parses the log once more where what was kept has been let go of', async () => {
    const all = samples();
    folder.write('large.jsonl', lines(all));
    const run = await open('large.jsonl');
    // What was kept is let go of once it was used: nothing is left but the file.
    await run.refresh();
    same(run.report(), await beside('besideLarge', all));
  });
});

function isGathered({ logs }: OpenRun): boolean {
  const { prompts } = logs.table.promptColumns(logs.table.runs()[0], 'drop');
  return logs.gathered?.passes(prompts, () => true, () => Promise.resolve(), []) != null;
}

const PLACES: Readonly<Record<string, number>> = { agreementSe: 1e-4, agreementCi: 1e-4, se: 1e-5, ci: 1e-5 };

/** Numbers to 1e-9 of the largest beside them, errors and what comes of them to fewer digits. */
function same(actual: Report, expected: Report, but: readonly string[] = []): void {
  assert.ok(expected.conflict !== null && expected.promptTable.some(({ agreementSe }) => agreementSe !== null));
  const walk = (a: unknown, b: unknown, name: string, path: string, size: number): void => {
    if (but.includes(name) || name === 'source') return;
    if (typeof a === 'number' && typeof b === 'number') {
      assert.ok(Math.abs(a - b) <= (PLACES[name] ?? 1e-9) * Math.max(size, Math.abs(b)), `${path}: ${a} is not ${b}`);
    } else if (a !== null && b !== null && typeof a === 'object' && typeof b === 'object') {
      assert.deepEqual(Object.keys(a), Object.keys(b), path);
      const others: [string, unknown][] = Object.entries(b);
      const largest = Array.isArray(b) ? others.reduce((most, [, value]) => (typeof value === 'number' ? Math.max(most, Math.abs(value)) : most), 0) : 0;
      Object.entries(a).forEach(([key, value]: [string, unknown], at) => { walk(value, others[at][1], Array.isArray(a) ? name : key, `${path}.${key}`, largest); });
    } else assert.equal(a, b, path);
  };
  walk(actual, expected, '', '', 0);
}
