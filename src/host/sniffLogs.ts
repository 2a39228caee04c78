import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { ToView, ToWorker, WorkerData } from '../protocol/messages';
import { readSettings } from './settings';

/**
 * Which files look like evaluation logs. A thread looks, since the host opens no log, and ends with its answer.
 * @returns in the order of the paths; true where the time was over before it was known: their names speak for them
 */
export async function sniffLogs(extension: vscode.Uri, paths: readonly string[], end: vscode.CancellationToken): Promise<readonly boolean[]> {
  const byName = paths.map(() => true);
  if (paths.length === 0 || end.isCancellationRequested) return byName;
  const workerData: WorkerData = { paths: [], options: readSettings(extension) };
  const worker = new Worker(vscode.Uri.joinPath(extension, 'dist', 'worker.js').fsPath, { workerData });
  try {
    return await new Promise((resolve, reject) => {
      end.onCancellationRequested(() => resolve(byName));
      worker.on('message', (message: ToView) => {
        if (message.type === 'sniffed') resolve(message.logs);
      });
      worker.on('error', reject);
      worker.postMessage({ type: 'sniff', request: 0, paths } satisfies ToWorker);
    });
  } finally {
    void worker.terminate();
  }
}
