import { t } from '../../src/texts/t';
import { wordOf } from '../../src/texts/wordOf';
import { element, setText } from '../element';
import { formatShortId } from '../numbers/formatShortId';
import type { ReadBeside } from '../state/pair';
import { responseText } from './responseText';
import { SampleStrip } from './sampleStrip';
import { verdictSigns } from './verdictSigns';

/** The samples of a prompt that is shown beside another, and the response of the chosen one. */
export class SideView {
  readonly root = element('section', { class: 'pair-side' });
  private readonly name = element('h3');
  private readonly strip: SampleStrip;
  private readonly line = element('p', { class: 'quiet' });
  private readonly body = element('div', { class: 'pair-response' });
  private side: ReadBeside | null = null;

  constructor(onSample: (sample: number) => void) {
    this.strip = new SampleStrip(onSample);
    this.root.append(this.name, this.strip.root, this.line, this.body);
  }

  show(side: ReadBeside, name: string, heading = formatShortId(name, 80)): void {
    const before = this.side;
    this.side = side;
    setText(this.name, heading);
    this.root.setAttribute('aria-label', t`Samples of ${name}`);
    this.strip.root.setAttribute('aria-label', t`Samples of ${name}, in order`);
    this.strip.show(side.detail?.samples ?? [], side.sample, null);
    const sample = side.detail?.samples.find((candidate) => candidate.sample === side.sample);
    setText(this.line, sample === undefined ? '' : t`${verdictSigns[sample.verdict]} ${wordOf(sample.verdict)} · sample ${sample.index}${sample.answer === null ? '' : t` · answer ${formatShortId(sample.answer, 80)}`}`);
    if (before?.text === side.text && before?.failure === side.failure && before?.detail === side.detail) return;
    this.body.replaceChildren(this.content(side));
  }

  private content({ detail, failure, text }: ReadBeside): Node {
    if (failure !== null) return element('p', { class: 'problem', text: failure, attributes: { role: 'alert' } });
    if (detail === null || text?.state === 'reading') return element('p', { class: 'quiet', text: t`Reading…` });
    if (text === null) return element('p', { class: 'quiet', text: t`The log gives the numbers of this prompt and no samples.` });
    if (text.state === 'failed') return element('p', { class: 'problem', text: text.message, attributes: { role: 'alert' } });
    const { response } = text.texts;
    if (response === null || response === '') return element('p', { class: 'quiet', text: response === null ? t`The log holds no response text for this sample.` : t`The response is empty.` });
    return responseText(response, t`Response`);
  }
}
