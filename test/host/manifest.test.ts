import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { reportActs } from '../../src/host/reportActs';
import { surfaces } from '../../src/host/surfaces';

interface Manifest {
  readonly activationEvents?: readonly string[];
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly mac?: string; readonly when: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly icon: string }[] };
    readonly views: Readonly<Record<string, readonly { readonly icon: string }[]>>;
    readonly walkthroughs: readonly { readonly steps: readonly { readonly description: string; readonly media: { readonly svg: string } }[] }[];
  };
}

const extension = vscode.extensions.getExtension('passk.passk-inspector');
assert.ok(extension, 'the extension under test is installed');
const { activationEvents, icon, contributes } = extension.packageJSON as Manifest;
const contributed = contributes.commands.map(({ command }) => command).sort();

describe('the manifest', () => {
  it('contributes exactly the commands that are registered', async () => {
    await extension.activate();
    const registered = (await vscode.commands.getCommands(true)).filter((id) => id.startsWith('passk.') && !/^passk\.(flagged|runs)\./.test(id));
    assert.deepEqual(registered.sort(), contributed);
  });

  it('contributes every command once: the report carries it out, or the surfaces do', () => {
    assert.deepEqual([...reportActs.keys(), ...Object.keys(surfaces.commands)].sort(), contributed);
  });

  it('gives every command a title of its own under one category', () => {
    const titles = contributes.commands.map(({ title }) => title);
    assert.deepEqual([...new Set(titles)], titles);
    for (const { title, category } of contributes.commands) {
      assert.match(title, /^[A-Z].*[a-zA-Z…?]$/);
      assert.equal(category, 'Pass@k');
    }
  });

  it('names only its own commands in keys, menus and the walkthrough', () => {
    const fromMenus = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
    const fromKeys = contributes.keybindings.map(({ command }) => command);
    const fromSteps = contributes.walkthroughs.flatMap(({ steps }) => steps.flatMap(({ description }) => [...description.matchAll(/command:([\w.]+)/g)].map((match) => match[1])));
    for (const id of [...fromMenus, ...fromKeys, ...fromSteps]) assert.ok(/^passk\.(flagged|runs)\.focus$/.test(String(id)) || contributed.includes(String(id)), `${id} is no command`);
  });

  it('binds no key twice, and each only while the inspector is the active editor and nobody types elsewhere', () => {
    for (const keys of [contributes.keybindings.map(({ key }) => key), contributes.keybindings.map(({ key, mac }) => mac ?? key)]) {
      assert.deepEqual([...new Set(keys)], keys);
    }
    for (const { when } of contributes.keybindings) assert.equal(when, "activeCustomEditorId == 'passk.report' && !inputFocus && !listFocus");
  });

  it('ships every picture it names', () => {
    const containers = contributes.viewsContainers.activitybar;
    const views = Object.values(contributes.views).flat();
    const steps = contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg));
    for (const path of [icon, ...[...containers, ...views].map((view) => view.icon), ...steps]) {
      assert.ok(existsSync(join(extension.extensionPath, path)), `${path} is missing`);
    }
  });

  it('is started only by what it contributes', () => {
    // VS Code adds the implied events; one of our own would stand beside them.
    for (const event of activationEvents ?? []) assert.match(event, /^(onCommand:passk\.|onCustomEditor:passk\.report$|onView:passk\.(flagged|runs)$|onLanguageModelTool:passk_|onUri$|onLanguage:jsonl$|onWalkthrough:)/);
  });
});
