import type { PromptColumns } from '../../src/core/promptColumns';
import { element } from '../element';
import { checkbox } from '../toolkit';
import { offeredColumns, shownColumns } from './shownColumns';
import { t } from '../../src/texts/t';

/** A button that opens a list of all columns, those on show ticked. What is chosen is remembered for the workspace. */
export class ColumnChooser {
  readonly root = element('div', { class: 'columns-chooser' });
  private readonly button = element('button', {
    class: 'chip', text: t`Columns`, attributes: { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'columns-list' }, onClick: () => this.toggle(this.list.hidden === true),
  });
  private readonly list = element('div', { class: 'columns-list', attributes: { id: 'columns-list', role: 'group', 'aria-label': t`Columns of the table` } });
  private columns: PromptColumns | null = null;
  private chosen: readonly string[] | null = null;

  constructor(private readonly onChange: (chosen: readonly string[] | null) => void) {
    this.list.hidden = true;
    this.root.append(this.button, this.list);
    this.root.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.list.hidden) return;
      event.preventDefault();
      this.toggle(false);
      this.button.focus();
    });
    this.root.addEventListener('focusout', (event) => {
      if (event.relatedTarget instanceof Node && !this.root.contains(event.relatedTarget)) this.toggle(false);
    });
    document.addEventListener('pointerdown', (event) => {
      if (event.target instanceof Node && !this.root.contains(event.target)) this.toggle(false);
    });
  }

  show(columns: PromptColumns, chosen: readonly string[] | null): void {
    const changed = chosen !== this.chosen || columns !== this.columns;
    this.columns = columns;
    this.chosen = chosen;
    if (changed && !this.list.hidden) this.tick();
  }

  private toggle(open: boolean): void {
    if (open === !this.list.hidden) return;
    this.list.hidden = !open;
    this.button.setAttribute('aria-expanded', String(open));
    if (open) this.fill();
  }

  private fill(): void {
    const { columns } = this;
    if (columns === null) return;
    const boxes = offeredColumns(columns).filter(({ id }) => id !== 'id').map(({ id, title, meaning }) => {
      const box = checkbox(title, () => this.change());
      box.dataset['column'] = id;
      box.title = meaning;
      return box;
    });
    this.list.replaceChildren(...boxes, element('button', { class: 'link', text: t`As it comes`, attributes: { type: 'button' }, onClick: () => this.onChange(null) }));
    this.tick();
    requestAnimationFrame(() => boxes[0]?.focus());
  }

  private tick(): void {
    if (this.columns === null) return;
    const shown = shownColumns(this.columns, this.chosen);
    for (const box of this.boxes()) box.checked = shown.some(({ id }) => id === box.dataset['column']);
  }

  private change(): void {
    const offered = this.boxes();
    // What this log cannot have stays chosen for one that can.
    const others = (this.chosen ?? []).filter((id) => !offered.some((box) => box.dataset['column'] === id));
    this.onChange([...others, ...offered.filter((box) => box.checked).map((box) => box.dataset['column'] ?? '')]);
  }

  private boxes(): ReturnType<typeof checkbox>[] {
    return [...this.list.querySelectorAll<ReturnType<typeof checkbox>>('[data-column]')];
  }
}
