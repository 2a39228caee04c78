import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { fixtureLog } from './fixtureLog';
import { Threads } from './threads';
import { until } from './until';

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
assert.ok(workspace, 'a folder is open');

/** The extension that is installed, on logs in the text editor. The fixture: p0 to p3, four lines each, 0, 1, 2 and 4 correct. */
describe('a log that is open as text', () => {
  const folder = join(workspace.fsPath, 'text-test');
  // VS Code may keep a document that was closed, so each test has a file of its own.
  let log: vscode.Uri;
  let opened = 0;
  const flagsFile = join(workspace.fsPath, '.passk', 'flags.jsonl');
  let threads: Threads;

  beforeEach(() => {
    threads = new Threads();
    mkdirSync(folder, { recursive: true });
    log = vscode.Uri.file(join(folder, `log${opened++}.jsonl`));
    fixtureLog(log.fsPath);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    threads.dispose();
    for (const path of [folder, dirname(flagsFile)]) rmSync(path, { recursive: true, force: true });
  });

  const open = async (): Promise<vscode.TextEditor> => vscode.window.showTextDocument(log, { preview: false });
  const lenses = async (): Promise<[line: number, title: string, command: string][]> => {
    const found = (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', log, 100)) ?? [];
    return found.map(({ range, command }) => [range.start.line, command?.title ?? '', command?.command ?? '']);
  };
  const hover = async (line: number): Promise<string> => {
    const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', log, new vscode.Position(line, 3));
    return found.flatMap(({ contents }) => contents.map((each) => (each instanceof vscode.MarkdownString ? each.value : String(each)))).join('\n').replaceAll('&nbsp;', ' ');
  };
  const problems = (): [line: number, code: unknown, message: string][] =>
    vscode.languages.getDiagnostics(log).filter(({ source }) => source === 'Pass@k').map(({ range, code, message }) => [range.start.line, code, message]);
  /** Asks again until it is as it should be; the test's own time limit ends it. */
  async function settles<T>(ask: () => Promise<T> | T, isRight: (answer: T) => boolean): Promise<T> {
    for (;;) {
      const answer = await ask();
      if (isRight(answer)) return answer;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const flag = (id: string, note: string): void => {
    mkdirSync(dirname(flagsFile), { recursive: true });
    writeFileSync(flagsFile, `${JSON.stringify({ prompt_id: id, run: null, flag: 'hard', note, k: 8, weight: 1, agreement: null, at: '2026-01-01T00:00:00.000Z' })}\n`);
  };

  it('has each prompt’s numbers above its first line, and a way to flag it', async () => {
    await open();
    const shown = await settles(lenses, (found) => found.length === 8);
    assert.deepEqual(shown.map(([line]) => line), [0, 0, 4, 4, 8, 8, 12, 12]);
    assert.match(shown[2]![1], /^1 of 4 correct · weight .+ · agreement unknown$/);
    assert.deepEqual(shown.map(([, , command]) => command), ['passk.openLinePrompt', 'passk.flagLinePrompt', 'passk.openLinePrompt', 'passk.flagLinePrompt', 'passk.openLinePrompt', 'passk.flagLinePrompt', 'passk.openLinePrompt', 'passk.flagLinePrompt']);
  });

  it('ends the thread that read it at once', async () => {
    await open();
    await settles(lenses, (found) => found.length > 0);
    await threads.ended(await threads.started(0));
  });

  it('says over any line what its prompt came to', async () => {
    await open();
    const said = await settles(() => hover(10), (text) => text !== '');
    assert.match(said, /2 of 4 samples correct: pass rate 0\.500/);
    assert.match(said, /pass@8 unknown, weight at this k unknown/);
    assert.match(said, /Agreement unknown/);
    assert.match(said, /command:passk\.openLinePrompt\?/);
  });

  it('shows ids and notes as text, whatever Markdown they hold', async () => {
    const id = '[x](command:workbench.action.quit) <img src=x> (_*) )';
    writeFileSync(log.fsPath, `${JSON.stringify({ prompt_id: id, correct: true })}\n`);
    await open();
    const said = await settles(() => hover(0), (text) => text !== '');
    const links = [...said.matchAll(/(?<!\\)\]\(command:([\w.]+)\?([^)]*)\)/g)].map(([, command, given]) => [command, JSON.parse(decodeURIComponent(given ?? '')).at(-1)]);
    assert.deepEqual(links, [['passk.openLinePrompt', id], ['passk.flagLinePrompt', id]]);
    const [found] = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', log, new vscode.Position(0, 3));
    const [content] = found?.contents ?? [];
    assert.ok(content instanceof vscode.MarkdownString && content.supportHtml !== true);
  });

  it('lists flagged prompts in Problems, with fixes, and follows flags that others set', async () => {
    await open();
    await settles(lenses, (found) => found.length > 0);
    assert.deepEqual(problems(), []);
    flag('p1', 'odd verifier');
    const [found] = await settles(problems, (all) => all.length === 1);
    assert.deepEqual(found?.slice(0, 2), [4, 'flagged']);
    assert.match(found?.[2] ?? '', /^Prompt p1 is flagged: hard \(odd verifier\)\. 1 of 4 correct/);
    assert.match((await lenses()).find(([line, , command]) => line === 4 && command === 'passk.unflagLinePrompt')?.[1] ?? '', /hard$/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', log, new vscode.Range(4, 0, 4, 1), 'quickfix');
    assert.deepEqual(actions.map(({ title }) => title), ['Remove the flag of p1', 'Open p1 in Pass@k Inspector']);
    const fix = actions[0]?.command;
    assert.ok(fix);
    await vscode.commands.executeCommand(fix.command, ...(fix.arguments ?? []));
    await settles(problems, (all) => all.length === 0);
  });

  it('offers to flag a prompt on each of its lines', async () => {
    await open();
    await settles(lenses, (found) => found.length > 0);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', log, new vscode.Range(9, 0, 9, 1), 'quickfix');
    assert.deepEqual(actions.map(({ title, command }) => [title, command?.command]), [['Flag p2…', 'passk.flagLinePrompt'], ['Open p2 in Pass@k Inspector', 'passk.openLinePrompt']]);
  });

  it('lists the lines that could not be read in Problems, with a way to open the log', async () => {
    writeFileSync(log.fsPath, '{"prompt_id":"a","correct":true}\n{"prompt_id":"a","corr\n{"prompt_id":"a","correct":false}\n');
    await open();
    const [found] = await settles(problems, (all) => all.length === 1);
    assert.deepEqual(found?.slice(0, 2), [1, 'malformed']);
    assert.match(found?.[2] ?? '', /^This line is left out: /);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', log, new vscode.Range(1, 0, 1, 1), 'quickfix');
    assert.deepEqual(actions.map(({ command }) => command?.command), ['passk.inspect']);
  });

  it('is silent while there are unsaved changes, and speaks again of what was saved', async () => {
    const editor = await open();
    await settles(lenses, (found) => found.length === 8);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '{"prompt_id":"new","correct":true}\n'));
    await settles(lenses, (found) => found.length === 0);
    assert.equal(await hover(5), '');
    await editor.document.save();
    const shown = await settles(lenses, (found) => found.length === 10);
    assert.deepEqual(shown.slice(0, 4).map(([line]) => line), [0, 0, 1, 1]);
  });

  it('is silent above the size that is set, and after it is set lower', async () => {
    const settings = vscode.workspace.getConfiguration('passk', log);
    try {
      await open();
      await settles(lenses, (found) => found.length > 0);
      await settings.update('annotateTextBelow', 0, vscode.ConfigurationTarget.Workspace);
      await settles(lenses, (found) => found.length === 0);
    } finally {
      await settings.update('annotateTextBelow', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await settles(lenses, (found) => found.length === 8);
  });

  it('is silent on JSON lines that are no evaluation log', async () => {
    writeFileSync(log.fsPath, '{"messages":[{"role":"user","content":"hello"}]}\n');
    await open();
    await threads.ended(await threads.started(0));
    assert.deepEqual(await lenses(), []);
    assert.deepEqual(problems(), []);
  });

  it('opens the prompt of the line that the cursor is in', async () => {
    const editor = await open();
    editor.selection = new vscode.Selection(9, 2, 9, 2);
    await vscode.commands.executeCommand('passk.openLinePrompt');
    const thread = await until(threads.onDidChange, () => threads.all.find(({ messages }) => messages.some(({ type }) => type === 'prompt')));
    assert.equal((await threads.message(thread, 'prompt')).detail.id, 'p2');
  });
});
