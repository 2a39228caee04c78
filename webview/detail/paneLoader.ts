import { element } from '../element';
import { holdPlace } from '../holdPlace';
import type { PaneContent, PaneEvents, PromptPane } from './promptPane';
import { t } from '../../src/texts/t';

/** The pane of a prompt, whose code is loaded when the first prompt is opened: the first paint of the report does without. */
export class PaneLoader {
  readonly root = element('aside', { class: 'pane', attributes: { 'aria-label': t`Prompt`, tabindex: '-1' } });
  private pane: PromptPane | null = null;
  private loading: Promise<PromptPane> | null = null;
  private content: PaneContent | null = null;

  /** @param wanted the prompt that was open before the view was hidden, and where it was scrolled to */
  constructor(private readonly events: PaneEvents, private wanted: { readonly id: string | null; readonly top: number } | null) {
    this.root.addEventListener('scroll', () => events.onScroll(this.root.scrollTop), { passive: true });
  }

  show(content: PaneContent): void {
    this.content = content;
    if (this.pane === null) void this.load();
    else this.draw(this.pane, content);
  }

  focus(): void {
    void this.load().then((pane) => pane.focus());
  }

  /** @param typed into the note before it had the focus */
  focusFlag(typed: string): void {
    void this.load().then((pane) => pane.focusFlag(typed));
  }

  private load(): Promise<PromptPane> {
    this.loading ??= import('./promptPane').then(({ PromptPane: Pane }) => {
      this.pane = new Pane(this.root, this.events);
      if (this.content !== null) this.draw(this.pane, this.content);
      return this.pane;
    });
    return this.loading;
  }

  private draw(pane: PromptPane, content: PaneContent): void {
    pane.show(content);
    if (content.open.id !== this.wanted?.id) this.wanted = null;
    const text = content.sample === null ? undefined : content.open.texts.get(content.sample)?.state;
    if (this.wanted === null || (text !== 'read' && text !== 'failed')) return;
    // Markdown and formulas come a moment after the text.
    const { top } = this.wanted;
    holdPlace(this.root, () => top);
    this.wanted = null;
  }
}
