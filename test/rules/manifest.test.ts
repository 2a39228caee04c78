import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run/command.mjs';
import { englishManifest } from '../run/englishManifest';

interface Manifest {
  readonly activationEvents?: unknown;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly extensionKind: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: boolean } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly customEditors: readonly { readonly priority: string }[];
    readonly keybindings?: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly when?: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly description?: string; readonly markdownDescription?: string }>> };
  };
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const manifest = JSON.parse(englishManifest()) as Manifest;
const { commands, customEditors, keybindings = [], menus, configuration } = manifest.contributes;

describe('the manifest', () => {
  it('gives every command a title, the one category and, if it can be run by name, a place in the README', () => {
    const readme = read('README.md');
    assert.notEqual(commands.length, 0);
    assert.deepEqual([...new Set(commands.map(({ category }) => category))], ['Pass@k']);
    assert.deepEqual(commands.filter(({ title }) => !title).map(({ command }) => command), []);
    const hidden = (menus['commandPalette'] ?? []).filter(({ when }) => when === 'false').map(({ command }) => command);
    const shown = commands.filter(({ command }) => !hidden.includes(command));
    assert.deepEqual(shown.filter(({ title }) => !readme.includes(title.replace(/…$/, ''))).map(({ title }) => title), []);
  });

  it('puts only contributed commands into menus and under keys', () => {
    const known = new Set(commands.map(({ command }) => command));
    const used = [...keybindings, ...Object.values(menus).flat()].flatMap(({ command }) => (command ? [command] : []));
    assert.deepEqual(used.filter((command) => !known.has(command)), []);
  });

  it('describes every setting and names it in the README', () => {
    const readme = read('README.md');
    for (const [name, { description, markdownDescription }] of Object.entries(configuration.properties)) {
      assert.ok(description ?? markdownDescription, name);
      assert.ok(readme.includes(name), `README.md does not name ${name}`);
    }
  });

  it('is woken by what it contributes, by a link and by a log in the text editor, and by nothing else', () => {
    assert.deepEqual(manifest.activationEvents, ['onUri', 'onLanguage:jsonl']);
  });

  it('never takes a log away from the text editor', () => {
    assert.deepEqual(customEditors.map(({ priority }) => priority), customEditors.map(() => 'option'));
  });

  it('runs where the files are, in Restricted Mode too', () => {
    assert.deepEqual(manifest.extensionKind, ['workspace']);
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
  });

  it('asks for no newer editor than the one it is typed against, and ships no package', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
    assert.equal(manifest.dependencies, undefined);
  });

  it('keeps every text that people read in package.nls.json, and none there that it does not name', () => {
    const texts = Object.keys(JSON.parse(read('package.nls.json')) as object);
    const named = [...read('package.json').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(named)].sort(), texts.sort());
    const { description, capabilities, contributes } = JSON.parse(read('package.json')) as { readonly [name: string]: unknown };
    assert.deepEqual(plainTexts({ description, capabilities, contributes }), ['Pass@k Inspector', 'Pass@k', 'Pass@k', 'Pass@k', 'Pass@k Inspector']);
  });

  it('names only files that exist', () => {
    const named = [...read('package.json').matchAll(/"(?:\.\/)?(media\/[^"]+)"/g)].flatMap(([, file]) => (file ? [file] : []));
    assert.deepEqual(named.filter((file) => !existsSync(join(root, file))), []);
  });
});

/** What is written in the manifest itself under a name that VS Code shows; what assistants are told is not shown. */
function plainTexts(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => {
    if (name === 'inputSchema' || name === 'modelDescription') return [];
    const texts: unknown[] = /^(title|shortTitle|contents|altText|displayName|contextualTitle|label|\w*[dD]escriptions?)$/.test(name) ? [value].flat() : [];
    return [...texts.filter((text) => typeof text === 'string' && !/^%.+%$/.test(text)).map(String), ...plainTexts(value)];
  });
}
