import { parseFilter } from '../../src/core/filter/parseFilter';
import { flagKinds } from '../../src/protocol/flagKinds';
import { dropdown } from '../dropdown';
import { element, setText } from '../element';
import { t } from '../../src/texts/t';
import { button, textField } from '../toolkit';
import type { ShownReport, ToolEvents } from './reportTools';
import { rulePreview, type RulePreview } from './rulePreview';

/** What most people who flag by rule want first. */
const usual = 'interference:negative weight>median';

/** Flags all prompts that a rule names. The rule is a filter of the table; how many it names is said before anything is done. */
export class RuleDialog {
  readonly root = element('dialog', { class: 'keys rule-dialog', attributes: { 'aria-labelledby': 'rule-title' } });
  private readonly rule = textField(t`Rule`, { visibleLabel: true, placeholder: usual }, () => this.refresh(), () => this.flag());
  private readonly kind = dropdown(t`Flag as`, flagKinds, () => this.refresh());
  private readonly note = textField(t`Note`, { visibleLabel: true, placeholder: t`Optional; kept with every flag` }, () => undefined, () => this.flag());
  private readonly count = element('p', { class: 'rule-count', attributes: { role: 'status' } });
  private readonly problem = element('p', { class: 'problem', attributes: { role: 'alert' } });
  private readonly set = button(t`Flag`, 'primary', () => this.flag());
  private shown: ShownReport | null = null;
  private preview: RulePreview | null = null;

  constructor(private readonly events: ToolEvents) {
    this.root.append(
      element('h2', { text: t`Flag prompts by rule`, attributes: { id: 'rule-title' } }),
      element('p', { class: 'quiet', text: t`A rule is a filter of the table. Bounds may be relative: weight>median, weight>p90; q<=0.05 is by false discovery rate.` }),
      this.rule, this.problem, this.count,
      element('div', { class: 'flag-fields' }, element('div', { class: 'labelled' }, element('span', { text: t`Flag as`, attributes: { 'aria-hidden': 'true' } }), this.kind), this.note),
      element('div', { class: 'dialog-actions' }, this.set, button(t`Cancel`, 'secondary', () => this.root.close()), button(t`Undo last flag`, 'secondary', () => events.act({ type: 'carryOut', deed: { type: 'undoFlags' } }))),
    );
  }

  open(shown: ShownReport): void {
    if (this.root.open) return;
    this.shown = shown;
    if (this.rule.value === '') this.rule.value = shown.state.saved.filter.trim() || usual;
    this.refresh();
    this.root.showModal();
    this.rule.focus();
  }

  /** Another k, or other flags. */
  show(shown: ShownReport): void {
    if (!this.root.open) return;
    this.shown = shown;
    this.refresh();
  }

  private refresh(): void {
    if (this.shown === null) return;
    const { report, state, parameters } = this.shown;
    const filter = parseFilter(this.rule.value, report.promptTable);
    this.preview = rulePreview(filter, report.promptTable, state.flags, this.kind.value, parameters.k);
    setText(this.problem, filter.ok ? '' : filter.message);
    setText(this.count, this.preview.sentence);
    setText(this.set, this.preview.evidence.length === 0 ? t`Flag` : t`Flag ${this.preview.evidence.length}`);
    this.set.disabled = this.preview.evidence.length === 0;
  }

  private flag(): void {
    const evidence = this.preview?.evidence ?? [];
    if (evidence.length === 0) return;
    const note = this.note.value.trim();
    // What the flags were set by is worth knowing when somebody asks for the reason.
    this.events.act({ type: 'setFlag', evidence, flag: this.kind.value, note: note === '' ? `rule: ${this.rule.value.trim()}` : `${note} (rule: ${this.rule.value.trim()})` });
    this.root.close();
  }
}
