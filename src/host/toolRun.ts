import { isAbsolute, resolve } from 'node:path';
import * as vscode from 'vscode';
import type { PromptRow, Report } from '../core/reportShape';
import type { RunSnapshot } from '../protocol/messages';
import { askDocument } from './askDocument';
import { isKnownPath } from './isKnownPath';
import type { RunDocument } from './runDocument';
import type { SurfaceContext } from './surfaceContext';
import { withRun } from './withRun';

/** What a tool may be told: which log, at which k, which prompt, and how many prompts or samples to show. */
export interface ToolInput {
  readonly log?: string;
  readonly k?: number;
  readonly prompt?: string;
  readonly count?: number;
}

/**
 * Reads what a model calls a tool with; null is as good as absent.
 * @throws Error with a sentence for the model, when a value is of the wrong kind
 */
export function toolInput(given: object): ToolInput {
  const values = new Map<string, unknown>(Object.entries(given).filter(([, value]) => value !== null));
  const text = (name: 'log' | 'prompt') => {
    const value = values.get(name);
    if (value !== undefined && typeof value !== 'string') throw new Error(vscode.l10n.t('"{0}" must be a text.', name));
    return value === undefined ? {} : { [name]: value };
  };
  const number = (name: 'k' | 'count') => {
    const value = values.get(name);
    if (value !== undefined && !(typeof value === 'number' && Number.isInteger(value) && value >= 1)) throw new Error(vscode.l10n.t('{0} must be a whole number of at least 1.', name));
    return value === undefined ? {} : { [name]: value };
  };
  return { ...text('log'), ...text('prompt'), ...number('k'), ...number('count') };
}

/** A run as a tool sees it. */
export interface ToolRun {
  readonly document: RunDocument;
  readonly run: RunSnapshot;
  readonly report: Report;
}

/**
 * Does a tool's work on the run it is asked about: the log it names, else the one that is open in the inspector.
 * @throws Error with a sentence for the model, when there is no such run, or it may not be read
 */
export function withToolRun<T>(context: SurfaceContext, { log, k }: ToolInput, token: vscode.CancellationToken, work: (run: ToolRun) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  return withRun(context, log === undefined ? openRun(context) : namedRun(context, log), async (document, run) => {
    const { report } = await askDocument(document, { type: 'readReport', k: k ?? null });
    return work({ document, run, report });
  }, stop.signal);
}

/** A prompt's numbers as the report has them, under the report's names. */
export function promptNumbers({ id, n, c, passRate, passAtK, weight, agreement, agreementSe, weightedAgreement, state, interference }: PromptRow): object {
  return { id, n, c, passRate, passAtK, weight, agreement, agreementSe, weightedAgreement, state, interference };
}

function openRun({ editors }: SurfaceContext): vscode.Uri {
  const runs = editors.documents.filter(({ run }) => run !== null);
  const run = editors.active?.document ?? (runs.length === 1 ? runs[0] : undefined);
  if (run !== undefined) return run.uri;
  if (runs.length === 0) throw new Error(vscode.l10n.t('No evaluation log is open in Pass@k Inspector: name one in "log".'));
  throw new Error(vscode.l10n.t('Several evaluation logs are open: name one in "log": {0}', runs.map(({ uri }) => uri.fsPath).join(', ')));
}

/** Only what is open already or lies in the workspace: whoever asks may have read a hostile text before. */
function namedRun(context: SurfaceContext, log: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const path = isAbsolute(log) || folder === undefined ? log : resolve(folder, log);
  const open = context.editors.documents.find(({ uri, run }) => run !== null && uri.fsPath === path);
  if (open !== undefined) return open.uri;
  if (!isAbsolute(path) || !isKnownPath(context, path)) throw new Error(vscode.l10n.t('{0} lies outside of this workspace: open it in Pass@k Inspector first.', log));
  return vscode.Uri.file(path);
}
