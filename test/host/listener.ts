import * as vscode from 'vscode';
import type { RunView } from '../../src/host/runDocument';
import type { ToView } from '../../src/protocol/messages';
import { until } from './until';

/** A view that keeps what it is told. */
export class Listener implements RunView {
  readonly messages: ToView[] = [];
  readonly #changed = new vscode.EventEmitter<void>();

  constructor(public active = true) {}

  post(message: ToView): void {
    this.messages.push(message);
    this.#changed.fire();
  }

  /** The first message of a kind, past or to come. */
  heard<K extends ToView['type']>(type: K, from = 0): Promise<Extract<ToView, { type: K }>> {
    const right = (message: ToView): message is Extract<ToView, { type: K }> => message.type === type;
    return until(this.#changed.event, () => this.messages.slice(from).find(right));
  }
}
