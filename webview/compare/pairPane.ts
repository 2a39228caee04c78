import type { PromptMovement } from '../../src/core/compare/comparisonShape';
import type { ComparisonSnapshot } from '../../src/protocol/comparisonSnapshot';
import { responseText } from '../detail/responseText';
import { SideView } from '../detail/sideView';
import { element, setText } from '../element';
import { formatShortId } from '../numbers/formatShortId';
import type { OpenPair } from '../state/pair';
import { button } from '../toolkit';
import { describeMovement } from './moverClouds';
import { t } from '../../src/texts/t';

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
  private readonly sides = [0, 1].map((at) => new SideView((sample) => {
    const side = this.pair?.sides.at(at);
    if (side !== undefined) this.events.onSample(side.checkpoint, sample);
  }));
  private pair: OpenPair | null = null;
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
    this.pair = pair;
    this.root.hidden = pair === null;
    if (pair === null) return;
    setText(this.title, formatShortId(pair.id, 200));
    setText(this.facts, movement === null ? t`Only one of the two has this prompt, or samples of it.` : describeMovement(movement).slice(1).join(' · '));
    const text = pair.sides.map((side) => side.detail?.text ?? null).find((one) => one !== null) ?? null;
    if (text !== this.shownText) {
      this.shownText = text;
      this.text.replaceChildren(...(text === null ? [] : [responseText(text, t`Prompt text`)]));
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
