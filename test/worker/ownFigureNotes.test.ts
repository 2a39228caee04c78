import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { openRun } from '../../src/worker/openRun';
import { temporaryFolder } from './temporaryFolder';
import { zipArchive } from './zipArchive';

const OPTIONS = { k: 1, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop' } as const;
const lines = (records: readonly object[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** Three of four are right. */
const RIGHT = [true, true, false, true];
const evals = (accuracy: number): string => lines([
  { spec: { eval_name: 'x', run_id: 'r' } }, { final_report: { accuracy } },
  ...RIGHT.map((correct, at) => ({ run_id: 'r', event_id: at, sample_id: `x.${at}`, type: 'match', data: { correct, expected: 'A', picked: 'B' } })),
]);
/** C, P, I and C: 0.625. */
const inspectSamples = ['C', 'P', 'I', 'C'].map((value, at) => ({ id: at, epoch: 1, input: 'q', target: 't', scores: { match: { value } } }));
const inspectHead = (value: number, reducer: string | null = null, status = 'success'): object => ({
  version: 2, status, eval: { task: 'x' }, results: { scores: [{ name: 'other', metrics: { accuracy: { value: 0.1 } } }, { name: 'match', reducer, metrics: { accuracy: { value } } }] },
});
const inspect = (...head: Parameters<typeof inspectHead>): string => JSON.stringify({ ...inspectHead(...head), samples: inspectSamples });
const archive = (value: number): Uint8Array => zipArchive([...inspectSamples.map((sample) => [`samples/${sample.id}_epoch_1.json`, sample] as const), ['header.json', inspectHead(value, null, 'cancelled')] as const].map(([name, content]) => {
  const bytes = Buffer.from(JSON.stringify(content));
  return { name, method: 8, packed: deflateRawSync(bytes), size: bytes.length };
}));
const bfcl = (accuracy: number): string => lines([{ accuracy, correct_count: 3, total_count: 4 }, { id: 'a', valid: false }]);
const questions = (accuracy: number): string => JSON.stringify({ accuracy, per_q: RIGHT.map((correct, i) => ({ i, correct })) });
const evalPlus = (value: number): string => JSON.stringify({ eval: Object.fromEntries(RIGHT.map((right, at) => [`HumanEval/${at}`, [{ solution: 's', base_status: 'pass', plus_status: right ? 'pass' : 'fail' }]])), pass_at_k: { base: { 'pass@1': 0.9 }, plus: { 'pass@1': value } } });

describe('what a log says of its own samples', () => {
  const folder = temporaryFolder();
  const notes = async (...files: readonly (readonly [name: string, content: string | Uint8Array])[]): Promise<string[]> => {
    const run = await openRun(files.map(([name, content]) => folder.write(name, content)), OPTIONS);
    return (run.report().source.notes ?? []).filter((note) => /samples (of|give)|status/.test(note));
  };

  const CASES: readonly [what: string, name: string, content: (value: number) => string | Uint8Array, figure: string, given: string][] = [
    ['the final report of OpenAI evals', 'evals.jsonl', evals, 'final_report.accuracy', '0.75'],
    ['the results of Inspect, in which P is a half', 'inspect.json', inspect, 'match: accuracy', '0.625'],
    ['the first line of BFCL', 'bfcl.json', bfcl, 'accuracy', '0.75'],
    ['the accuracy beside questions in one document', 'questions.json', questions, 'accuracy', '0.75'],
    ['EvalPlus\'s pass_at_k', 'evalplus.json', evalPlus, 'pass_at_k.plus.pass@1', '0.75'],
  ];
  for (const [what, name, content, figure, given] of CASES) {
    it(`is told where it differs, as in ${what}`, async () => {
      assert.deepEqual(await notes([name, content(0.42)]), [`${name}: the log's own "${figure}" is 0.42; its samples give ${given}. The samples are believed.`]);
      assert.deepEqual(await notes([name, content(Number(given))]), []);
    });
  }

  it('may be rounded to two digits, but 0 is no 0.75', async () => {
    const third = (accuracy: number): string => lines([{ spec: {} }, { final_report: { accuracy } }, ...[true, false, false].map((correct, at) => ({ run_id: 'r', event_id: at, sample_id: `x.${at}`, type: 'match', data: { correct } }))]);
    assert.deepEqual(await notes(['third.jsonl', third(0.33)]), []);
    assert.deepEqual(await notes(['third.jsonl', third(1 / 3)]), []);
    assert.equal((await notes(['third.jsonl', third(0.34)])).length, 1);
    assert.equal((await notes(['evals.jsonl', evals(0)])).length, 1);
  });

  it('is written with as many digits as tell it from what the samples give', async () => {
    assert.deepEqual(await notes(['evals.jsonl', evals(0.7500012)]), ['evals.jsonl: the log\'s own "final_report.accuracy" is 0.750001; its samples give 0.75. The samples are believed.']);
  });

  it('is compared only where it is a mean, of the verdicts in use', async () => {
    assert.deepEqual(await notes(['inspect.json', inspect(0.42, 'mode')]), []);
    const chosen = await openRun([folder.write('evals.jsonl', evals(0.42))], { ...OPTIONS, fields: { verdict: 'event_id' } });
    assert.deepEqual((chosen.report().source.notes ?? []).filter((note) => /own/.test(note)), []);
  });

  it('is found in the head of an archive, with how the run ended', async () => {
    const run = await openRun([folder.write('log.eval', archive(0.9))], OPTIONS);
    const { source, prompts } = run.report();
    assert.deepEqual([prompts.count, source.malformedCount], [4, 0]);
    assert.deepEqual(source.notes?.filter((note) => /own|status/.test(note)), [
      'log.eval: the log\'s own "match: accuracy" is 0.9; its samples give 0.625. The samples are believed.',
      'The run\'s status is "cancelled": it did not come to its end, so that samples may be missing.',
    ].sort((one) => (one.startsWith('The') ? -1 : 1)));
  });

  it('is found in a summary that is opened beside the samples', async () => {
    const task = (name: string): [string, string] => [`samples_${name}_2025-09-09T13-31-53.431753.jsonl`, lines(RIGHT.map((right, doc_id) => ({ doc_id, doc: {}, target: 't', resps: [['r']], filtered_resps: ['r'], filter: 'none', metrics: ['acc'], acc: right ? 1 : 0 })))];
    const results = (acc: number): [string, string] => ['results_2025.json', JSON.stringify({ results: { sums: { 'acc,none': acc, 'acc_stderr,none': 0.1, alias: 'sums' }, more: { 'acc,none': 0.75 } }, configs: {}, versions: {}, config: {}, 'n-shot': {} })];
    assert.deepEqual(await notes(task('sums'), task('more'), results(0.5)), [
      'results_2025.json says that "sums: acc,none" is 0.5; the samples of samples_sums_2025-09-09T13-31-53.431753.jsonl give 0.75. The samples are believed.',
    ]);
    assert.deepEqual(await notes(task('sums'), results(0.75)), []);
    const rollouts = lines(RIGHT.map((right, at) => ({ example_id: at >> 1, prompt: [], completion: [], reward: right ? 1.2 : 0, task: 't' })));
    assert.deepEqual(await notes(['results.jsonl', rollouts], ['metadata.json', JSON.stringify({ env_id: 'wordle', num_examples: 2, avg_reward: 0 })]), [
      'metadata.json says that "avg_reward" is 0; the samples of results.jsonl give 0.9. The samples are believed.',
    ]);
  });

  const wordle = '../shared/data/logs/verifiers/PrimeIntellect-ai+verifiers/environments/wordle/outputs/evals/wordle--gpt-4.1-mini/816ec3b0';
  if (existsSync(wordle)) {
    it('is wrong in a real run, whose metadata says 0.0', async () => {
      const run = await openRun(['results.jsonl', 'metadata.json'].map((name) => join(wordle, name)), OPTIONS);
      assert.match(run.report().source.notes?.join('\n') ?? '', /metadata\.json says that "avg_reward" is 0; the samples of results\.jsonl give 1\.199\./);
    });
  }
});
