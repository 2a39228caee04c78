import { WhatIfView } from '../whatIf/whatIfView';
import type { ShownReport, ToolAct, ToolEvents } from './reportTools';
import { RuleDialog } from './ruleDialog';

/** The tools themselves: loaded when one of them is first wanted. */
export class LaterTools {
  private readonly whatIf: WhatIfView;
  private readonly rule: RuleDialog;
  private shown: ShownReport | null = null;

  constructor(private readonly section: HTMLElement, private readonly events: ToolEvents) {
    this.whatIf = new WhatIfView(events);
    this.rule = new RuleDialog(events);
    this.whatIf.root.hidden = true;
    section.append(this.whatIf.root);
    document.body.append(this.rule.root);
  }

  show(shown: ShownReport): void {
    this.shown = shown;
    this.rule.show(shown);
    this.whatIf.root.hidden = !shown.state.saved.unfolded.includes('whatIf');
    if (!this.whatIf.root.hidden && !this.section.hidden) this.whatIf.show(shown);
  }

  act(act: ToolAct): void {
    const { shown } = this;
    if (shown === null) return;
    switch (act) {
      case 'flagByRule':
        return this.rule.open(shown);
      case 'copyMarkdown':
      case 'copyLatex':
        return this.events.act({ type: 'carryOut', deed: { type: 'copySummary', as: act === 'copyMarkdown' ? 'markdown' : 'latex', numbers: shown.parameters } });
      case 'saveReport':
        void this.events.charts().then((charts) => this.events.act({ type: 'carryOut', deed: { type: 'saveReport', numbers: shown.parameters, charts } }));
        return;
      case 'whatIf':
        return; // the section itself unfolds
    }
  }
}
