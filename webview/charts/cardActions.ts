import { element, setText } from '../element';
import type { Picture } from './picture';
import { t } from '../../src/texts/t';

export interface CardActionEvents {
  readonly onToggle: () => void;
  readonly onWiden: () => void;
  /** null: back to all of it. */
  readonly onZoom: (factor: number | null) => void;
  readonly onChoice: (choice: string) => void;
  readonly say: (text: string) => void;
  readonly csv: () => string;
  readonly png: () => Promise<Blob>;
  readonly svg: () => Promise<string>;
}

const closer = 1 / 1.6;

/** What can be done with a chart: copy it, look closer, draw it another way, widen it, show it as a table. */
export class CardActions {
  readonly toggle: HTMLButtonElement;
  /** In sight when the card is pointed at or has the focus. */
  readonly more = element('span', { class: 'more-actions' });
  private readonly buttons: Readonly<Record<'png' | 'svg' | 'csv' | 'closer' | 'further' | 'all' | 'widen', HTMLButtonElement>>;
  /** Always in sight: nobody looks for what is hidden. */
  readonly choice = element('select', { class: 'choice' });
  private offered = '';

  constructor(private readonly events: CardActionEvents) {
    const action = (text: string, onClick: () => void): HTMLButtonElement => element('button', { class: 'link', text, attributes: { type: 'button' }, onClick });
    this.toggle = action(t`Table`, () => events.onToggle());
    this.buttons = {
      png: action('PNG', () => void this.copy('png', async () => [new ClipboardItem({ 'image/png': await events.png() })])),
      svg: action('SVG', () => void this.copy('svg', async () => svgItems(await events.svg()))),
      csv: action('CSV', () => void this.copy('csv', () => Promise.resolve([textItem(events.csv())]))),
      closer: action('+', () => events.onZoom(closer)),
      further: action('−', () => events.onZoom(1 / closer)),
      all: action(t`All`, () => events.onZoom(null)),
      widen: action(t`Widen`, () => events.onWiden()),
    };
    this.choice.addEventListener('change', () => events.onChoice(this.choice.value));
    this.more.append(...Object.values(this.buttons));
  }

  show({ title, missing, choice }: Picture, { asTable, wide, sight }: { readonly asTable: boolean; readonly wide: boolean; readonly sight: object | null }): void {
    const { png, svg, csv, closer: plus, further, all, widen } = this.buttons;
    this.toggle.hidden = missing !== null;
    for (const button of [png, svg, plus]) button.hidden = missing !== null || asTable;
    for (const button of [further, all]) button.hidden = missing !== null || asTable || sight === null;
    csv.hidden = widen.hidden = missing !== null;
    setText(this.toggle, asTable ? t`Chart` : t`Table`);
    setText(widen, wide ? t`Narrow` : t`Widen`);
    this.toggle.setAttribute('aria-label', asTable ? t`${title}: show as chart` : t`${title}: show as table`);
    widen.setAttribute('aria-label', `${title}: ${wide ? t`narrow, back to its column` : t`widen to full width`}`);
    for (const [name, button] of Object.entries({ PNG: png, SVG: svg, CSV: csv })) button.setAttribute('aria-label', t`${title}: copy as ${name}`);
    plus.setAttribute('aria-label', t`${title}: look closer`);
    further.setAttribute('aria-label', t`${title}: look from further away`);
    all.setAttribute('aria-label', t`${title}: show all of it again`);
    for (const button of [png, svg, csv]) button.title = t`Copy as ${button.textContent}`;
    plus.title = t`Look closer (+, or Ctrl and the wheel); drag with Shift to move`;
    // Where one way has nothing to draw another may.
    this.offer(title, choice);
  }

  private offer(title: string, choice: Picture['choice']): void {
    this.choice.hidden = choice === undefined;
    if (choice === undefined) return;
    const offered = JSON.stringify(choice.options);
    if (offered !== this.offered) this.choice.replaceChildren(...choice.options.map(([value, name]) => element('option', { text: name, attributes: { value } })));
    this.offered = offered;
    this.choice.value = choice.value;
    this.choice.setAttribute('aria-label', `${title}: ${choice.name}`);
    this.choice.title = choice.name;
  }

  private async copy(kind: 'png' | 'svg' | 'csv', items: () => Promise<ClipboardItem[]>): Promise<void> {
    const button = this.buttons[kind];
    const name = kind.toUpperCase();
    try {
      await navigator.clipboard.write(await items());
      this.events.say(t`Copied as ${name}.`);
      setText(button, '✓');
    } catch (error) {
      this.events.say(t`Could not be copied: ${error instanceof Error ? error.message : String(error)}`);
      setText(button, '✗');
    }
    setTimeout(() => setText(button, name), 2000);
  }
}

function textItem(text: string): ClipboardItem {
  return new ClipboardItem({ 'text/plain': new Blob([text], { type: 'text/plain' }) });
}

/** As a picture for programs that draw, and as its text for all others. */
function svgItems(svg: string): ClipboardItem[] {
  const text = new Blob([svg], { type: 'text/plain' });
  const type = 'image/svg+xml';
  return [new ClipboardItem(ClipboardItem.supports(type) ? { [type]: new Blob([svg], { type }), 'text/plain': text } : { 'text/plain': text })];
}
