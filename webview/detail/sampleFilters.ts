import type { SampleVerdict } from '../../src/logs/recordSink';
import type { PromptDetail } from '../../src/protocol/messages';
import { dropdown } from '../dropdown';
import { element, setText } from '../element';
import { formatCount } from '../numbers/formatCount';
import { sampleOrders, type SampleListing, type SampleOrder } from '../state/savedState';
import { verdictSigns } from './verdictSigns';
import { t } from '../../src/texts/t';
import { wordOf } from '../../src/texts/wordOf';

const names: Readonly<Record<SampleOrder, string>> = { log: t`Log order`, verdict: t`Verdict`, answer: t`Answer`, length: t`Length`, score: t`Score` };
const verdicts: readonly SampleVerdict[] = ['correct', 'wrong', 'errored'];

/** Which samples of a prompt are listed, by verdict, and in which order. */
export class SampleFilters {
  readonly root = element('div', { class: 'sample-filters' });
  private readonly chips = new Map<SampleVerdict | null, HTMLButtonElement>();
  private readonly order = dropdown(t`Order of samples`, sampleOrders.map((order) => names[order]), (name) => this.onOrder(name));
  private readonly direction = element('button', { class: 'direction', attributes: { type: 'button' }, onClick: () => this.onChange({ descending: !this.descending }) });
  private descending = false;

  constructor(private readonly onChange: (listing: Partial<SampleListing>) => void) {
    const group = element('div', { class: 'chips', attributes: { role: 'group', 'aria-label': t`Samples by verdict` } });
    for (const verdict of [null, ...verdicts]) {
      const chip = element('button', { class: `chip${verdict === null ? '' : ` verdict-${verdict}`}`, attributes: { type: 'button' }, onClick: () => onChange({ verdict }) });
      this.chips.set(verdict, chip);
      group.append(chip);
    }
    this.root.append(group, element('span', { class: 'ordering' }, this.order, this.direction));
  }

  show({ samples }: PromptDetail, listing: SampleListing): void {
    for (const [verdict, chip] of this.chips) {
      const count = verdict === null ? samples.length : samples.filter((line) => line.verdict === verdict).length;
      setText(chip, verdict === null ? t`All ${formatCount(count)}` : `${formatCount(count)} ${verdictSigns[verdict]} ${wordOf(verdict)}`);
      chip.setAttribute('aria-pressed', String(verdict === listing.verdict));
      chip.hidden = verdict === 'errored' && count === 0 && listing.verdict !== verdict;
    }
    this.descending = listing.descending;
    setText(this.direction, listing.descending ? '↓' : '↑');
    this.direction.setAttribute('aria-label', listing.descending ? t`Descending: reverse` : t`Ascending: reverse`);
    if (this.order.value !== names[listing.order]) this.order.value = names[listing.order];
  }

  private onOrder(name: string): void {
    const order = sampleOrders.find((candidate) => names[candidate] === name);
    if (order !== undefined) this.onChange({ order });
  }
}
