import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { RunSnapshot, ToView, ToWorker, WorkerData } from '../protocol/messages';

/** One editor on a run, as the document sees it. */
export interface RunView {
  /** True in the editor that the user works in. */
  readonly active: boolean;
  post(message: ToView): void;
}

/** Whoever waits for an answer. */
type Asker = Pick<RunView, 'post'>;

type Request = Exclude<ToWorker, { type: 'stopAnalysis' | 'stopSearch' | 'cancel' | 'chooseRun' }>;
/** A prompt to open, and a k to turn to; null: as it is. */
export type PromptToShow = Omit<Extract<ToView, { type: 'showPrompt' }>, 'type'>;

type Order = Extract<ToWorker, { type: 'cancel' | 'chooseRun' }>;

/**
 * One run, shown in one or more editors. It owns the thread that reads the log, passes messages on, keeps the last snapshot
 * for views that come late or come back, and sees to it that every request is answered, also when the thread dies.
 */
export class RunDocument implements vscode.CustomDocument {
  readonly #views = new Set<RunView>();
  /** Requests of all views under numbers of our own: two views may use the same number. */
  readonly #pending = new Map<number, { view: Asker; request: number; type: Request['type'] }>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposed = new vscode.EventEmitter<void>();
  #lastRequest = 0;
  #worker: Worker | null = null;
  #progress: ToView | null = null;
  #run: Extract<ToView, { type: 'run' | 'comparison' }> | null = null;
  #failed: ToView | null = null;
  #wanted: PromptToShow | null = null;
  #startedWith = '';

  /** Fires when another snapshot is there. */
  readonly onDidChange = this.#changed.event;
  readonly onDidDispose = this.#disposed.event;

  /**
   * @param workerFile the worker's script
   * @param workerData asked anew at each start, so that changed settings count
   */
  constructor(
    readonly uri: vscode.Uri,
    private readonly workerFile: string,
    private readonly workerData: () => WorkerData,
  ) {
    this.#start();
  }

  /** The last snapshot of the run; null while there is none, and for a comparison. */
  get run(): RunSnapshot | null {
    return this.#run?.type === 'run' ? this.#run.run : null;
  }

