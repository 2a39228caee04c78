import type { PromptDetail, SampleLine } from '../../src/protocol/messages';
import { element } from '../element';
import { formatCount } from '../numbers/formatCount';
import { formatNumber } from '../numbers/formatNumber';
import type { SampleText } from '../state/viewState';
import { progressRing } from '../toolkit';
import { verdictSigns } from './verdictSigns';
import { t } from '../../src/texts/t';
import { wordOf } from '../../src/texts/wordOf';

export interface SampleViewEvents {
  readonly onSource: (file: number, line: number) => void;
  readonly onAgain: () => void;
}

/** One sample: its verdict, answer and place, and its response as `body` shows it. */
export function sampleView(detail: PromptDetail, line: SampleLine, text: SampleText | undefined, body: (response: string) => Node, events: SampleViewEvents): HTMLElement {
  const read = text?.state === 'read' ? text.texts : null;
  const answer = read?.answer ?? line.answer;
  return element('article', { class: `sample verdict-${line.verdict}`, attributes: { 'aria-label': t`Sample ${line.index}, ${wordOf(line.verdict)}` } },
    element('header', {},
      element('span', { class: `verdict verdict-${line.verdict}`, text: `${verdictSigns[line.verdict]} ${wordOf(line.verdict)}` }),
      element('span', { class: 'sample-facts', text: facts(detail, line).join(' · ') }),
      element('button', {
        class: 'link', text: t`Open source line ${formatCount(line.line)}`, attributes: { type: 'button' },
        onClick: () => events.onSource(line.file, line.line),
      })),
    ...(answer === null ? [] : [element('p', { class: 'answer-text' }, element('span', { class: 'label', text: t`Answer ` }), element('span', { text: shorten(answer) }))]),
    response(text, body, events.onAgain));
}

function facts(detail: PromptDetail, { index, score, length }: SampleLine): string[] {
  const unit = detail.lengthUnit === 'unknown' || detail.lengthUnit === null ? '' : ` ${wordOf(detail.lengthUnit)}`;
  return [
    t`sample ${index} of ${formatCount(detail.samples.length)}`,
    ...(score === null ? [] : [t`score ${formatNumber(score)}`]),
    ...(length === null ? [] : [unit === '' ? t`length ${formatCount(length)}` : `${formatCount(length)}${unit}`]),
  ];
}

function response(text: SampleText | undefined, body: (response: string) => Node, onAgain: () => void): Node {
  if (text === undefined || text.state === 'reading') return element('div', { class: 'reading' }, progressRing(), element('span', { text: t`Reading the response…` }));
  if (text.state === 'failed') {
    return element('p', { class: 'problem', attributes: { role: 'alert' } }, text.message, ' ',
      element('button', { class: 'link', text: t`Try again`, attributes: { type: 'button' }, onClick: onAgain }));
  }
  if (text.texts.response === null) return element('p', { class: 'quiet', text: t`The log holds no response text for this sample.` });
  if (text.texts.response === '') return element('p', { class: 'quiet', text: t`The response is empty.` });
  return body(text.texts.response);
}

function shorten(text: string): string {
  return text.length > 2000 ? t`${text.slice(0, 2000)}… (${formatCount(text.length)} characters)` : text;
}
