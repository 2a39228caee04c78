import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { keyText, keyTable } from '../../../webview/keys/keyTable';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly mac?: string }[];
  };
}

describe('keyTable', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

  it('lists the keys that package.json binds, no more and no less', () => {
    const bound = contributes.keybindings.map(({ command, key, mac }) => ({ command, key, mac: mac ?? key }));
    const listed = keyTable.map(({ command, key, mac }) => ({ command, key, mac }));
    const byCommand = (a: { command: string }, b: { command: string }): number => a.command.localeCompare(b.command);
    assert.deepEqual(listed.sort(byCommand), bound.sort(byCommand));
  });

  it('names commands that exist', () => {
    const commands = new Set(contributes.commands.map(({ command }) => command));
    for (const { command } of keyTable) assert.ok(commands.has(command), command);
  });

  it('names every act once', () => assert.equal(new Set(keyTable.map(({ act }) => act)).size, keyTable.length));
});

describe('keyText', () => {
  const key = { act: 'nextSample', command: 'x', key: 'shift+alt+down', mac: 'ctrl+alt+o', does: '' } as const;
  it('writes a key as people read it', () => assert.equal(keyText(key, false), 'Shift+Alt+↓'));
  it('writes it in signs on a Mac', () => assert.equal(keyText(key, true), '⌃⌥O'));
});
