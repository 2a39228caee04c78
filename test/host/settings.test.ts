import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { onSettingsChange, readSettings } from '../../src/host/settings';
import { until } from './until';

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
assert.ok(workspace, 'a folder is open');
const defaults = { k: 8, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop', formats: {}, follow: true };

async function within(values: Record<string, unknown>, check: () => void): Promise<void> {
  const settings = vscode.workspace.getConfiguration('passk', workspace);
  try {
    for (const [name, value] of Object.entries(values)) await settings.update(name, value, vscode.ConfigurationTarget.Workspace);
    check();
  } finally {
    for (const name of Object.keys(values)) await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
  }
}

describe('readSettings', () => {
  it('gives the defaults where nothing is set', () => {
    assert.deepEqual(readSettings(workspace), defaults);
  });

  it('gives what is set', async () => {
    const values = { k: 16, hardBelow: 0.2, easyAbove: 0.9, errored: 'wrong', formats: { '*.rollouts.jsonl': { prompt: 'meta.task_id', verdict: 'reward' } } };
    await within({ ...values, followLogs: false }, () => assert.deepEqual(readSettings(workspace), { ...values, follow: false }));
  });

  it('takes the default for a value out of bounds or of another kind', async () => {
    await within({ k: 0, hardBelow: -1, easyAbove: 'high', errored: 'ignore', formats: [] }, () => assert.deepEqual(readSettings(workspace), defaults));
    await within({ k: 2.5, hardBelow: 2, formats: { a: 'text', b: { prompt: 7, verdict: 'ok' } } }, () =>
      assert.deepEqual(readSettings(workspace), { ...defaults, formats: { a: {}, b: { verdict: 'ok' } } }),
    );
  });

  it('tells of a change, and which logs it concerns', async () => {
    const changed = new vscode.EventEmitter<void>();
    let concerned: boolean | null = null;
    const listener = onSettingsChange((concerns) => {
      concerned = concerns(workspace);
      changed.fire();
    });
    try {
      await within({ k: 4 }, () => undefined);
      assert.equal(await until(changed.event, () => concerned), true);
    } finally {
      listener.dispose();
      changed.dispose();
    }
  });
});
