import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { FlagStores } from '../../src/host/flagStores';
import { RefreshSignal } from '../../src/host/refreshSignal';
import { RunEditorProvider } from '../../src/host/runEditorProvider';
import type { SurfaceContext } from '../../src/host/surfaceContext';
import { shortMemory } from './shortMemory';

const extension = vscode.extensions.getExtension('passk.passk-inspector');
assert.ok(extension, 'the extension under test is installed');

/** State of a test's own, beside that of the extension that runs in this window; editors that it opens are the extension's. */
export function hostState(): { readonly context: SurfaceContext } & vscode.Disposable {
  const storage = mkdtempSync(join(tmpdir(), 'passk-state-'));
  const places = { extensionUri: extension!.extensionUri, globalStorageUri: vscode.Uri.file(storage) };
  const stores = new FlagStores(places);
  const editors = new RunEditorProvider(places.extensionUri, stores, shortMemory(), places.globalStorageUri);
  const refreshing = new RefreshSignal();
  return {
    context: { places, stores, editors, refreshing },
    dispose() {
      for (const made of [editors, stores, refreshing]) made.dispose();
      rmSync(storage, { recursive: true, force: true });
    },
  };
}