  /** A view is there, or there again with nothing in it: it gets all that is known. */
  attach(view: RunView): void {
    this.#views.add(view);
    for (const message of [this.#run, this.#progress, this.#failed]) if (message !== null) view.post(message);
    this.#deliverWantedPrompt();
  }

  /** A view was hidden, and with it what it held, or closed. */
  detach(view: RunView): void {
    this.#views.delete(view);
    for (const [number, asked] of this.#pending) {
      if (asked.view !== view) continue;
      this.stop(view, asked.request); // nobody waits for what may take long
      this.#pending.delete(number);
    }
  }

  /** Asks the thread on behalf of a view; ends in the answer or in `failed`. */
  ask(view: Asker, message: Request): void {
    if (this.#worker === null) {
      view.post({ type: 'failed', request: message.request, message: vscode.l10n.t('The log is not being read. Read it again first.'), retry: true });
      return;
    }
    this.#lastRequest += 1;
    this.#pending.set(this.#lastRequest, { view, request: message.request, type: message.type });
    this.#worker.postMessage({ ...message, request: this.#lastRequest } satisfies ToWorker);
  }

  /** Ends what a view asked for. Nothing to end where it was answered already. */
  stop(view: RunView, request: number): void {
    for (const [number, asked] of this.#pending) {
      const stop: ToWorker = { type: asked.type === 'searchText' ? 'stopSearch' : 'stopAnalysis', request: number };
      if (asked.view === view && asked.request === request) this.#worker?.postMessage(stop);
    }
  }

  /** Passes on what concerns the run for all its views. */
  order(message: Order): void {
    this.#worker?.postMessage(message);
  }

  /** Opens a prompt in the active view, and turns it to a k, as soon as there is one and the prompt has been read. */
  show(wanted: PromptToShow): void {
    this.#wanted = wanted;
    this.#deliverWantedPrompt();
  }

  /** Another view may be the active one now. */
  activeViewChanged(): void {
    this.#deliverWantedPrompt();
  }

  /** Reads everything anew, with the settings as they are now. */
  restart(): void {
    this.#stop(vscode.l10n.t('The log is being read again.'));
    this.#start();
  }

  /** Reads everything anew if the settings that it was read with are others now: a log may take minutes to read. */
  settingsChanged(): void {
    if (JSON.stringify(this.workerData()) !== this.#startedWith) this.restart();
  }

  dispose(): void {
    this.#stop(vscode.l10n.t('The editor was closed.'));
    this.#views.clear();
    this.#disposed.fire();
    this.#disposed.dispose();
    this.#changed.dispose();
  }

  #start(): void {
    this.#progress = null;
    this.#failed = null;
    if (this.uri.scheme !== 'file') {
      this.#fail(vscode.l10n.t('Pass@k Inspector reads files on a disk, and this is not one ({0}).', this.uri.scheme), false);
      return;
    }
    const workerData = this.workerData();
    this.#startedWith = JSON.stringify(workerData);
    const worker = new Worker(this.workerFile, { workerData });
    this.#worker = worker;
    let cause: string | null = null;
    worker.on('message', (message: ToView) => {
      if (this.#worker === worker) this.#receive(message);
    });
    worker.on('error', (error) => {
      cause = error instanceof Error ? error.message : String(error);
    });
    // Follows `error`, and comes alone when the thread was ended from outside.
    worker.on('exit', () => {
      if (this.#worker !== worker) return;
      const sentence =
        cause === null
          ? vscode.l10n.t('The reader of this log stopped unexpectedly.')
          : vscode.l10n.t('The reader of this log stopped: {0}', cause);
      this.#worker = null;
      this.#answerAll(sentence);
      this.#fail(sentence, true);
    });
  }

  #stop(why: string): void {
    const worker = this.#worker;
    this.#worker = null;
    void worker?.terminate();
    this.#answerAll(why);
  }

  #receive(message: ToView): void {
    switch (message.type) {
      case 'prompt':
      case 'sample':
      case 'analysis':
      case 'readings':
      case 'report':
      case 'lines':
      case 'sniffed':
      case 'exported':
        this.#answer(message.request, (request) => ({ ...message, request }));
        return;
      case 'hits':
        this.#answer(message.request, (request) => ({ ...message, request }), message.hits.done);
        return;
      case 'analysisPart':
        this.#answer(message.request, (request) => ({ ...message, request }), false);
        return;
      case 'failed': {
        if (message.request === null) this.#fail(message.message, message.retry, message.choose);
        else this.#answer(message.request, (request) => ({ ...message, request }));
        return;
      }
      case 'progress':
        this.#progress = message;
        break;
      case 'run':
        this.#run = message;
        this.#failed = null;
        if (!message.run.partial) this.#progress = null;
        break;
      case 'comparison':
        this.#run = message;
        this.#failed = null;
        this.#progress = null;
        break;
      case 'flags':
      case 'act':
      case 'preferences':
      case 'showPrompt':
        throw new Error(`only the host may send ${message.type}`);
    }
    this.#broadcast(message);
    if (message.type === 'run') {
      this.#changed.fire();
      this.#deliverWantedPrompt();
    }
  }

  #fail(sentence: string, retry: boolean, choose = false): void {
    this.#progress = null;
    this.#failed = { type: 'failed', request: null, message: sentence, retry, choose };
    this.#broadcast(this.#failed);
  }

  #answer(number: number, message: (request: number) => ToView, isLast = true): void {
    const asked = this.#pending.get(number);
    if (isLast) this.#pending.delete(number);
    asked?.view.post(message(asked.request)); // nobody waits once the view is closed
  }

  #answerAll(sentence: string): void {
    for (const { view, request } of this.#pending.values()) view.post({ type: 'failed', request, message: sentence, retry: true });
    this.#pending.clear();
  }

  #broadcast(message: ToView): void {
    for (const view of this.#views) view.post(message);
  }

  #deliverWantedPrompt(): void {
    const wanted = this.#wanted;
    const run = this.run;
    if (wanted === null || run === null || (run.partial && wanted.id !== null && !run.columns.id.includes(wanted.id))) return;
    for (const view of this.#views) {
      if (!view.active) continue;
      this.#wanted = null;
      view.post({ type: 'showPrompt', ...wanted });
      return;
    }
  }
}
