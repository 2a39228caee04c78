import type { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { ToView } from '../../src/protocol/messages';
import { until } from './until';

/** A thread as it can be seen from outside, without asking the extension. */
export interface Thread {
  readonly worker: Worker;
  readonly messages: readonly ToView[];
  readonly ended: boolean;
}

/** Sees every thread that starts in this extension host, from when it is made, and what each says. */
export class Threads implements vscode.Disposable {
  readonly #all: { worker: Worker; messages: ToView[]; ended: boolean }[] = [];
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #started = (worker: Worker): void => {
    const thread = { worker, messages: [] as ToView[], ended: false };
    this.#all.push(thread);
    worker.on('message', (message: ToView) => {
      thread.messages.push(message);
      this.#changed.fire();
    });
    worker.on('exit', () => {
      thread.ended = true;
      this.#changed.fire();
    });
    this.#changed.fire();
  };

  readonly onDidChange = this.#changed.event;

  constructor() {
    process.on('worker', this.#started);
  }

  get all(): readonly Thread[] {
    return this.#all;
  }

  /** The n-th thread, from 0, when it has started. */
  started(index: number): Promise<Thread> {
    return until(this.onDidChange, () => this.#all[index]);
  }

  /** The first message of a kind that a thread sends, past or to come. */
  message<K extends ToView['type']>(thread: Thread, type: K, from = 0): Promise<Extract<ToView, { type: K }>> {
    const right = (message: ToView): message is Extract<ToView, { type: K }> => message.type === type;
    return until(this.onDidChange, () => thread.messages.slice(from).find(right));
  }

  ended(thread: Thread): Promise<true> {
    return until(this.onDidChange, () => (thread.ended ? true : null));
  }

  dispose(): void {
    process.off('worker', this.#started);
    this.#changed.dispose();
  }
}
