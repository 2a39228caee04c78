import type { PromptDetail } from '../../src/protocol/messages';
import { element, setText } from '../element';
import { formatCount } from '../numbers/formatCount';
import { listedSamples } from '../state/listedSamples';
import type { SampleListing } from '../state/savedState';
import { counterpart, type OpenPrompt } from '../state/viewState';
import { checkbox } from '../toolkit';
import { AnswerTally } from './answerTally';
import { ResponsePair, type PairEvents } from './responsePair';
import { SampleFilters } from './sampleFilters';
import { SampleStrip } from './sampleStrip';
import { t } from '../../src/texts/t';

export interface SamplesContent {
  readonly open: OpenPrompt;
  readonly sample: number | null;
  readonly beside: boolean;
  readonly differences: boolean;
  readonly raw: boolean;
  readonly listing: SampleListing;
  readonly unfolded: readonly string[];
  /** What is searched for, to be marked. */
  readonly searched: readonly string[];
}

export interface SamplesEvents extends PairEvents {
  readonly onBeside: (beside: boolean) => void;
  readonly onDifferences: (differences: boolean) => void;
  readonly onRaw: (raw: boolean) => void;
  readonly onListing: (listing: Partial<SampleListing>) => void;
}

/** The samples of a prompt: which are listed, their answers, a mark for each, and the responses of one or two. */
export class SamplesPanel {
  readonly root = element('section', { class: 'samples', attributes: { 'aria-label': t`Samples` } });
  private readonly rawBox = checkbox(t`Raw`, (checked) => this.events.onRaw(checked));
  private readonly besideBox = checkbox(t`Correct beside wrong`, (checked) => this.events.onBeside(checked));
  private readonly differencesBox = checkbox(t`Mark differences`, (checked) => this.events.onDifferences(checked));
  private readonly filters = new SampleFilters((listing) => this.events.onListing(listing));
  private readonly tally = new AnswerTally((answer) => this.events.onListing({ answer }));
  private readonly strip = new SampleStrip((sample) => this.events.onSample(sample));
  private readonly none = element('p', { class: 'quiet', attributes: { role: 'status' } });
  private readonly pair: ResponsePair;
  private detail: PromptDetail | null = null;
  private listing: SampleListing | null = null;
  private listed: PromptDetail['samples'] = [];

  constructor(private readonly events: SamplesEvents) {
    this.pair = new ResponsePair(events);
    this.root.append(
      element('header', {}, element('h3', { text: t`Samples` }), this.rawBox, this.besideBox, this.differencesBox),
      this.filters.root, this.tally.root, this.strip.root, this.none, this.pair.root,
    );
  }

  /** Marks what is searched for anew, after the text beside it was drawn. */
  mark(): void {
    this.pair.mark();
  }

  show(content: SamplesContent): void {
    const { open, sample, beside, differences, raw, listing } = content;
    const { detail } = open;
    this.root.hidden = detail === null;
    if (detail === null) return;
    if (detail !== this.detail || listing !== this.listing) this.listed = listedSamples(detail.samples, listing);
    this.detail = detail;
    this.listing = listing;
    for (const part of [this.filters.root, this.rawBox, this.besideBox, this.strip.root]) part.hidden = detail.samples.length === 0;
    this.differencesBox.hidden = !beside || detail.samples.length === 0;
    this.rawBox.checked = raw;
    this.besideBox.checked = beside;
    this.differencesBox.checked = differences;
    this.filters.show(detail, listing);
    this.tally.show(detail, listing.answer);
    const other = beside && sample !== null ? counterpart(detail, sample) : null;
    this.strip.show(this.listed, sample, other);
    setText(this.none, this.listed.length === detail.samples.length ? '' : this.listed.length === 0
      ? t`No sample is of this verdict and gives this answer.`
      : t`${formatCount(this.listed.length)} of ${formatCount(detail.samples.length)} samples listed.`);
    this.pair.show(content, detail, other);
  }
}
