import type { PromptRow } from '../../src/core/reportShape';
import type { FlagState } from '../../src/flags/flagEvent';
import type { PromptDetail } from '../../src/protocol/messages';
import { element, setText } from '../element';
import { formatCount } from '../numbers/formatCount';
import { formatNumber } from '../numbers/formatNumber';
import { formatRate, formatRateInterval } from '../numbers/formatRate';
import { formatShortId } from '../numbers/formatShortId';
import { counterpart, type FlagRequest, type OpenPrompt } from '../state/viewState';
import { button, checkbox, progressRing } from '../toolkit';
import { FlagForm } from './flagForm';
import { longText } from './longText';
import { SampleStrip } from './sampleStrip';
import { sampleView } from './sampleView';

export interface PaneEvents {
  readonly onClose: () => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onSample: (sample: number) => void;
  readonly onBeside: (beside: boolean) => void;
  readonly onSource: (file: number, line: number) => void;
  readonly onFlag: (flag: string | null, note: string) => void;
  readonly onAgain: () => void;
  readonly onScroll: (top: number) => void;
}

export interface PaneContent {
  readonly open: OpenPrompt;
  readonly row: PromptRow;
  readonly k: number;
  readonly sample: number | null;
  readonly beside: boolean;
  readonly flag: FlagState | null;
  readonly flagRequest: FlagRequest | null;
  readonly place: { readonly place: number; readonly of: number } | null;
}

/** One prompt: its text, its numbers, its samples, the chosen responses, its flag. */
export class PromptPane {
  readonly root = element('aside', { class: 'pane', attributes: { 'aria-label': 'Prompt', tabindex: '-1' } });
  private readonly title = element('h2', { attributes: { tabindex: '-1' } });
  private readonly place = element('span', { class: 'place', attributes: { role: 'status' } });
  private readonly previous = button('‹', 'icon', () => this.events.onStep(-1));
  private readonly next = button('›', 'icon', () => this.events.onStep(1));
  private readonly close = button('×', 'icon', () => this.events.onClose());
  private readonly numbers = element('dl', { class: 'figures' });
  private readonly text = element('div', { class: 'prompt-text' });
  private readonly samples = element('section', { class: 'samples', attributes: { 'aria-label': 'Samples' } });
  private readonly tally = element('p', { class: 'tally' });
  private readonly besideBox = checkbox('Correct beside wrong', (checked) => this.events.onBeside(checked));
  private readonly strip = new SampleStrip((sample) => this.events.onSample(sample));
  private readonly responses = element('div', { class: 'responses' });
  private readonly form = new FlagForm({ onFlag: (flag, note) => this.events.onFlag(flag, note) });
  private detail: PromptDetail | null | undefined;
  private shownId: string | null = null;
  private shownText = '';
  private shownResponses = '';

  constructor(private readonly events: PaneEvents) {
    this.previous.setAttribute('aria-label', 'Previous prompt');
    this.next.setAttribute('aria-label', 'Next prompt');
    this.close.setAttribute('aria-label', 'Close prompt');
    this.samples.append(element('header', {}, element('h3', { text: 'Samples' }), this.tally, this.besideBox), this.strip.root, this.responses);
    this.root.append(
      element('header', { class: 'pane-head' }, this.title, this.place, this.previous, this.next, this.close),
      element('div', { class: 'pane-body' }, this.numbers, this.form.root, this.text, this.samples),
    );
    this.root.addEventListener('scroll', () => events.onScroll(this.root.scrollTop), { passive: true });
  }

  show(content: PaneContent): void {
    const { open, row } = content;
    if (open.id !== this.shownId) {
      this.shownId = open.id;
      this.root.scrollTop = 0;
    }
    setText(this.title, formatShortId(open.id, 120));
    this.title.title = open.id.slice(0, 2000);
    setText(this.place, content.place === null ? 'not in the filter' : `${formatCount(content.place.place + 1)} of ${formatCount(content.place.of)}`);
    this.numbers.replaceChildren(...promptFigures(row, content.k).map(([name, value, detail]) =>
      element('div', { class: 'fact' }, element('dt', { text: name }), element('dd', {}, element('span', { class: 'fact-value', text: value }), ...(detail === '' ? [] : [element('span', { class: 'fact-detail', text: detail })])))));
    this.form.show(row, content.flag, content.flagRequest);
    this.showText(open);
    this.showSamples(content);
  }

