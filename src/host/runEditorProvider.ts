import * as vscode from 'vscode';
import type { FlagStores } from './flagStores';
import { page, pageRoots } from './page';
import { ReportView } from './reportView';
import { RunDocument } from './runDocument';
import { runPaths } from './runUri';
import { onSettingsChange, readSettings } from './settings';

/** Opens runs: the read-only custom editor of the extension. */
export class RunEditorProvider implements vscode.CustomReadonlyEditorProvider<RunDocument>, vscode.Disposable {
  static readonly viewType = 'passk.report';

  readonly #documents = new Set<RunDocument>();
  readonly #views = new Set<ReportView>();
  /** Prompts to show in runs that are being opened, by the run's uri. */
  readonly #wantedPrompts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #settings: vscode.Disposable;

  /** Fires when another editor is active, or the run in an editor changed. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly stores: FlagStores,
  ) {
    this.#settings = onSettingsChange((concerns) => {
      for (const document of this.#documents) if (concerns(document.uri)) document.settingsChanged();
    });
  }

  /** The editor that the user works in; undefined when it is none of ours. */
  get active(): ReportView | undefined {
    return [...this.#views].find((view) => view.active);
  }

  /** Makes VS Code ask this provider for the editors of the view type. */
  register(): vscode.Disposable {
    return vscode.window.registerCustomEditorProvider(RunEditorProvider.viewType, this, { supportsMultipleEditorsPerDocument: true });
  }

  openCustomDocument(uri: vscode.Uri): RunDocument {
    const worker = vscode.Uri.joinPath(this.extension, 'dist', 'worker.js').fsPath;
    const document = new RunDocument(uri, worker, () => ({ paths: runPaths(uri), options: readSettings(uri) }));
    this.#documents.add(document);
    const wanted = this.#wantedPrompts.get(uri.toString());
    if (wanted !== undefined) document.showPrompt(wanted);
    document.onDidChange(() => this.#changed.fire());
    document.onDidDispose(() => this.#documents.delete(document));
    return document;
  }

  resolveCustomEditor(document: RunDocument, panel: vscode.WebviewPanel): void {
    const view = new ReportView(document, panel, this.stores);
    this.#views.add(view);
    panel.onDidDispose(() => {
      this.#views.delete(view);
      view.dispose();
      this.#changed.fire();
    });
    panel.onDidChangeViewState(() => this.#changed.fire());
    panel.webview.options = { enableScripts: true, localResourceRoots: pageRoots(this.extension) };
    panel.webview.html = page(panel.webview, this.extension);
    this.#changed.fire();
  }

  /** Opens a run, or shows it where it is open, and in it a prompt. */
  async open(uri: vscode.Uri, prompt?: string): Promise<void> {
    const key = uri.toString();
    const group = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputCustom && input.uri.toString() === key));
    const options = { preview: false, ...(group && { viewColumn: group.viewColumn }) };
    const open = [...this.#documents].find((document) => document.uri.toString() === key);
    if (prompt !== undefined && open === undefined) this.#wantedPrompts.set(key, prompt);
    try {
      await vscode.commands.executeCommand('vscode.openWith', uri, RunEditorProvider.viewType, options);
    } finally {
      this.#wantedPrompts.delete(key);
    }
    if (prompt !== undefined) open?.showPrompt(prompt);
  }

  dispose(): void {
    this.#settings.dispose();
    for (const document of [...this.#documents]) document.dispose();
    this.#changed.dispose();
  }
}
