import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';

describe('Open passk Terminal', () => {
  it('opens a terminal in which passk runs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'passk-terminal-'));
    const file = join(folder, 'formats.txt');
    let terminal: vscode.Terminal | undefined;
    try {
      await vscode.commands.executeCommand('passk.openTerminal');
      terminal = vscode.window.terminals.find(({ name }) => name === 'passk');
      assert.ok(terminal);
      const written = new Promise<void>((resolve) => {
        const watcher = watch(folder, () => {
          if (!existsSync(file)) return;
          watcher.close();
          resolve();
        });
      });
      terminal.sendText(`passk formats > '${join(folder, 'partial')}' && mv '${join(folder, 'partial')}' '${file}'`);
      await written;
      assert.match(readFileSync(file, 'utf8'), /generic/);
    } finally {
      terminal?.dispose();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
