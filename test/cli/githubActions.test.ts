import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { conflictLog, lines } from '../worker/gradientLog';
import { temporaryFolder } from '../worker/temporaryFolder';
import { builtPassk } from './passk';

const SCRIPT = 'out/test/actionsCli.js';

/** The steps of the workflow in the document: their names and shell lines, as they stand. */
function steps(): Map<string, string> {
  const [, workflow = ''] = /```yaml\n(.*?)```/s.exec(readFileSync('docs/github-actions.md', 'utf8')) ?? [];
  const found = new Map<string, string>();
  for (const [, name = '', script = ''] of workflow.matchAll(/- name: (.+)\n(?: {8}if: .+\n)? {8}run: \|\n((?: {10}.+\n)+)/g)) found.set(name, script.replace(/^ {10}/gm, ''));
  return found;
}

describe('the workflow of docs/github-actions.md', () => {
  const folder = temporaryFolder();
  builtPassk(SCRIPT);
  const { records, vectors } = conflictLog();
  const scored = records.map((record, i) => ({ ...record, score_grad: vectors[i] }));
  /** The same prompts of which fewer samples are correct: the last quarter of each is wrong. */
  const worse = records.map((record) => ({ ...record, correct: record['correct'] === true && Number(record['sample']) < 12 }));

  /** Runs a step as GitHub does, on these logs. */
  function run(step: string, baseline: readonly object[], candidate: readonly object[]): { readonly status: number | null; readonly out: string; readonly error: string; readonly read: (name: string) => string } {
    const script = steps().get(step);
    assert.ok(script, `there is no step "${step}"`);
    const place = folder.path(step.replace(/\W+/g, '-'));
    mkdirSync(`${place}/logs`, { recursive: true });
    writeFileSync(`${place}/logs/baseline.jsonl`, lines(baseline));
    writeFileSync(`${place}/logs/candidate.jsonl`, lines(candidate));
    const env = { ...process.env, PASSK: `${process.execPath} ${process.cwd()}/${SCRIPT}`, GITHUB_STEP_SUMMARY: `${place}/summary.md`, GITHUB_SHA: '0123abc' };
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], { cwd: place, env, encoding: 'utf8' });
    return { status, out: stdout, error: stderr, read: (name) => readFileSync(`${place}/${name}`, 'utf8') };
  }

  it('fails the pull request when pass@1 drops, and says so', () => {
    const { status, error, read } = run('Fail when pass@1 drops', records, worse);
    assert.equal(status, 1);
    assert.match(error, /^passk: failed: pass@1 fell from 0\.\d+ to 0\.\d+ /);
    assert.match(read('comparison.txt'), /pass@1 +0\.\d+ -> 0\.\d+/);
  });

  it('passes one in which it did not', () => {
    assert.deepEqual([run('Fail when pass@1 drops', records, records).status, run('Fail when pass@1 drops', worse, records).status], [0, 0]);
  });

  it('fails a run whose pass@1 is too low, with a report that is whole', () => {
    const name = 'Fail when pass@8 training would lower pass@1, or pass@1 is too low';
    assert.equal(run(name, records, scored).status, 0);
    const low = run(name, records, records.map((record, i) => ({ ...record, score_grad: vectors[i], correct: record['correct'] === true && Number(record['sample']) < 6 })));
    assert.deepEqual([low.status, /pass@1 is 0\.\d+, and pass@1<0\.3 was to fail/.test(low.error)], [1, true]);
    assert.equal((JSON.parse(low.read('report.json')) as { schema: string }).schema, 'passk/report@1');
  });

  it('shows a summary in Markdown', () => {
    const { status, read } = run('Show the summary on the pull request\'s page', records, scored);
    assert.equal(status, 0);
    assert.match(read('summary.md'), /\| log \| candidate\.jsonl, SHA-256 [0-9a-f]{64} \|/);
  });

  it('writes the data set without the flagged prompts', () => {
    const { status, error, read } = run('Leave the flagged prompts out of the next training run', records, scored);
    assert.equal(status, 0, error);
    const flagged = read('.passk/flags.jsonl').trimEnd().split('\n').map((line) => (JSON.parse(line) as { prompt_id: string }).prompt_id);
    const kept = read('train.verl.jsonl').trimEnd().split('\n').map((line) => (JSON.parse(line) as { extra_info: { prompt_id: string } }).extra_info.prompt_id);
    assert.ok(flagged.length > 0 && flagged.every((id) => !kept.includes(id)));
    assert.equal(flagged.length + kept.length, 12);
  });

  it('has no step but those that are run here', () => {
    assert.deepEqual([...steps().keys()], ['Fail when pass@1 drops', 'Fail when pass@8 training would lower pass@1, or pass@1 is too low', 'Show the summary on the pull request\'s page', 'Leave the flagged prompts out of the next training run']);
  });
});
