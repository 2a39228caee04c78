import type { PromptDetail, SampleLine } from '../../src/protocol/messages';
import { element } from '../element';
import { formatCount } from '../numbers/formatCount';
import { t } from '../../src/texts/t';
import { differenceText, LONGEST_COMPARED } from './differenceText';
import { markHits } from './markHits';
import { responseText } from './responseText';
import type { Differences } from './rich/wordDifferences';
import type { SamplesContent } from './samplesPanel';
import { sampleView } from './sampleView';

export interface PairEvents {
  readonly onSample: (sample: number) => void;
  readonly onSource: (file: number, line: number) => void;
  readonly onFold: (kind: string, open: boolean) => void;
}

/** The response of the chosen sample, or a correct one beside a wrong one, with what differs marked. */
export class ResponsePair {
  readonly root = element('div', { class: 'responses' });
  private shown = '';
  private searched: readonly string[] = [];
  private drawing = 0;

  constructor(private readonly events: PairEvents) {}

  show(content: SamplesContent, detail: PromptDetail, other: number | null): void {
    const { open, sample, beside, differences, raw } = content;
    const wanted = [sample, other].filter((one) => one !== null);
    this.searched = content.searched;
    const shown = JSON.stringify([open.id, open.request, detail.samples.length, beside, differences, raw, content.searched, wanted.map((one) => [one, open.texts.get(one)?.state])]);
    if (shown === this.shown) return;
    this.shown = shown;
    const drawing = ++this.drawing;
    const lines = wanted.map((one) => detail.samples.find((line) => line.sample === one)).filter((line) => line !== undefined);
    // The correct one stands left, whichever was selected.
    if (other !== null) lines.sort((a, b) => Number(b.verdict === 'correct') - Number(a.verdict === 'correct'));
    this.draw(content, detail, lines, null);
    const texts = lines.map((line) => responseOf(content, line));
    if (beside && differences && texts.length === 2 && texts.every((text) => text !== null)) {
      void this.compare(texts[0]!, texts[1]!).then((found) => {
        if (drawing === this.drawing) this.draw(content, detail, lines, found);
      });
    }
  }

  private draw(content: SamplesContent, detail: PromptDetail, lines: readonly SampleLine[], found: Differences | string | null): void {
    const look = { raw: content.raw, unfolded: content.unfolded, searched: content.searched, onFold: this.events.onFold, onDrawn: () => this.mark() };
    const body = (line: SampleLine) => (response: string): Node => {
      if (found === null || typeof found === 'string') return responseText(response, t`Response`, look);
      return differenceText(line === lines[0] ? found.left : found.right, t`Response`, line.verdict);
    };
    const views: HTMLElement[] = lines.map((line) => sampleView(detail, line, content.open.texts.get(line.sample), body(line), { onSource: this.events.onSource, onAgain: () => this.events.onSample(line.sample) }));
    const says = noteOf(content, detail, lines, found);
    if (says !== null) views.push(element('p', { class: 'quiet note', text: says }));
    this.root.classList.toggle('two', lines.length > 1);
    this.root.replaceChildren(...views);
    this.mark();
  }

  /** Marks what is searched for, in the prompt's text too, and brings the first hit of the responses into sight. */
  mark(): void {
    const frames = [...this.root.querySelectorAll('.log-text')];
    const first = markHits(frames, [...(this.root.closest('.pane')?.querySelectorAll('.prompt-text .log-text') ?? [])], this.searched);
    const frame = frames.find((each) => first !== null && each.contains(first.startContainer));
    if (first === null || frame === undefined) return;
    // Into the middle of its own frame; the page around it stays.
    const [hit, box] = [first.getBoundingClientRect(), frame.getBoundingClientRect()];
    if (hit.top < box.top || hit.bottom > box.bottom) frame.scrollTop += hit.top - box.top - box.height / 2;
  }

  private async compare(left: string, right: string): Promise<Differences | string> {
    if (left.length + right.length > LONGEST_COMPARED) return t`These two have ${formatCount(left.length + right.length)} characters: too many to compare.`;
    const { wordDifferences } = await import('./rich/wordDifferences');
    return wordDifferences(left, right) ?? t`These two have so little in common that comparing them takes too long.`;
  }
}

function responseOf({ open }: SamplesContent, line: SampleLine): string | null {
  const text = open.texts.get(line.sample);
  return text?.state === 'read' ? text.texts.response : null;
}

function noteOf({ beside }: SamplesContent, detail: PromptDetail, lines: readonly SampleLine[], found: Differences | string | null): string | null {
  if (detail.samples.length === 0) return t`The log gives the numbers of this prompt and no samples.`;
  if (beside && lines.length < 2) return t`All samples of this prompt have the same verdict: there is none to put beside.`;
  if (typeof found === 'string') return found;
  if (found === null) return null;
  const same = [...found.left, ...found.right].every(({ only }) => !only);
  return same ? t`The two responses are the same.` : found.by === 'lines' ? t`Marked: lines that only one of the two has.` : t`Marked: words that only one of the two has.`;
}
