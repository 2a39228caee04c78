import * as vscode from 'vscode';
import type { WorkerData } from '../protocol/messages';
import { comparedRuns } from './comparisonUri';
import { runPaths } from './runUri';
import { readSettings } from './settings';

/** What the worker of a uri's run, or comparison, is born with. */
export function runData(uri: vscode.Uri): WorkerData {
  const checkpoints = comparedRuns(uri);
  const { bundle: translations } = vscode.l10n;
  return {
    ...(checkpoints === null ? { paths: runPaths(uri) } : { paths: [], checkpoints }),
    options: readSettings(uri),
    ...(translations && { translations }),
  };
}
