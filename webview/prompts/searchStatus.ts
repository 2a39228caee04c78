import { element, setText } from '../element';
import { formatBytes } from '../numbers/formatBytes';
import { formatCount } from '../numbers/formatCount';
import type { Search, Searches } from '../state/searches';
import { t } from '../../src/texts/t';

export interface SearchEvents {
  readonly onStop: () => void;
  readonly onHit: (step: 1 | -1) => void;
}

/** How far the texts of the filter have been looked for, what was found, and the way from hit to hit. */
export class SearchStatus {
  readonly root = element('div', { class: 'search-status' });
  private readonly text = element('span');
  /** What a screen reader hears: the beginning and the end, not each step between. */
  private readonly said = element('span', { class: 'unseen', attributes: { role: 'status' } });
  private readonly bar = element('progress', { class: 'bar', attributes: { max: '1', 'aria-label': t`Searching the log` } });
  private readonly stop = element('button', { class: 'link', text: t`Stop`, attributes: { type: 'button' }, onClick: () => this.events.onStop() });
  private readonly previous = element('button', { class: 'link', text: t`‹ Previous hit`, attributes: { type: 'button' }, onClick: () => this.events.onHit(-1) });
  private readonly next = element('button', { class: 'link', text: t`Next hit ›`, attributes: { type: 'button' }, onClick: () => this.events.onHit(1) });
  private readonly problem = element('p', { class: 'problem', attributes: { role: 'alert' } });

  constructor(private readonly events: SearchEvents) {
    this.root.append(this.text, this.bar, this.stop, this.previous, this.next, this.problem, this.said);
    this.root.hidden = true;
  }

  show(searches: Searches): void {
    this.root.hidden = searches.size === 0;
    const all = [...searches];
    const running = all.some(([, { done }]) => !done);
    const scanned = all.reduce((sum, [, { scannedBytes }]) => sum + scannedBytes, 0);
    const total = all.reduce((sum, [, { totalBytes }]) => sum + totalBytes, 0);
    const found = all.map(([text, search]) => searchSentence(text, search)).join(' ');
    setText(this.text, found);
    setText(this.said, searches.size === 0 ? '' : running ? t`Searching the log…` : found);
    this.bar.hidden = !running;
    if (total > 0) this.bar.value = scanned / total;
    this.stop.hidden = !running;
    const hits = all.some(([, { ids }]) => ids.size > 0);
    this.previous.hidden = !hits;
    this.next.hidden = !hits;
    setText(this.problem, all.map(([, { failure }]) => failure).filter((failure) => failure !== null).join(' '));
  }
}

/** "“triangle” is in 34 responses of 12 prompts." */
export function searchSentence(text: string, search: Search): string {
  const { samples, ids, scannedBytes, totalBytes, passedOver, done, failure } = search;
  if (failure !== null) return '';
  const shown = `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
  const inPrompts = samples.filter((sample) => sample < 0).length;
  const responses = samples.length - inPrompts;
  const places = [
    ...(responses > 0 ? [formatCount(responses, 'response')] : []),
    ...(inPrompts > 0 ? [formatCount(inPrompts, 'prompt text')] : []),
  ].join(t` and `);
  const found = ids.size === 0 ? t`nowhere` : t`in ${places} of ${formatCount(ids.size, 'prompt')}`;
  const skipped = passedOver === 0 ? '' : ` ${t`${formatCount(passedOver, 'record')} too long to be looked into.`}`;
  if (!done) return totalBytes > 0 ? `${t`${shown}: ${found} so far, ${formatBytes(scannedBytes)} of ${formatBytes(totalBytes)} searched.`}${skipped}` : t`${shown}: ${found} so far.`;
  if (scannedBytes < totalBytes) return `${t`${shown} is ${found}; stopped after ${formatBytes(scannedBytes)} of ${formatBytes(totalBytes)}.`}${skipped}`;
  return `${t`${shown} is ${found}.`}${skipped}`;
}
