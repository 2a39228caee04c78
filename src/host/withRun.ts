import * as vscode from 'vscode';
import type { RunSnapshot } from '../protocol/messages';
import type { RunDocument, RunView } from './runDocument';
import type { SurfaceContext } from './surfaceContext';

/**
 * Does work with a run that has been read: the one in an open editor, or one that is read for this.
 * @param signal ends the reading, where it is for this alone
 * @throws Error with the reader's sentence when the run cannot be read, or is closed before it is
 */
export async function withRun<T>({ editors }: Pick<SurfaceContext, 'editors'>, uri: vscode.Uri, work: (document: RunDocument, run: RunSnapshot) => Promise<T>, signal?: AbortSignal): Promise<T> {
  const { document, dispose } = editors.borrow(uri);
  signal?.addEventListener('abort', dispose);
  try {
    return await work(document, await wholeRun(document));
  } finally {
    signal?.removeEventListener('abort', dispose);
    dispose();
  }
}

/** The snapshot of all of the log. */
function wholeRun(document: RunDocument): Promise<RunSnapshot> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      document.detach(view);
      closed.dispose();
    };
    const fail = (sentence: string): void => {
      end();
      reject(new Error(sentence));
    };
    const view: RunView = {
      active: false,
      post(message) {
        if (message.type === 'failed' && message.request === null) fail(message.message);
        if (message.type !== 'run' || message.run.partial) return;
        end();
        resolve(message.run);
      },
    };
    const closed = document.onDidDispose(() => fail(vscode.l10n.t('The editor was closed.')));
    document.attach(view);
  });
}
