import { parseFilter, type PromptTest } from '../../src/core/filter/parseFilter';
import type { MitigationMethod } from '../../src/core/mitigation/mitigatedWeights';
import type { HostDeed } from '../../src/protocol/hostDeed';
import { element, setText } from '../element';
import { formatCount } from '../numbers/formatCount';
import { formatInterval } from '../numbers/formatInterval';
import { formatNumber } from '../numbers/formatNumber';
import { formatShare } from '../numbers/formatShare';
import { answerOf } from '../state/answers';
import { t } from '../../src/texts/t';
import type { ShownReport, ToolEvents } from '../tools/reportTools';
import { button, textField } from '../toolkit';
import { forestLine, forestScale } from './forestPlot';
import { droppedWords, rowSentence, whatIfRows, type WhatIfRow } from './whatIfRows';

const methods: readonly MitigationMethod[] = ['surgery', 'projection', 'cap', 'drop', 'temper'];
/** k moves under the slider; the question is asked when it rests. */
const restMs = 250;

/** Weights to try before anything is exported: what each does to pass@1 and keeps of pass@k. */
export class WhatIfView {
  readonly root = element('div', { attributes: { id: 'what-if-body' } });
  private readonly rule = textField(t`Prompts to leave out`, { visibleLabel: false, placeholder: t`A filter, such as interference:negative weight>median; empty: the flagged prompts` }, () => this.refresh());
  private readonly ruleProblem = element('p', { class: 'problem', attributes: { role: 'alert' } });
  private readonly standing = element('p', { class: 'quiet', attributes: { role: 'status' } });
  private readonly body = element('tbody');
  private readonly head = element('tr');
  private readonly spoken = element('p', { class: 'chosen-what-if', attributes: { 'aria-live': 'polite' } });
  private readonly export = button(t`Export weights…`, 'primary', () => this.exportWeights());
  private shown: ShownReport | null = null;
  private rows: readonly WhatIfRow[] = [];
  private chosen: WhatIfRow['id'] | null = null;
  private drawn: readonly unknown[] = [];
  private resting = 0;

  constructor(private readonly events: ToolEvents) {
    const leave = element('div', { class: 'what-if-rule' }, element('span', { text: t`Leave out` }), this.rule);
    const table = element('table', {}, element('caption', { class: 'unseen', text: t`What each way to weight the prompts does` }), element('thead', {}, this.head), this.body);
    this.root.append(element('p', { class: 'basis', text: t`First order: what one plain gradient step would do, a unit of step size. Real training takes many steps, and other optimisers.` }), leave, this.ruleProblem, element('div', { class: 'what-if-table' }, table), element('p', { class: 'legend', text: t`◇ predicted by the samples that chose the weights   ● with its 95% interval, by the other half   ┆ no change` }), this.spoken, this.standing, element('div', { class: 'what-if-actions' }, this.export));
  }

  show(shown: ShownReport): void {
    this.shown = shown;
    this.chosen ??= shown.state.flags.length > 0 ? 'without' : 'surgery';
    this.refresh();
  }

  private refresh(): void {
    const { shown } = this;
    if (shown === null || shown.state.run === null) return;
    const { dropped, rule } = this.dropped(shown);
    const { k } = shown.parameters;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.events.act({ type: 'analyse', analysis: { kind: 'mitigation', k, methods, dropped } }), restMs);
    const slot = shown.state.answers.get('mitigation');
    const result = answerOf(shown.state.answers, 'mitigation');
    const key = [result, slot?.failure, this.chosen, rule, dropped.length, k];
    if (key.length === this.drawn.length && key.every((part, at) => part === this.drawn[at])) return;
    this.drawn = key;
    this.rows = result === null ? [] : whatIfRows(result, droppedWords(dropped.length, rule));
    this.draw(result?.k ?? k);
    const isOld = result !== null && result.k !== k;
    setText(this.standing, slot?.failure != null ? slot.failure.message : result === null ? t`Working it out…` : isOld ? t`Working it out for k = ${k}…` : (result.unchecked ?? ''));
    this.export.disabled = this.rows.length === 0 || isOld;
  }

  /** The prompts that are left out by the rule, or, without one, those that are flagged. */
  private dropped({ report, state }: ShownReport): { readonly dropped: readonly number[]; readonly rule: string | null } {
    const text = this.rule.value.trim();
    const parsed = text === '' ? null : parseFilter(text, report.promptTable);
    setText(this.ruleProblem, parsed === null || parsed.ok ? '' : parsed.message);
    const flagged = new Set(state.flags.map(({ prompt_id: id }) => id));
    // A rule that cannot be read in full is no rule: half of it would name more prompts.
    const passes: PromptTest = parsed === null ? (row) => flagged.has(row.id) : parsed.ok ? parsed.matches : () => false;
    const dropped = report.promptTable.flatMap((row, at) => (passes(row) ? [at] : []));
    return { dropped, rule: parsed === null ? null : text };
  }

  private draw(k: number): void {
    const place = forestScale(this.rows);
    this.head.replaceChildren(...[t`Weights`, t`Change of pass@1`, t`Inner product`, t`95% by the other half`, t`Gain of pass@${k} kept`, t`Of weight 0`].map((text) => element('th', { text, attributes: { scope: 'col' } })));
    this.body.replaceChildren(...this.rows.map((row) => this.line(row, place)));
    const chosen = this.rows.find(({ id }) => id === this.chosen);
    setText(this.spoken, chosen === undefined ? '' : rowSentence(chosen));
  }

  private line(row: WhatIfRow, place: (value: number) => number): HTMLElement {
    const radio = element('input', { attributes: { type: 'radio', name: 'what-if', value: row.id, id: `what-if-${row.id}` } });
    radio.checked = row.id === this.chosen;
    radio.addEventListener('change', () => this.choose(row.id));
    const name = element('th', { attributes: { scope: 'row' } }, element('label', { attributes: { for: radio.id } }, radio, element('span', {}, element('strong', { text: row.name }), element('span', { class: 'quiet', text: row.meaning }))));
    const kept = element('div', { class: 'kept' }, element('span', { class: 'kept-bar', attributes: { 'aria-hidden': 'true' } }), element('span', { text: row.gainKept === null ? t`unknown` : formatShare(row.gainKept) }));
    kept.style.setProperty('--kept', String(Math.max(0, Math.min(1, row.gainKept ?? 0))));
    const line = element('tr', {}, name, element('td', { class: 'drawn' }, forestLine(row, place)), element('td', { class: 'numeric', text: formatNumber(row.passAt1) }),
      element('td', { class: 'numeric' }, row.checked === null ? t`not checked` : t`${formatInterval(row.checked.ci)}: ${row.checked.says}`), element('td', {}, kept), element('td', { class: 'numeric', text: formatCount(row.zero) }));
    line.classList.toggle('chosen', row.id === this.chosen);
    return line;
  }

  private choose(id: WhatIfRow['id']): void {
    this.chosen = id;
    this.refresh();
    this.body.querySelector<HTMLInputElement>(`#what-if-${id}`)?.focus({ preventScroll: true });
  }

  private exportWeights(): void {
    const row = this.rows.find(({ id }) => id === this.chosen);
    const { shown } = this;
    if (row === undefined || shown === null) return;
    const { dropped } = this.dropped(shown);
    const deed: HostDeed = { type: 'exportWeights', k: shown.parameters.k, weights: row.weights, dropped: row.drops ? dropped.map((at) => shown.report.promptTable[at]!.id) : [] };
    this.events.act({ type: 'carryOut', deed });
  }
}
