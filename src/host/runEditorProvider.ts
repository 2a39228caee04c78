import * as vscode from 'vscode';
import type { FlagStores } from './flagStores';
import { page, pageRoots } from './page';
import { ReportView } from './reportView';
import { runData } from './runData';
import { RunDocument, type PromptToShow } from './runDocument';
import { onSettingsChange } from './settings';

/** Opens runs: the read-only custom editor of the extension. */
export class RunEditorProvider implements vscode.CustomReadonlyEditorProvider<RunDocument>, vscode.Disposable {
  static readonly viewType = 'passk.report';

  readonly #documents = new Set<RunDocument>();
  readonly #views = new Set<ReportView>();
  /** Prompts to show in runs that are being opened, by the run's uri. */
  readonly #wantedPrompts = new Map<string, PromptToShow>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #settings: vscode.Disposable;

  /** Fires when another editor is active, or the run in an editor changed. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly stores: FlagStores,
    private readonly preferences: vscode.Memento,
    private readonly storage: vscode.Uri,
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

  /** The runs that are open in editors. */
  get documents(): readonly RunDocument[] {
    return [...this.#documents];
  }

  /**
   * A run for the host's own questions: the one that is open, else one that is read for this alone and ends when it is given
   * back.
   */
  borrow(uri: vscode.Uri): { readonly document: RunDocument } & vscode.Disposable {
    const open = this.#open(uri);
    const document = open ?? this.#read(uri);
    return { document, dispose: () => open ?? document.dispose() };
  }

  openCustomDocument(uri: vscode.Uri): RunDocument {
    const document = this.#read(uri);
    this.#documents.add(document);
    const wanted = this.#wantedPrompts.get(uri.toString());
    if (wanted !== undefined) document.show(wanted);
    document.onDidChange(() => this.#changed.fire());
    document.onDidDispose(() => this.#documents.delete(document));
    return document;
  }

  resolveCustomEditor(document: RunDocument, panel: vscode.WebviewPanel): void {
    const view = new ReportView(document, panel, this.stores, this.preferences);
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

  /** Opens a run, or shows it where it is open, and in it a prompt, at a k. */
  async open(uri: vscode.Uri, prompt: string | null = null, k: number | null = null): Promise<void> {
    const wanted = prompt === null && k === null ? null : { id: prompt, k };
    const key = uri.toString();
    const group = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputCustom && input.uri.toString() === key));
    const options = { preview: false, ...(group && { viewColumn: group.viewColumn }) };
    const open = this.#open(uri);
    if (wanted !== null && open === undefined) this.#wantedPrompts.set(key, wanted);
    try {
      await vscode.commands.executeCommand('vscode.openWith', uri, RunEditorProvider.viewType, options);
    } finally {
      this.#wantedPrompts.delete(key);
    }
    if (wanted !== null) open?.show(wanted);
  }

  #open(uri: vscode.Uri): RunDocument | undefined {
    return [...this.#documents].find((document) => document.uri.toString() === uri.toString());
  }

  #read(uri: vscode.Uri): RunDocument {
    const worker = vscode.Uri.joinPath(this.extension, 'dist', 'worker.js').fsPath;
    const indexFolder = vscode.Uri.joinPath(this.storage, 'index').fsPath;
    return new RunDocument(uri, worker, () => ({ ...runData(uri), indexFolder }));
  }

  dispose(): void {
    this.#settings.dispose();
    for (const document of [...this.#documents]) document.dispose();
    this.#changed.dispose();
  }
}
