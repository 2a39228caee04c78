import { EventEmitter } from 'vscode';

/** Fires when the user asks for everything to be read again. */
export class RefreshSignal extends EventEmitter<void> {}
