import { element, setText } from '../element';
import { formatCount } from '../numbers/formatCount';
import { isRate, isWholeK } from '../state/savedState';
import { nearestStop } from '../state/kStops';
import type { Parameters } from '../state/viewState';
import { textField } from '../toolkit';
import { t } from '../../src/texts/t';

export interface ControlEvents {
  readonly onK: (k: number) => void;
  readonly onThresholds: (hardBelow: number, easyAbove: number) => void;
  readonly onShowFiltered: () => void;
  readonly onClearFilter: () => void;
}

/** The bar that stays in sight: k by slider, key or typing, the thresholds of hard and easy, and the filter in force. */
export class KControls {
  readonly root = element('div', { class: 'controls', attributes: { role: 'group', 'aria-label': t`k and thresholds` } });
  private readonly slider = element('input', { class: 'k-slider', attributes: { type: 'range', min: '0', step: '1', 'aria-label': 'k' } });
  private readonly standing = element('span', { class: 'standing' });
  private readonly filterText = element('span');
  private readonly filtered = element('span', { class: 'filtered' }, this.filterText,
    element('button', { class: 'link', text: t`Show`, attributes: { type: 'button', 'aria-label': t`Show the filtered prompts` }, onClick: () => this.events.onShowFiltered() }),
    element('button', { class: 'link', text: t`Clear`, attributes: { type: 'button', 'aria-label': t`Clear the filter` }, onClick: () => this.events.onClearFilter() }));
  private readonly problem = element('span', { class: 'problem', attributes: { role: 'alert' } });
  private readonly k = textField('k', { visibleLabel: false, size: 5 }, (text) => this.onTypedK(text));
  private readonly hard = textField(t`hard: pass rate below`, { visibleLabel: false, size: 5 }, () => this.onTypedThresholds());
  private readonly easy = textField(t`easy: pass rate above`, { visibleLabel: false, size: 5 }, () => this.onTypedThresholds());
  private readonly written = new Map<HTMLElement, string>();
  private stops: readonly number[] = [1];

  constructor(private readonly events: ControlEvents) {
    // Whatever is scrolled to on the page stops below the bar, which is one line high or several.
    new ResizeObserver(() => this.root.parentElement?.style.setProperty('--bar', `${this.root.offsetHeight}px`)).observe(this.root);
    this.slider.addEventListener('input', () => events.onK(this.stops[Number(this.slider.value)]!));
    for (const field of [this.k, this.hard, this.easy]) field.addEventListener('blur', () => this.leave(field));
    this.root.append(
      element('span', { class: 'control k-control' }, element('span', { class: 'control-name', text: 'k' }), this.slider, this.k, this.standing),
      element('span', { class: 'control' },
        element('label', { class: 'threshold' }, element('span', { class: 'sign tone-hard', text: '▲' }), t` hard below`, this.hard),
        element('label', { class: 'threshold' }, element('span', { class: 'sign tone-easy', text: '●' }), t` easy above`, this.easy)),
      this.filtered, this.problem,
    );
  }

  /** @param max the most samples of a prompt; null or 0 where there are none */
  show(parameters: Parameters, max: number | null, stops: readonly number[]): void {
    if (stops !== this.stops) this.scale(stops, max);
    const { k } = parameters;
    const standing = max === null || max === 0 ? '' : k > max ? t`beyond n = ${max}: extrapolated` : k > max / 2 ? t`above n/2 = ${max / 2}: fragile` : t`of n = ${max}`;
    this.slider.value = String(nearestStop(this.stops, k));
    this.slider.setAttribute('aria-valuetext', t`k = ${k} ${standing}`);
    setText(this.standing, standing);
    this.standing.classList.toggle('warns', max !== null && max > 0 && k > max / 2);
    this.write(this.k, String(k));
    this.write(this.hard, String(parameters.hardBelow));
    this.write(this.easy, String(parameters.easyAbove));
  }

  /** Says which filter the table is under, wherever the page is scrolled to. */
  showFilter(filter: string, shown: number, all: number): void {
    this.filtered.hidden = filter.trim() === '';
    setText(this.filterText, t`Filter: ${formatCount(shown)} of ${formatCount(all, 'prompt')}`);
    this.filterText.title = filter;
  }

  private scale(stops: readonly number[], maxSamples: number | null): void {
    this.stops = stops;
    const last = this.stops.length - 1;
    this.slider.max = String(last);
    const share = (k: number): string => `${(100 * nearestStop(this.stops, k)) / last}%`;
    this.slider.style.setProperty('--solid-until', maxSamples === null ? '100%' : share(maxSamples / 2));
    this.slider.style.setProperty('--fragile-until', maxSamples === null ? '100%' : share(maxSamples));
  }

  /** A field is written when its number changed, and not to spell anew what was just typed ("0." on the way to "0.2"). */
  private write(field: HTMLElement & { value: string }, text: string): void {
    if (this.written.get(field) === text) return;
    this.written.set(field, text);
    if (field.value === '' || Number(field.value) !== Number(text)) field.value = text;
  }

  /** Leaving a field that holds no usable number puts back the one in force. */
  private leave(field: HTMLElement & { value: string }): void {
    setText(this.problem, '');
    field.value = this.written.get(field) ?? field.value;
  }

  private onTypedK(text: string): void {
    const k = Number(text);
    if (isWholeK(k)) {
      setText(this.problem, '');
      this.events.onK(k);
    } else if (text.trim() !== '') setText(this.problem, t`k is a whole number from 1 to 1,000,000.`);
  }

  private onTypedThresholds(): void {
    const [hard, easy] = [this.hard.value, this.easy.value];
    if (hard.trim() === '' || easy.trim() === '') return;
    if (!isRate(Number(hard)) || !isRate(Number(easy))) setText(this.problem, t`Thresholds are pass rates from 0 to 1.`);
    else if (Number(hard) > Number(easy)) setText(this.problem, t`The hard threshold must not be above the easy one.`);
    else {
      setText(this.problem, '');
      this.events.onThresholds(Number(hard), Number(easy));
    }
  }
}
