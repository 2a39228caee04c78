import { element, setText } from '../element';
import type { ViewState } from '../state/viewState';
import { button, progressRing } from '../toolkit';
import { progressText } from './progressText';
import { t } from '../../src/texts/t';

export interface StatusEvents {
  readonly onRetry: () => void;
  readonly onCancel: () => void;
  readonly onChoose: () => void;
}

/** What stands in place of the report, or above it: reading, still reading, could not be read. */
export class StatusScreen {
  readonly root = element('section', { class: 'status', attributes: { 'aria-labelledby': 'status-title' } });
  private readonly title = element('h1', { class: 'unseen', attributes: { id: 'status-title' } });
  private readonly ring = progressRing();
  private readonly bar = element('progress', { class: 'bar', attributes: { max: '1', 'aria-label': t`Reading the log` } });
  private readonly text = element('p', { attributes: { role: 'status' } });
  private readonly problem = element('p', { class: 'failure', attributes: { role: 'alert' } });
  private readonly cancel = button(t`Cancel`, 'secondary', () => this.events.onCancel());
  private readonly retry = button(t`Retry`, 'primary', () => this.events.onRetry());

  private readonly choose = button(t`Choose Format and Fields…`, 'primary', () => this.events.onChoose());

  constructor(private readonly events: StatusEvents) {
    this.root.append(this.title, this.ring, this.bar, this.text, this.problem, this.cancel, this.choose, this.retry);
  }

  /** Hidden when the run is there and whole. */
  show({ run, comparison, progress, failure }: ViewState): void {
    const there = run !== null || comparison !== null;
    const reading = failure === null && (!there || run?.partial === true || progress !== null);
    this.root.hidden = failure === null && !reading;
    this.root.classList.toggle('banner', there);
    // In place of the report it is the page, above it a part of it.
    this.root.setAttribute('role', there ? 'region' : 'main');
    this.title.hidden = there;
    setText(this.title, failure === null ? t`Reading the log` : t`The log could not be read`);
    this.ring.hidden = !reading || there;
    this.bar.hidden = !reading || progress === null || progress.bytesTotal === 0;
    if (progress !== null && progress.bytesTotal > 0) this.bar.value = Math.min(1, progress.bytesRead / progress.bytesTotal);
    this.text.hidden = !reading;
    setText(this.text, progressText(progress, run !== null));
    setText(this.problem, failure?.message ?? '');
    this.problem.hidden = failure === null;
    // There is nothing to cancel before the first sign of reading.
    this.cancel.hidden = !reading || progress === null;
    this.choose.hidden = failure?.choose !== true;
    this.retry.appearance = failure?.choose === true ? 'secondary' : 'primary';
    this.retry.hidden = failure?.retry !== true;
  }
}
