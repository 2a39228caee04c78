import { withNumbers } from '../src/protocol/numberWords';
import type { FromView, ToView } from '../src/protocol/messages';

/** What the editor gives a webview. */
interface VsCodeApi {
  postMessage(message: FromView): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/** The only way out of the view. The editor's function may be called once, so there is one link. */
export class HostLink {
  private readonly api = acquireVsCodeApi();

  post(message: FromView): void {
    this.api.postMessage(message);
  }

  saved(): unknown {
    return this.api.getState();
  }

  save(state: unknown): void {
    this.api.setState(state);
  }

  /** Messages of the host; anything else on the window is not for us. */
  listen(onMessage: (message: ToView) => void): void {
    window.addEventListener('message', (event: MessageEvent<ToView>) => {
      const { data } = event;
      if (typeof data !== 'object' || data === null || typeof data.type !== 'string') return;
      onMessage(data.type === 'analysis' || data.type === 'comparison' ? (withNumbers(data) as ToView) : data);
    });
  }
}
