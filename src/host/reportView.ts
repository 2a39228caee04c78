import * as vscode from 'vscode';
import { unreachable, type FromView, type ToView, type ViewAct, type ViewPreferences } from '../protocol/messages';
import { withNumberWords } from '../protocol/numberWords';
import type { FlagStores } from './flagStores';
import { loadSurfaces } from './loadSurfaces';
import { problem, reasonOf } from './notice';
import type { RunDocument, RunView } from './runDocument';

/** Where the workspace keeps how its reports are liked. */
const PREFERENCES = 'passk.view';

/** One editor: the panel on one side, the run's document and its flags on the other. */
export class ReportView implements RunView, vscode.Disposable {
  readonly #listeners: vscode.Disposable[];

  constructor(
    readonly document: RunDocument,
    private readonly panel: vscode.WebviewPanel,
    private readonly stores: FlagStores,
    private readonly preferences: vscode.Memento,
  ) {
    const store = stores.forLog(document.uri);
    this.#listeners = [
      panel.webview.onDidReceiveMessage((message: FromView) => this.#receive(message)),
      panel.onDidChangeViewState(() => {
        if (panel.visible) document.activeViewChanged();
        else document.detach(this);
      }),
      store.onDidChange(() => {
        this.#postFlags();
        this.#checkFlags();
      }),
      document.onDidChange(() => this.#checkFlags()),
    ];
  }

  get active(): boolean {
    return this.panel.active;
  }

  post(message: ToView): void {
    // Only these hold numbers that may be unknown outside of a typed array.
    const counted = message.type === 'analysis' || message.type === 'comparison';
    void this.panel.webview.postMessage(counted ? withNumberWords(message) : message);
  }

  act(act: ViewAct): void {
    this.post({ type: 'act', act });
  }

  dispose(): void {
    this.document.detach(this);
    for (const listener of this.#listeners) listener.dispose();
  }

  #receive(message: FromView): void {
    switch (message.type) {
      case 'ready':
        this.post({ type: 'preferences', preferences: this.preferences.get<ViewPreferences>(PREFERENCES) ?? { columns: null, raw: false } });
        this.#postFlags();
        this.document.attach(this);
        return;
      case 'readPrompt':
      case 'readSample':
      case 'analyse':
      case 'searchText':
        this.document.ask(this, message);
        return;
      case 'stopAnalysis':
      case 'stopSearch':
        this.document.stop(this, message.request);
        return;
      case 'cancel':
      case 'chooseRun':
        this.document.order(message);
        return;
      case 'chooseFormat':
        void vscode.commands.executeCommand('passk.chooseFormat');
        return;
      case 'retry':
        this.document.restart();
        return;
      case 'openSource':
        loadSurfaces()
          .then((surfaces) => surfaces.openSource(this.document, message.file, message.line))
          .catch((error: unknown) => problem(reasonOf(error)));
        return;
      case 'copyLink':
        loadSurfaces()
          .then((surfaces) => surfaces.copyLink(this.stores, this.document.uri, message.id, message.k))
          .catch((error: unknown) => problem(reasonOf(error)));
        return;
      case 'carryOut':
        loadSurfaces()
          .then((surfaces) => surfaces.carryOut(this.document, this.stores, message.deed))
          .catch((error: unknown) => problem(reasonOf(error)));
        return;
      case 'wantFocus':
        this.panel.reveal();
        return;
      case 'remember':
        void this.preferences.update(PREFERENCES, message.preferences);
        return;
      case 'setFlag':
        void this.#setFlag(message);
        return;
      default:
        unreachable(message);
    }
  }

  /** The answer is `flags`, which every view of the log gets, or `failed`. */
  async #setFlag({ request, prompts, flag, note }: Extract<FromView, { type: 'setFlag' }>): Promise<void> {
    try {
      const digests = flag === null ? null : await (await loadSurfaces()).textDigests(this.document, prompts.map(({ id }) => id));
      const events = prompts.map(({ id, k, weight, agreement }) => {
        const digest = digests?.get(id);
        return { prompt_id: id, flag, note, k, weight, agreement, ...(digest !== undefined && { text_digest: digest }) };
      });
      await this.stores.add(this.document.uri, events);
      this.#postFlags(); // flagged as before is no change, yet the view waits
    } catch (error) {
      this.post({ type: 'failed', request, message: vscode.l10n.t('The flag could not be saved: {0}', reasonOf(error)), retry: true });
    }
  }

  /** Whether flags still hold by the run that is open; what is found comes as a change of the flags. */
  #checkFlags(): void {
    const store = this.stores.forLog(this.document.uri);
    if (store.flags.length === 0) return;
    // A reader that stopped says so itself.
    loadSurfaces().then((surfaces) => surfaces.checkFlags(this.document, store)).catch(() => undefined);
  }

  #postFlags(): void {
    this.post({ type: 'flags', flags: this.stores.forLog(this.document.uri).flags });
  }
}
