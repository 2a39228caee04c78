import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { FlagEvent, FlagState } from '../../src/flags/flagEvent';
import { carryOut } from '../../src/host/carryOut';
import { checkFlags, staleSentence } from '../../src/host/checkFlags';
import { trainerShapes, writtenSentence } from '../../src/host/exportWeights';
import { FlaggedPrompts } from '../../src/host/flaggedPrompts';
import { historyItems } from '../../src/host/flagHistory';
import { undoIn } from '../../src/host/undoFlags';
import { withRun } from '../../src/host/withRun';
import type { PromptStanding } from '../../src/protocol/exporting';
import { hostState } from './hostState';

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
assert.ok(workspace, 'a folder is open');

const flagsFile = join(workspace.fsPath, '.passk', 'flags.jsonl');
const event = (id: string, more: Partial<FlagEvent> = {}): FlagEvent => ({
  prompt_id: id, run: 'tools/old.jsonl', flag: 'negative-interference', note: '', k: 8, weight: 2, agreement: -0.5, at: '2026-01-01T00:00:00.000Z', ...more,
});

describe('flags over time', () => {
  const folder = join(workspace.fsPath, 'tools');
  let state: ReturnType<typeof hostState>;

  beforeEach(() => {
    for (const path of [dirname(flagsFile), folder]) rmSync(path, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    state = hostState();
  });
  afterEach(() => {
    state.dispose();
    for (const path of [dirname(flagsFile), folder]) rmSync(path, { recursive: true, force: true });
  });

  const log = (name: string): vscode.Uri => vscode.Uri.file(join(folder, name));

  /** Prompts that were solved once in four, with these agreements. */
  function write(name: string, agreements: Readonly<Record<string, number>>, minute: number): void {
    const lines = Object.entries(agreements).map(([id, agreement]) => JSON.stringify({ prompt_id: id, n: 4, c: 1, agreement }));
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
    const at = new Date(Date.UTC(2026, 0, 1, 0, minute));
    utimesSync(join(folder, name), at, at);
  }

  it('undoes the last act on a home\'s flags by further events', async () => {
    const { stores } = state.context;
    await stores.add(log('old.jsonl'), [event('a'), event('b')]);
    const store = stores.forLog(log('old.jsonl'));
    await undoIn(stores, store);
    assert.deepEqual(store.flags, []);
    assert.deepEqual(readFileSync(flagsFile, 'utf8').trimEnd().split('\n').map((line) => (JSON.parse(line) as FlagEvent).flag), ['negative-interference', 'negative-interference', null, null]);
    await undoIn(stores, store); // nothing is left to undo: it says so, and adds nothing
    assert.equal(store.events.length, 4);
  });

  it('shows the history of a prompt, the last event on top', () => {
    const items = historyItems([event('a', { note: 'first' }), event('b'), event('a', { flag: null, at: '', undoes: '2026-01-01T00:00:00.000Z', agreement: null })], 'a');
    assert.deepEqual(items.map(({ label, description }) => [label, description]), [['$(circle-slash) flag removed', 'at an unknown time · undo'], ['$(flag) negative-interference', '2026-01-01T00:00:00.000Z']]);
    assert.equal(items[1]?.detail, 'first · k = 8 · weight 2.00 · agreement −0.500 · log: tools/old.jsonl');
    assert.match(items[0]?.detail ?? '', /agreement unknown/);
  });

  const standing: PromptStanding = { id: 'a', textDigest: 'd1', agreement: -0.1, interference: 'unclear', group: 'hard' };
  const cases: readonly (readonly [what: string, flag: Partial<FlagState>, now: Partial<PromptStanding>, isNewer: boolean, sentence: RegExp | null])[] = [
    ['interferes still', {}, {}, true, null],
    ['does not interfere in a newer run', {}, { agreement: 0.25 }, true, /no longer pulls against the rest in new\.jsonl, a newer run: agreement 0\.250, it was −0\.500/],
    ['does not interfere in an older run', {}, { agreement: 0.25 }, false, null],
    ['never interfered', { agreement: 0.1 }, { agreement: 0.25 }, true, null],
    ['is unknown now', {}, { agreement: null }, true, null],
    ['was flagged for something else', { flag: 'bad-verifier' }, { agreement: 0.25 }, true, null],
    ['has another text, whatever the age', { text_digest: 'd0' }, {}, false, /Its text in new\.jsonl is not the one that was flagged/],
    ['has the same text', { text_digest: 'd1' }, {}, true, null],
    ['has no text now', { text_digest: 'd0' }, { textDigest: null }, true, null],
    ['is no longer hard', { flag: 'hard' }, { group: 'middle' }, true, /It is no longer hard in new\.jsonl/],
    ['is easy', { flag: 'hard' }, { group: 'easy' }, true, /It is easy in new\.jsonl/],
    ['is hard still', { flag: 'hard' }, {}, true, null],
  ];
  for (const [what, flag, now, isNewer, sentence] of cases) {
    it(`says ${sentence === null ? 'nothing' : 'why'} of a flag on a prompt that ${what}`, () => {
      const found = staleSentence({ ...event('a'), flag: 'negative-interference', ...flag }, { ...standing, ...now }, isNewer, 'new.jsonl');
      if (sentence === null) assert.equal(found, null);
      else assert.match(found ?? '', sentence);
    });
  }

  it('points out the stale flags of a home once a newer run is open, and leaves the file alone', async () => {
    const { stores } = state.context;
    write('old.jsonl', { a: -0.5, b: -0.5 }, 10);
    write('new.jsonl', { a: 0.25, b: -0.5 }, 20);
    await stores.add(log('old.jsonl'), [event('a'), event('b')]);
    const store = stores.forLog(log('new.jsonl'));
    const before = readFileSync(flagsFile, 'utf8');
    await withRun(state.context, log('old.jsonl'), (document) => checkFlags(document, store));
    assert.deepEqual(store.flags.map(({ stale }) => stale), [undefined, undefined], 'the run in which they were flagged says nothing');
    await withRun(state.context, log('new.jsonl'), (document) => checkFlags(document, store));
    assert.deepEqual(store.flags.map(({ prompt_id: id, stale }) => [id, stale !== undefined]), [['a', true], ['b', false]]);
    assert.equal(readFileSync(flagsFile, 'utf8'), before);

    const tree = new FlaggedPrompts(stores);
    const [kind] = tree.getChildren();
    const items = tree.getChildren(kind).map((child) => tree.getTreeItem(child));
    assert.deepEqual(items.map(({ description }) => description), ['stale', '']);
    assert.match(String(items[0]?.tooltip), /Stale: It no longer pulls against the rest/);
    // A flag that is set anew is not stale any more.
    await stores.add(log('new.jsonl'), [event('a')]);
    assert.equal(store.flags.find(({ prompt_id: id }) => id === 'a')?.stale, undefined);
  });

  it('copies a summary of the run that names file, k and version', async () => {
    write('old.jsonl', { a: -0.5, b: 0.5 }, 10);
    await withRun(state.context, log('old.jsonl'), (document) => carryOut(document, state.context.stores, { type: 'copySummary', as: 'markdown', numbers: { k: 2, hardBelow: 0.1, easyAbove: 0.85 } }));
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /\| log \| old\.jsonl, SHA-256 [0-9a-f]{64} \|/);
    assert.match(text, /\| k \| 2 \|\n\| made with \| Pass@k Inspector \d+\.\d+\.\d+ \|/);
  });

  it('offers a data set for each trainer, and says what was written', () => {
    assert.deepEqual(trainerShapes().map(({ to }) => to), ['verl', 'trl', 'openrlhf', 'prime-rl', 'open-instruct']);
    assert.ok(trainerShapes().every(({ label, description }) => label !== '' && description !== ''));
    assert.equal(writtenSentence({ rows: 1, zero: 0, unknown: 0, textless: 0 }), '1 prompt written.');
    assert.equal(writtenSentence({ rows: 10, zero: 3, unknown: 2, textless: 1 }), '10 prompts written; left out: 3 of weight 0, 2 of unknown weight, 1 without a text.');
  });
});
