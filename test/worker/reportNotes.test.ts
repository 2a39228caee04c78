import assert from 'node:assert/strict';
import type { GradientColumns, PromptColumns } from '../../src/core/promptColumns';
import { reportNotes } from '../../src/worker/reportNotes';
import { openRun } from '../../src/worker/openRun';
import { gradientLog, lines, safetensors } from './gradientLog';
import { temporaryFolder } from './temporaryFolder';

function columns(given: { cosine?: number; projection?: string | null; dimension?: number }): PromptColumns {
  const one = Float64Array.of(1, 0.5);
  const gradients: GradientColumns = {
    source: 'score_grad', estimator: 'unbiased', dimension: given.dimension ?? 100, projection: given.projection === undefined ? 'rademacher' : given.projection,
    included: Uint8Array.of(1, 1), agreement: one, agreementSe: one, pairs: null,
    curve: { k: Int32Array.of(1, 8), innerProduct: one, se: one, populationInnerProduct: one, populationSe: one, cosine: Float64Array.of(1, given.cosine ?? 0.1), plugIn: one },
  };
  return { id: ['a', 'b'], n: Int32Array.of(16, 16), c: Int32Array.of(0, 4), errored: new Int32Array(2), exactRate: null, gradients };
}

describe('reportNotes', () => {
  const folder = temporaryFolder();
  // Two standard errors of a cosine of 0.1 in 100 dimensions are 0.201; of 0.21 they are 0.204.
  const cases: readonly (readonly [what: string, given: Parameters<typeof columns>[0], k: number, warns: boolean])[] = [
    ['a cosine that the projection could have made', { cosine: 0.1 }, 8, true],
    ['the same cosine below 0', { cosine: -0.1 }, 8, true],
    ['a cosine out of its reach', { cosine: -0.21 }, 8, false],
    ['the same cosine in fewer dimensions', { cosine: -0.21, dimension: 50 }, 8, true],
    ['an unknown cosine', { cosine: NaN }, 8, true],
    ['a log that names no projection', { projection: null }, 8, false],
    ['a log that says there is none', { projection: 'none' }, 8, false],
    ['a k that is not on the curve', {}, 9, false],
  ];
  for (const [what, given, k, warns] of cases) {
    it(`${warns ? 'warns' : 'does not warn'} of ${what}`, () => {
      assert.equal(/Projection-limited at k = 8: .* dimensions \(rademacher\)/.test(reportNotes(columns(given), [k]).join()), warns);
    });
  }

  it('says why pass@k beyond the samples is not extrapolated, and nothing within them', () => {
    const [note, ...rest] = reportNotes(columns({ projection: null }), [8, 64, 32, 64]);
    assert.match(note, /^pass@32, pass@64: unknown, since no prompt has more than 16 samples .* too few prompts .*, 1 of the 20 that are needed\./);
    assert.deepEqual(rest, []);
    assert.deepEqual(reportNotes(columns({ projection: null }), [16]), []);
  });

  it('warns where the model that extrapolates does not fit the samples, and only there', () => {
    const counted = (c: readonly number[]): PromptColumns => ({ id: c.map(String), n: new Int32Array(c.length).fill(16), c: Int32Array.from(c), errored: new Int32Array(c.length), exactRate: null, gradients: null });
    // Half in the middle, half never solved: no beta distribution has that.
    const split = counted(Array.from({ length: 200 }, (_, x) => (x % 2 === 0 ? 0 : 6 + (x % 5))));
    assert.match(reportNotes(split, [64]).join(), /^pass@64: distrust the extrapolation, since the model does not fit the samples: \d+ prompts are /);
    assert.deepEqual(reportNotes(split, [16]), []);
    // As many of each count: the uniform distribution is Beta(1, 1).
    assert.deepEqual(reportNotes(counted(Array.from({ length: 340 }, (_, x) => x % 17)), [64]), []);
  });

  it('reaches the report of a real log', async () => {
    const log = gradientLog();
    folder.write('wide.grads.safetensors', safetensors('score_grad', log.vectors, { projection: 'gaussian' }));
    const run = await openRun([folder.write('wide.jsonl', lines(log.records))], { k: 4, ks: [99], hardBelow: 0.1, easyAbove: 0.85, errored: 'drop' });
    const notes = run.report().source.notes?.join('\n') ?? '';
    assert.match(notes, /Projection-limited at k = 4: the gradients are projected to 2 dimensions \(gaussian\)/);
    assert.match(notes, /pass@99: unknown/);
  });
});
