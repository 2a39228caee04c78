import * as vscode from 'vscode';
import { searchExcludes } from './settings';
import { sniffLogs } from './sniffLogs';

/** Files by a log's name. */
export const LOGS = '**/*.{jsonl,ndjson,jsonl.gz,ndjson.gz,jsonl.zst,ndjson.zst,eval,parquet}';
/** Beyond these bounds the search ends, and says so. */
const MOST_FILES = 2000;
const LONGEST_MS = 15_000;

/** The logs that were found, and what the user must know of the search. */
export interface FoundLogs {
  readonly paths: readonly string[];
  /** Files by a log's name that hold something else: training data, say. */
  readonly others: number;
  /** The search ended before its end. */
  readonly isCut: boolean;
}

/**
 * The evaluation logs in the workspace: files by a log's name, of which the first bytes look like one. What `files.exclude` and
 * `search.exclude` name is not looked at. Bounded in number, bytes and time.
 *
 * @param extension where the extension lies, with the thread that looks into files
 */
export async function findLogs(extension: vscode.Uri): Promise<FoundLogs> {
  const time = new vscode.CancellationTokenSource();
  const timer = setTimeout(() => time.cancel(), LONGEST_MS);
  try {
    const uris = await vscode.workspace.findFiles(LOGS, `{${['**/.passk/**', ...searchExcludes()].join(',')}}`, MOST_FILES + 1, time.token);
    const paths = uris.filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath);
    const looked = paths.slice(0, MOST_FILES);
    const logs = await sniffLogs(extension, looked, time.token);
    const found = looked.filter((_, index) => logs[index]);
    return { paths: found, others: looked.length - found.length, isCut: paths.length > MOST_FILES || time.token.isCancellationRequested };
  } finally {
    clearTimeout(timer);
    time.dispose();
  }
}
