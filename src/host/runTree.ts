import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { findLogs, LOGS, type FoundLogs } from './findLogs';
import { foundRuns, type FoundRun } from './foundRuns';
import { rateText } from './numberText';
import { RunHeadlines } from './runHeadlines';
import type { SurfaceContext } from './surfaceContext';

const SETTLE_MS = 500;

/** A folder with runs in it. */
export interface RunFolder {
  readonly folder: string;
  readonly runs: readonly RunItem[];
}

/** A run in the view. */
export interface RunItem {
  readonly run: FoundRun;
}

/** What the view "Runs" shows: the evaluation logs of the workspace, by folder, each with its pass@1 once it has been opened. */
export class RunTree implements vscode.TreeDataProvider<RunFolder | RunItem>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #headlines: RunHeadlines;
  readonly #listeners: readonly vscode.Disposable[];
  #found: Promise<FoundLogs> | null = null;
  #later: NodeJS.Timeout | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  /** @param say takes what the user must know of the last search; "" when it was complete and all it found is shown */
  constructor(
    private readonly context: SurfaceContext,
    private readonly say: (sentence: string) => void,
  ) {
    this.#headlines = new RunHeadlines(context.editors, () => this.#changed.fire());
    const watcher = vscode.workspace.createFileSystemWatcher(LOGS, false, true, false);
    const soon = (): void => this.#refreshSoon();
    this.#listeners = [this.#headlines, watcher, watcher.onDidCreate(soon), watcher.onDidDelete(soon), context.refreshing.event(() => this.#refresh())];
  }

  async getChildren(element?: RunFolder | RunItem): Promise<(RunFolder | RunItem)[]> {
    if (element !== undefined) return 'folder' in element ? [...element.runs] : [];
    this.#found ??= findLogs(this.context.places.extensionUri);
    const found = await this.#found;
    this.say(searchSentence(found));
    const folders = byFolder(foundRuns(found.paths));
    return folders.length === 1 ? [...folders[0]!.runs] : folders;
  }

  getTreeItem(element: RunFolder | RunItem): vscode.TreeItem {
    return 'folder' in element ? folderItem(element) : this.#runItem(element.run);
  }

  dispose(): void {
    clearTimeout(this.#later);
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }

  /** Looks for logs anew; VS Code asks for them when somebody looks at the view. */
  #refresh(): void {
    clearTimeout(this.#later);
    this.#found = null;
    this.#changed.fire();
  }

  /** A training run may write a hundred files in a second. */
  #refreshSoon(): void {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#refresh(), SETTLE_MS);
  }

  #runItem(run: FoundRun): vscode.TreeItem {
    const item = new vscode.TreeItem(run.title);
    const headline = this.#headlines.of(run.uri);
    const shards = run.paths.length > 1 ? vscode.l10n.t('{0} shards', run.paths.length) : '';
    const rate = headline === null ? '' : `pass@1 ${rateText(headline.passAt1)}`;
    item.id = run.uri.toString();
    item.resourceUri = run.uri; // what VS Code hands to where it is dropped
    item.description = [rate, shards].filter((part) => part !== '').join(' · ');
    item.iconPath = new vscode.ThemeIcon(run.paths.length > 1 ? 'files' : 'graph-scatter');
    item.tooltip = [run.uri.fsPath, shards, headline === null ? vscode.l10n.t('Not opened yet.') : `${rate} · pass@${headline.k} ${rateText(headline.passAtK)}`].filter((line) => line !== '').join('\n');
    item.accessibilityInformation = { label: [run.title, item.description].filter((part) => part !== '').join(', ') };
    item.contextValue = 'run';
    item.command = { command: 'passk.inspect', title: vscode.l10n.t('Inspect Evaluation Run'), arguments: [run.uri] };
    return item;
  }
}

function byFolder(runs: readonly FoundRun[]): RunFolder[] {
  const folders = new Map<string, RunItem[]>();
  for (const run of runs) {
    const folder = folderOf(run);
    const inFolder = folders.get(folder);
    if (inFolder === undefined) folders.set(folder, [{ run }]);
    else inFolder.push({ run });
  }
  const numeric = new Intl.Collator('en', { numeric: true });
  return [...folders].map(([folder, items]) => ({ folder, runs: items })).sort((one, other) => numeric.compare(one.folder, other.folder));
}

/** A run that is a folder lies in the folder above, if that is of the workspace too. */
function folderOf({ uri, paths: [first = ''] }: FoundRun): string {
  const above = dirname(uri.fsPath);
  return vscode.workspace.getWorkspaceFolder(vscode.Uri.file(above)) === undefined ? dirname(first) : above;
}

function folderItem({ folder, runs }: RunFolder): vscode.TreeItem {
  const whole = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.fsPath === folder);
  const item = new vscode.TreeItem(whole?.name ?? vscode.workspace.asRelativePath(folder), vscode.TreeItemCollapsibleState.Expanded);
  item.id = folder;
  item.iconPath = vscode.ThemeIcon.Folder;
  item.description = String(runs.length);
  item.tooltip = folder;
  item.contextValue = 'folder';
  return item;
}

function searchSentence({ others, isCut }: FoundLogs): string {
  const sentences: string[] = [];
  if (isCut) sentences.push(vscode.l10n.t('The search was cut short: this workspace holds many files. Exclude folders in the setting search.exclude to see the rest.'));
  if (others === 1) sentences.push(vscode.l10n.t('1 file is not shown: it does not look like an evaluation log.'));
  if (others > 1) sentences.push(vscode.l10n.t('{0} files are not shown: they do not look like evaluation logs.', others));
  return sentences.join(' ');
}
