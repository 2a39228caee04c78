import type { ComparisonSnapshot } from '../../src/protocol/comparisonSnapshot';
import { factNode } from '../answer/factNode';
import { element, setText } from '../element';
import { comparedOf } from '../state/pair';
import type { SavedState } from '../state/savedState';
import { compareCaveats } from './compareCaveats';
import { compareFacts, meaningOf } from './compareFacts';
import type { CompareInput } from './compareInput';
import { t } from '../../src/texts/t';

export interface CompareHeaderEvents {
  readonly onCompared: (compared: readonly [number, number]) => void;
  readonly onBack: () => void;
  readonly onPrompt: (id: string) => void;
}

const signs: Readonly<Record<CompareInput['comparison']['pattern'], string>> = { traded: '▼', sharpened: '▲', 'both rose': '▲', 'both fell': '▼', unclear: '≈' };
/** A list of names longer than this is cut, and says so. */
const mostNamed = 200;

/** The top of a comparison: which two, the answer in one sentence, what it means, the figures, and what to know before believing it. */
export class CompareHeader {
  readonly root = element('header', { class: 'report-answer' });
  private readonly pickers = [0, 1].map((side) => element('select', { class: 'choice', attributes: { 'aria-label': side === 0 ? t`Before` : t`After` } }));
  private readonly back = element('button', { class: 'link', text: t`Back to the report`, attributes: { type: 'button' }, onClick: () => this.events.onBack() });
  private readonly sign = element('span', { class: 'answer-sign', attributes: { 'aria-hidden': 'true' } });
  private readonly sentence = element('h1', { attributes: { 'aria-live': 'polite' } });
  private readonly meaning = element('p', { class: 'meaning' });
  private readonly figures = element('dl', { class: 'figures' });
  private readonly caveats = element('ul', { class: 'caveats' });
  private compared: readonly [number, number] = [0, 1];
  private offered = '';
  private warned = '';

  constructor(private readonly events: CompareHeaderEvents) {
    for (const [side, picker] of this.pickers.entries()) picker.addEventListener('change', () => this.onPicked(side, Number(picker.value)));
    const swap = element('button', { class: 'link', text: '⇄', attributes: { type: 'button', 'aria-label': t`Swap before and after`, title: t`Swap before and after` }, onClick: () => this.events.onCompared([this.compared[1], this.compared[0]]) });
    this.root.append(
      element('div', { class: 'run-line compare-line' }, this.pickers[0], element('span', { text: '→', attributes: { 'aria-hidden': 'true' } }), this.pickers[1], swap, this.back),
      element('div', { class: 'answer-line' }, this.sign, this.sentence),
      this.meaning, this.caveats, this.figures,
    );
  }

  show(snapshot: ComparisonSnapshot, saved: SavedState, input: CompareInput, inLog: boolean): void {
    const { comparison, before, after } = input;
    this.compared = comparedOf(snapshot, saved.compared);
    this.back.hidden = !inLog;
    this.offer(snapshot.checkpoints.map(({ name }) => name));
    this.root.dataset['answer'] = comparison.pattern === 'traded' || comparison.pattern === 'both fell' ? 'conflict' : comparison.pattern === 'unclear' ? 'inconclusive' : 'no conflict';
    setText(this.sign, signs[comparison.pattern]);
    setText(this.sentence, comparison.verdict);
    setText(this.meaning, meaningOf(comparison));
    this.figures.replaceChildren(...compareFacts(comparison).map(factNode));
    const caveats = compareCaveats(comparison, [before.name, after.name]);
    const spelled = JSON.stringify(caveats);
    if (spelled === this.warned) return;
    // Left alone while they say the same, so that a list stays unfolded.
    this.warned = spelled;
    this.caveats.replaceChildren(...caveats.map(({ text, ids, warns }) => {
      const said = [element('span', { class: 'caveat-sign', text: warns ? '⚠' : 'ⓘ', attributes: { 'aria-hidden': 'true' } })];
      if (ids.length === 0) return element('li', { class: warns ? 'warning' : 'note' }, ...said, element('span', { text }));
      const names = ids.slice(0, mostNamed).map((id) => element('button', { class: 'link', text: id, attributes: { type: 'button' }, onClick: () => this.events.onPrompt(id) }));
      const list = element('details', { class: 'named' }, element('summary', { text }),
        element('p', { class: 'names' }, ...names, ...(ids.length > mostNamed ? [element('span', { text: t`and ${ids.length - mostNamed} more` })] : [])));
      return element('li', { class: warns ? 'warning' : 'note' }, ...said, list);
    }));
  }

  private offer(names: readonly string[]): void {
    const offered = JSON.stringify(names);
    for (const [side, picker] of this.pickers.entries()) {
      if (offered !== this.offered) picker.replaceChildren(...names.map((name, at) => element('option', { text: name, attributes: { value: String(at) } })));
      picker.value = String(this.compared[side]);
      picker.disabled = names.length < 3;
    }
    this.offered = offered;
  }

  /** Choosing the other side's checkpoint turns the two round: one with itself is no comparison. */
  private onPicked(side: number, chosen: number): void {
    const [before, after] = this.compared;
    const other = side === 0 ? after : before;
    const moved = chosen === other ? (side === 0 ? before : after) : other;
    this.events.onCompared(side === 0 ? [chosen, moved] : [moved, chosen]);
  }
}