  focus(): void {
    this.title.focus({ preventScroll: true });
  }

  focusFlag(): void {
    this.form.focus();
  }

  private showText(open: OpenPrompt): void {
    const shown = JSON.stringify([open.request, open.detail !== null, open.failure]);
    if (shown === this.shownText && open.detail === this.detail) return;
    this.shownText = shown;
    if (open.failure !== null) {
      this.text.replaceChildren(element('p', { class: 'problem', attributes: { role: 'alert' } }, open.failure, ' ',
        element('button', { class: 'link', text: 'Try again', attributes: { type: 'button' }, onClick: () => this.events.onAgain() })));
    } else if (open.detail === null) this.text.replaceChildren(element('div', { class: 'reading' }, progressRing('Reading the prompt'), element('span', { text: 'Reading the prompt…' })));
    else {
      const { text, target } = open.detail;
      this.text.replaceChildren(
        element('h3', { text: 'Prompt' }),
        text === null ? element('p', { class: 'quiet', text: 'The log holds no prompt text.' }) : longText(text, 'Prompt text'),
        ...(target === null ? [] : [element('p', { class: 'answer-text' }, element('span', { class: 'label', text: 'Target ' }), element('span', { text: target.slice(0, 2000) }))]),
      );
    }
  }

  private showSamples({ open, sample, beside }: PaneContent): void {
    const { detail } = open;
    this.detail = detail;
    this.samples.hidden = detail === null;
    if (detail === null) return;
    const count = (verdict: string): number => detail.samples.filter((line) => line.verdict === verdict).length;
    const errored = count('errored');
    for (const part of [this.tally, this.besideBox, this.strip.root]) part.hidden = detail.samples.length === 0;
    setText(this.tally, `${formatCount(count('correct'))} ✓ correct · ${formatCount(count('wrong'))} ✗ wrong${errored > 0 ? ` · ${formatCount(errored)} ! errored` : ''}`);
    const other = beside && sample !== null ? counterpart(detail, sample) : null;
    this.besideBox.checked = beside;
    this.strip.show(detail, sample, other);
    this.showResponses(open, detail, sample, other, beside);
  }

  private showResponses(open: OpenPrompt, detail: PromptDetail, sample: number | null, other: number | null, beside: boolean): void {
    const wanted = [sample, other].filter((one) => one !== null);
    const shown = JSON.stringify([open.id, open.request, beside, wanted.map((one) => [one, open.texts.get(one)?.state])]);
    if (shown === this.shownResponses) return;
    this.shownResponses = shown;
    const lines = wanted.map((one) => detail.samples.find((line) => line.sample === one)).filter((line) => line !== undefined);
    // The correct one stands left, whichever was selected.
    if (other !== null) lines.sort((a, b) => Number(b.verdict === 'correct') - Number(a.verdict === 'correct'));
    const views = lines.map((line) => sampleView(detail, line, open.texts.get(line.sample), { onSource: this.events.onSource, onAgain: () => this.events.onSample(line.sample) }));
    if (detail.samples.length === 0) views.push(element('p', { class: 'quiet', text: 'The log gives the numbers of this prompt and no samples.' }));
    else if (beside && other === null) views.push(element('p', { class: 'quiet', text: 'All samples of this prompt have the same verdict: there is none to put beside.' }));
    this.responses.classList.toggle('two', views.length > 1);
    this.responses.replaceChildren(...views);
  }
}

function promptFigures(row: PromptRow, k: number): [name: string, value: string, detail: string][] {
  const solved = row.n === null || row.c === null ? '' : `${formatCount(row.c)} of ${formatCount(row.n)}, `;
  return [
    ['Pass rate', formatRate(row.passRate), row.ci === null ? '' : row.n === null ? 'exact' : `${solved}95% CI ${formatRateInterval(row.ci)}`],
    [`pass@${k}`, formatRate(row.passAtK), ''],
    ['Weight', formatNumber(row.weight), `at k = ${k}`],
    ['Agreement', formatNumber(row.agreement), row.agreementSe === null ? '' : row.agreementSe === 0 ? 'exact' : `± ${formatNumber(row.agreementSe, 2)} SE`],
    ['Weighted', formatNumber(row.weightedAgreement), 'weight × agreement'],
    ['Interference', row.interference, [row.group, row.state].filter((word) => word !== null).join(', ')],
  ];
}
