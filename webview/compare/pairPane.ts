import type { PromptMovement } from '../../src/core/compare/comparisonShape';
import type { ComparisonSnapshot } from '../../src/protocol/comparisonSnapshot';
import { responseText } from '../detail/responseText';
import { SampleStrip } from '../detail/sampleStrip';
import { verdictSigns } from '../detail/verdictSigns';
import { element, setText } from '../element';
import { formatShortId } from '../numbers/formatShortId';
import type { OpenPair, PairSide } from '../state/pair';
import { button } from '../toolkit';
import { describeMovement } from './moverClouds';
import { t } from '../../src/texts/t';
import { wordOf } from '../../src/texts/wordOf';

export interface PairPaneEvents {
  readonly onClose: () => void;
  readonly onSample: (checkpoint: number, sample: number) => void;
}

/** One prompt of a comparison: its movement, and the responses of either side beside each other. */
export class PairPane {
  readonly root = element('aside', { class: 'pane pair-pane', attributes: { 'aria-label': t`Prompt` } });
  private readonly title = element('h2', { attributes: { tabindex: '-1' } });
  private readonly facts = element('p', { class: 'quiet' });
  private readonly text = element('div', { class: 'pair-prompt' });
  private readonly sides = [0, 1].map(() => new SideView((checkpoint, sample) => this.events.onSample(checkpoint, sample)));
  private shownText: string | null = null;

  constructor(private readonly events: PairPaneEvents) {
    this.root.hidden = true;
    this.root.append(
      element('header', { class: 'pair-head' }, this.title, button(t`Close prompt`, 'secondary', () => events.onClose())),
      this.facts, this.text, element('div', { class: 'pair-sides' }, ...this.sides.map((side) => side.root)),
    );
    this.root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') events.onClose();
    });
  }

  show(pair: OpenPair | null, snapshot: ComparisonSnapshot, movement: PromptMovement | null): void {
    this.root.hidden = pair === null;
    if (pair === null) return;
    setText(this.title, formatShortId(pair.id, 200));
    setText(this.facts, movement === null ? t`Only one of both has this prompt, or samples of it.` : describeMovement(movement).slice(1).join(' · '));
    const text = pair.sides.map((side) => side.detail?.text ?? null).find((one) => one !== null) ?? null;
    if (text !== this.shownText) {
      this.shownText = text;
      this.text.replaceChildren(...(text === null ? [] : [responseText(text, t`Prompt`, plainLook)]));
    }
    for (const [at, view] of this.sides.entries()) {
      const side = pair.sides.at(at);
      view.root.hidden = side === undefined;
      if (side !== undefined) view.show(side, snapshot.checkpoints[side.checkpoint].name);
    }
  }

  focus(): void {
    this.title.focus();
  }
}

const plainLook = { raw: false, unfolded: [], onFold: () => undefined, onDrawn: () => undefined };

/** The samples of one side, and the response of the chosen one. */
class SideView {
  readonly root = element('section', { class: 'pair-side' });
  private readonly name = element('h3');
  private readonly strip: SampleStrip;
  private readonly line = element('p', { class: 'quiet' });
  private readonly body = element('div', { class: 'pair-response' });
  private side: PairSide | null = null;

  constructor(onSample: (checkpoint: number, sample: number) => void) {
    this.strip = new SampleStrip((sample) => {
      if (this.side !== null) onSample(this.side.checkpoint, sample);
    });
    this.root.append(this.name, this.strip.root, this.line, this.body);
  }

  show(side: PairSide, name: string): void {
    const before = this.side;
    this.side = side;
    setText(this.name, formatShortId(name, 80));
    this.root.setAttribute('aria-label', name);
    this.strip.root.setAttribute('aria-label', t`Samples of ${name}, in order`);
    this.strip.show(side.detail?.samples ?? [], side.sample, null);
    const sample = side.detail?.samples.find((candidate) => candidate.sample === side.sample);
    setText(this.line, sample === undefined ? '' : t`${verdictSigns[sample.verdict]} ${wordOf(sample.verdict)} · sample ${sample.index}${sample.answer === null ? '' : t` · answer ${formatShortId(sample.answer, 80)}`}`);
    if (before?.text === side.text && before?.failure === side.failure && before?.detail === side.detail) return;
    this.body.replaceChildren(this.content(side));
  }

  private content({ detail, failure, text }: PairSide): Node {
    if (failure !== null) return element('p', { class: 'problem', text: failure, attributes: { role: 'alert' } });
    if (detail === null || text?.state === 'reading') return element('p', { class: 'quiet', text: t`Reading…` });
    if (text === null) return element('p', { class: 'quiet', text: t`The log gives the numbers of this prompt and no samples.` });
    if (text.state === 'failed') return element('p', { class: 'problem', text: text.message, attributes: { role: 'alert' } });
    const { response } = text.texts;
    if (response === null || response === '') return element('p', { class: 'quiet', text: response === null ? t`The log holds no response text for this sample.` : t`The response is empty.` });
    return responseText(response, t`Response`, plainLook);
  }
}
