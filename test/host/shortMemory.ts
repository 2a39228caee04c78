import type * as vscode from 'vscode';

/** What VS Code keeps for an extension in a workspace, for as long as a test runs. */
export function shortMemory(): vscode.Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: <T>(key: string, otherwise?: T) => (kept.has(key) ? (kept.get(key) as T) : otherwise),
    update: async (key: string, value: unknown) => void kept.set(key, value),
  };
}
