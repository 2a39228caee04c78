import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Report } from '../../src/core/reportShape';
import type { FlagEvent } from '../../src/flags/flagEvent';
import { conflictLog, lines } from '../worker/gradientLog';
import { temporaryFolder } from '../worker/temporaryFolder';
import { builtPassk } from './passk';

describe('passk flags', () => {
  const folder = temporaryFolder();
  const passk = builtPassk('out/test/flagsCli.js');
  let cwd = '';
  let log = '';

  beforeEach(function () {
    cwd = folder.path(this.currentTest?.title.replace(/\W+/g, '-') ?? '');
    mkdirSync(cwd, { recursive: true });
    const { records, vectors } = conflictLog();
    log = `${cwd}/run.jsonl`;
    writeFileSync(log, lines(records.map((record, i) => ({ ...record, score_grad: vectors[i] }))));
  });

  const flags = (...args: string[]) => passk(['flags', ...args], { cwd });
  const events = (): FlagEvent[] => readFileSync(`${cwd}/.passk/flags.jsonl`, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as FlagEvent);
  const table = async (): Promise<Report['promptTable']> => (JSON.parse((await passk(['analyze', 'run.jsonl', '--k', '4', '--json'], { cwd })).out) as Report).promptTable;

  it('flags what a rule names, each with its evidence and the reason', async () => {
    const { code, error } = await flags('add', '--rule', 'agreement<0 weight>median', '--run', 'run.jsonl', '--k', '4', '--note', 'step 0');
    assert.deepEqual([code, error.trim()], [0, `passk: flagging ${events().length} prompts as negative-interference`]);
    const rows = await table();
    const weights = rows.map(({ weight }) => weight ?? NaN).sort((a, b) => a - b);
    const median = (weights[5] + weights[6]) / 2;
    const wanted = rows.filter(({ agreement, weight }) => agreement !== null && agreement < 0 && (weight ?? 0) > median);
    assert.ok(wanted.length >= 2);
    assert.deepEqual(events().map(({ prompt_id: id, k, weight, agreement }) => [id, k, weight, agreement]), wanted.map(({ id, weight, agreement }) => [id, 4, weight, agreement]));
    assert.equal(new Set(events().map(({ at }) => at)).size, 1, 'one act');
    for (const event of events()) {
      assert.deepEqual([event.run, event.note, event.flag], ['run.jsonl', 'step 0 (rule: agreement<0 weight>median)', 'negative-interference']);
      assert.match(event.text_digest ?? '', /^[0-9a-f]{16}$/);
    }
  });

  it('says what a rule would flag with --dry-run, and flags nothing', async () => {
    const { code, out, error } = await flags('add', '--rule', 'p0', '--run', 'run.jsonl', '--dry-run');
    assert.deepEqual([code, out, error], [0, 'p0\n', 'passk: would flag 1 prompt as negative-interference\n']);
    assert.equal((await flags('list')).out, '');
  });

  it('keeps the evidence of prompts flagged by id too, where the log is there', async () => {
    assert.equal((await flags('add', 'p3', '--run', 'run.jsonl', '--k', '4', '--flag', 'hard')).code, 0);
    const [, , , row] = await table();
    assert.deepEqual(events().map(({ prompt_id: id, k, weight, agreement }) => [id, k, weight, agreement]), [['p3', 4, row.weight, row.agreement]]);
    assert.deepEqual([(await flags('add', 'p3', '--run', 'elsewhere.jsonl')).code, events().at(-1)?.weight], [0, null]);
  });

  it('undoes act after act, by adding lines', async () => {
    await flags('add', 'p1', '--flag', 'hard');
    await flags('add', 'p1', 'p2');
    assert.match((await flags('undo')).out, /^undone: flagging as negative-interference, of 2 prompts\n$/);
    assert.equal((await flags('list')).out, 'hard  p1\n');
    assert.match((await flags('undo')).out, /^undone: flagging as hard, of 1 prompt\n$/);
    assert.equal((await flags('list')).out, '');
    const nothing = await flags('undo');
    assert.deepEqual([nothing.code, /nothing to undo/.test(nothing.error)], [2, true]);
    assert.equal(events().length, 6);
  });

  it('shows the history of a prompt, undo and all', async () => {
    await flags('add', 'p1', '--note', 'first', '--run', 'run.jsonl', '--k', '4');
    await flags('remove', 'p1');
    await flags('undo');
    const { out } = await flags('history', 'p1');
    assert.deepEqual(out.trimEnd().split('\n').map((line) => line.replace(/^\S+ {2}/, '').replace(/=[-\d.e]+/g, '=…')), [
      'negative-interference  k=…  weight=…  agreement=…  run.jsonl  first',
      'no flag',
      'negative-interference  k=…  weight=…  agreement=…  run.jsonl  first  (undo)',
    ]);
    assert.equal((JSON.parse((await flags('history', 'p1', '--json')).out) as FlagEvent[]).length, 3);
  });

  it('writes a data set for a trainer, without the flagged prompts', async () => {
    await flags('add', 'p1', 'p4');
    const { code, out, error } = await flags('export', '--to', 'verl', '--run', 'run.jsonl', '-o', 'train.jsonl', '--data-source', 'maths');
    assert.deepEqual([code, out, error], [0, '', 'passk: 10 prompts written to train.jsonl; left out: 2 of weight 0\n']);
    const rows = readFileSync(`${cwd}/train.jsonl`, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as { data_source: string; extra_info: { prompt_id: string; reward_weight: number } });
    assert.deepEqual(rows.map(({ extra_info: { prompt_id: id } }) => id), ['p0', 'p2', 'p3', 'p5', 'p6', 'p7', 'p8', 'p9', 'p10', 'p11']);
    assert.ok(rows.every(({ data_source: source, extra_info: { reward_weight: weight } }) => source === 'maths' && weight === 1));
    await flags('export', '--to', 'trl', '--run', 'run.jsonl', '-o', 'weighted.jsonl', '--weights', 'pass@k', '--k', '4', '--quiet');
    const weighted = readFileSync(`${cwd}/weighted.jsonl`, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as { prompt_id: string; reward_weight: number });
    const known = new Map((await table()).map(({ id, weight }) => [id, weight]));
    assert.deepEqual(weighted.map(({ reward_weight: weight }) => weight), weighted.map(({ prompt_id: id }) => known.get(id)));
  });

  it('names the lines that it cannot read, and reads the rest', async () => {
    await flags('add', 'p1');
    writeFileSync(`${cwd}/.passk/flags.jsonl`, `<<<<<<< HEAD\n${readFileSync(`${cwd}/.passk/flags.jsonl`, 'utf8')}=======\n{"prompt_id":"p2","fl`, { flag: 'w' });
    const { code, out, error } = await flags('list');
    assert.deepEqual([code, out], [0, 'negative-interference  p1\n']);
    assert.deepEqual(error.trimEnd().split('\n').map((line) => line.replace(/.*flags\.jsonl:/, '')), ['1: skipped: a git conflict marker', '3: skipped: a git conflict marker', '4: skipped: not whole JSON, perhaps half-written']);
  });

  const refusals: readonly (readonly [args: readonly string[], sentence: RegExp])[] = [
    [['add', '--rule', 'group:hard'], /--rule takes --run LOG/],
    [['add', 'p1', '--rule', 'group:hard', '--run', 'run.jsonl'], /not both/],
    [['add', '--rule', 'group:hard weight>', '--run', 'run.jsonl'], /needs a number/],
    [['add', '--rule', 'group:hard', '--run', 'gone.jsonl'], /No such file or folder: gone\.jsonl/],
    [['add', 'p99', '--run', 'run.jsonl'], /Not in run\.jsonl: p99/],
    [['history'], /one prompt id/],
    [['export', '--to', 'verl'], /-o FILE/],
    [['export', '--to', 'verl', '-o', 'x.jsonl'], /--run LOG/],
    [['export', '--to', 'torch', '-o', 'x.jsonl', '--run', 'run.jsonl'], /--to takes verl, trl, openrlhf, prime-rl, open-instruct or weights, not "torch"/],
    [['export', '--as', 'xml'], /--as takes ids, jsonl or csv, not "xml"/],
  ];
  for (const [args, sentence] of refusals) {
    it(`refuses "${args.join(' ')}" with exit 2 and one sentence`, async () => {
      const { code, out, error } = await flags(...args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(error, sentence);
      assert.equal(error.trimEnd().split('\n').length, 1);
    });
  }
});
