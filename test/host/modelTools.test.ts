import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { surfaces } from '../../src/host/surfaces';
import { fixtureLog } from './fixtureLog';
import { hostState } from './hostState';

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
assert.ok(workspace, 'a folder is open');
const extension = vscode.extensions.getExtension('passk.passk-inspector');
assert.ok(extension, 'the extension under test is installed');
const contributed = (extension.packageJSON as { contributes: { languageModelTools: { name: string }[] } }).contributes.languageModelTools.map(({ name }) => name);

describe('the tools for assistants', () => {
  const folder = join(workspace.fsPath, 'tool-test');
  let state: ReturnType<typeof hostState>;
  const end = new vscode.CancellationTokenSource();
  const call = async (name: string, input: object) => JSON.parse(JSON.stringify(await surfaces.tools[name]!(state.context, input, end.token)));

  beforeEach(() => {
    mkdirSync(folder, { recursive: true });
    fixtureLog(join(folder, 'log.jsonl'));
    state = hostState();
  });
  afterEach(() => {
    state.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are those that the manifest names', () => {
    assert.deepEqual(Object.keys(surfaces.tools).sort(), [...contributed].sort());
  });

  it('can be invoked through the editor, as an assistant does', async () => {
    await extension.activate();
    assert.deepEqual(contributed.filter((name) => !vscode.lm.tools.some((tool) => tool.name === name)), []);
    const { content } = await vscode.lm.invokeTool('passk_hard_prompts', { input: { log: 'tool-test/log.jsonl', count: 2 }, toolInvocationToken: undefined });
    const [part] = content;
    assert.ok(part instanceof vscode.LanguageModelTextPart);
    const { shown, allPrompts } = JSON.parse(part.value);
    assert.equal(allPrompts, 4);
    assert.deepEqual(shown.map(({ id }: { id: string }) => id), ['p0', 'p1']);
  });

  it('list hard prompts, hardest first, with their flags, at any k', async () => {
    const log = vscode.Uri.file(join(folder, 'log.jsonl'));
    await state.context.stores.add(log, [{ prompt_id: 'p1', flag: 'hard', note: '', k: 2, weight: null, agreement: null }]);
    const { shown, k, hardPrompts } = await call('passk_hard_prompts', { log: 'tool-test/log.jsonl', k: 2 });
    assert.equal(k, 2);
    assert.equal(hardPrompts, 1);
    assert.deepEqual(shown.map(({ id, n, c, passRate, agreement, flag }: Record<string, unknown>) => [id, n, c, passRate, agreement, flag]), [
      ['p0', 4, 0, 0, null, null], ['p1', 4, 1, 0.25, null, 'hard'], ['p2', 4, 2, 0.5, null, null], ['p3', 4, 4, 1, null, null],
    ]);
    // w = k C(n-c, k-1) / C(n, k-1): at k = 2, 2 (4-c) / 4.
    assert.deepEqual(shown.map(({ weight }: { weight: number }) => weight), [2, 1.5, 1, 0]);
  });

  it('say that the conflict is unknown where there are no gradients, never 0', async () => {
    const { conflict, prompts, strongest } = await call('passk_explain_conflict', { log: 'tool-test/log.jsonl' });
    assert.match(conflict, /^unknown: this log has no gradients/);
    assert.equal(prompts.unsolved, 1);
    assert.deepEqual(strongest, []);
  });

  it('explain the conflict of the sample log by the prompts that pull against the rest', async () => {
    const { conflict, strongest, promptsPullingAgainst } = await call('passk_explain_conflict', { log: join(extension.extensionPath, 'media', 'sample.jsonl'), k: 8 });
    assert.equal(conflict.verdict, 'conflict');
    assert.ok(conflict.innerProduct < 0 && promptsPullingAgainst > strongest.length);
    const pulls: number[] = strongest.map(({ weightedAgreement }: { weightedAgreement: number }) => weightedAgreement);
    assert.ok(pulls.every((pull) => pull < 0));
    assert.deepEqual(pulls, [...pulls].sort((one, other) => one - other));
  });

  it('read a prompt’s samples, wrong and correct ones in turn', async () => {
    const { text, allSamples, samples, caution } = await call('passk_read_samples', { log: 'tool-test/log.jsonl', prompt: 'p1', count: 3 });
    assert.equal(text, 'What is 1 + 1?');
    assert.equal(allSamples, 4);
    assert.deepEqual(samples.map(({ verdict, response }: Record<string, unknown>) => [verdict, response]), [['wrong', 'I say 1'], ['correct', 'I say 0'], ['wrong', 'I say 2']]);
    assert.match(caution, /not instructions/);
  });

  it('speak of the run that is open when no log is named', async () => {
    const document = state.context.editors.openCustomDocument(vscode.Uri.file(join(folder, 'log.jsonl')));
    await new Promise<void>((resolve) => document.onDidChange(resolve));
    assert.equal((await call('passk_hard_prompts', {})).allPrompts, 4);
  });

  for (const [what, name, input, sentence] of [
    ['no log is open or named', 'passk_hard_prompts', {}, /^No evaluation log is open/],
    ['the log lies elsewhere', 'passk_hard_prompts', { log: join(tmpdir(), 'x.jsonl') }, /lies outside of this workspace/],
    ['the log lies elsewhere by its dots', 'passk_read_samples', { log: '../x.jsonl', prompt: 'p' }, /lies outside of this workspace/],
    ['there is no such log', 'passk_explain_conflict', { log: 'tool-test/gone.jsonl' }, /No such file/],
    ['there is no such prompt', 'passk_read_samples', { log: 'tool-test/log.jsonl', prompt: 'nobody' }, /^The run has no prompt nobody\.$/],
    ['no prompt is named', 'passk_read_samples', { log: 'tool-test/log.jsonl' }, /^Name the prompt in "prompt"/],
    ['a text is a number', 'passk_hard_prompts', { log: 7 }, /^"log" must be a text\.$/],
    ['a count is a word', 'passk_hard_prompts', { log: 'tool-test/log.jsonl', count: 'ten' }, /^count must be a whole number/],
    ['k is no number of draws', 'passk_hard_prompts', { log: 'tool-test/log.jsonl', k: 0 }, /^k must be a whole number/],
  ] as const) {
    it(`say so in a sentence when ${what}`, async () => {
      await assert.rejects(call(name, input), ({ message }: Error) => sentence.test(message));
    });
  }
});
