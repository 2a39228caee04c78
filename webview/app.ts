import type { Report } from '../src/core/reportShape';
import { unreachable, type FlagEvidence, type ToView, type ViewAct } from '../src/protocol/messages';
import { paneContent } from './detail/paneContent';
import { CompareFrame } from './compare/compareFrame';
import { PaneLoader } from './detail/paneLoader';
import { element, setText } from './element';
import type { HostLink } from './hostLink';
import { holdPlace } from './holdPlace';
import { keepInSight } from './keepInSight';
import { FocusKeeper } from './keys/focusKeeper';
import { KeyList } from './keys/keyList';
import { TypeAhead } from './keys/typeAhead';
import { SearchTimer } from './prompts/searchTimer';
import { ReportPage } from './reportPage';
import { Analysis } from './state/analysis';
import { nextStop } from './state/kStops';
import { nextHit } from './state/nextHit';
import { listedSamples } from './state/listedSamples';
import { wantedPartners } from './state/partners';
import { perform, type Deed, type Step } from './state/perform';
import { receive } from './state/receive';
import { toSave } from './state/savedState';
import { initialState, parametersOf, type ViewState } from './state/viewState';
import { StatusScreen } from './status/statusScreen';
import { takesText } from './toolkit';
import { ReportTools } from './tools/reportTools';
import { t } from '../src/texts/t';

/** Acts after which the user types into the report, or reads it with the keyboard. */
const actsToFocus: ReadonlySet<ViewAct> = new Set<ViewAct>(['filter', 'flag', 'showKeys']);

/** Holds the state, hands it to the parts of the page once a frame, and carries messages and commands. */
export class App {
  private state: ViewState;
  private report: Report | null = null;
  private frame = 0;
  private typedAt = -Infinity;
  private restored = false;
  private opener: HTMLElement | null = null;
  private readonly analysis = new Analysis();
  private readonly keys = new KeyList();
  private readonly status = new StatusScreen({ onRetry: () => this.act({ type: 'retry' }), onCancel: () => this.act({ type: 'cancel' }), onChoose: () => this.act({ type: 'chooseFormat' }) });
  private readonly page = new ReportPage((deed) => this.act(deed), {
    openPrompt: (prompt, byKeyboard) => this.openPrompt(prompt, byKeyboard),
    flagChosen: (flag, note) => this.setFlag(this.state.saved.chosen, flag, note),
    goToHit: (step) => this.goToHit(step),
  });
  private readonly search = new SearchTimer((texts) => this.act({ type: 'search', texts }));
  private readonly typeAhead = new TypeAhead();
  private readonly focus = new FocusKeeper(() => this.link.post({ type: 'wantFocus' }));
  private readonly pane: PaneLoader;
  private readonly tools = new ReportTools({ act: (deed) => this.act(deed), charts: () => this.page.savedCharts() });
  private readonly comparing = new CompareFrame((deed) => this.act(deed));
  private readonly live = element('p', { class: 'unseen', attributes: { 'aria-live': 'polite' } });

  constructor(private readonly root: HTMLElement, private readonly link: HostLink) {
    this.state = initialState(link.saved());
    this.pane = new PaneLoader({
      onClose: () => this.closePrompt(),
      onStep: (step) => this.stepPrompt(step),
      onSample: (sample) => this.act({ type: 'selectSample', sample }),
      onBeside: (beside) => this.act({ type: 'setBeside', beside }),
      onDifferences: (differences) => this.act({ type: 'setDifferences', differences }),
      onRaw: (raw) => this.act({ type: 'prefer', preferences: { raw } }),
      onListing: (listing) => this.act({ type: 'setListing', listing }),
      onFold: (kind, on) => this.act({ type: 'setShown', how: 'unfolded', id: kind, on }),
      onPrompt: (prompt) => this.openPrompt(prompt, false),
      onSecondSample: (sample) => this.act({ type: 'selectInSecond', sample }),
      onCloseSecond: () => this.act({ type: 'closeSecond' }),
      onCopyLink: () => this.onAct('copyLink'),
      onSource: (file, line) => this.act({ type: 'openSource', file, line }),
      onFlag: (flag, note) => this.setFlag(this.state.open === null ? [] : [this.state.open.id], flag, note),
      onHistory: () => {
        if (this.state.open !== null) this.act({ type: 'carryOut', deed: { type: 'showFlagHistory', id: this.state.open.id } });
      },
      onAgain: () => this.readAgain(),
      onScroll: (prompt) => this.act({ type: 'scrolled', scroll: { prompt } }),
    }, { id: this.state.saved.promptId, top: this.state.saved.scroll.prompt });
    this.page.root.hidden = true;
    this.pane.root.hidden = true;
    this.page.insert(this.tools.whatIf, this.tools.flagByRule);
    root.append(this.status.root, element('div', { class: 'columns' }, this.page.root, this.pane.root, this.comparing.root), this.keys.root, this.live);
    document.addEventListener('keydown', (event) => this.onKey(event));
    this.render();
  }

  /** Takes a message of the host. */
  onMessage(message: ToView): void {
    if (message.type === 'act') this.onAct(message.act);
    else this.take(receive(this.state, message));
  }

  /** After a change of theme. */
  repaint(): void {
    this.page.repaint();
    this.comparing.repaint();
  }

  private act(deed: Deed): void {
    this.take(perform(this.state, deed));
  }

  private take(step: Step): void {
    if (step.state.saved !== this.state.saved) this.link.save(toSave(step.state.saved));
    const changed = step.state !== this.state;
    this.state = step.state;
    for (const message of step.send) this.link.post(message);
    if (changed && this.frame === 0) this.frame = requestAnimationFrame(() => this.render());
  }

  private render(): void {
    this.frame = 0;
    const { state } = this;
    this.status.show(state);
    const comparing = this.comparing.show(state);
    this.page.root.hidden = comparing || state.run === null;
    if (comparing) this.split(false, false);
    if (comparing || state.run === null) return;
    const parameters = parametersOf(state.run, state.saved);
    this.report = this.analysis.report(state.run, parameters, state.flags);
    this.split(state.open !== null, state.second !== null);
    this.page.show(state, this.report, this.analysis.stops(state.run));
    this.search.want(this.page.prompts.texts, state.searches);
    this.tools.show({ state, report: this.report, parameters });
    if (state.open !== null) {
      const { prompts } = this.page;
      this.pane.show(paneContent(state, state.open, state.run, this.report, { searched: prompts.texts, place: prompts.placeOf(state.open.prompt) }));
    }
    const partners = wantedPartners(state);
    if (partners !== null) this.act({ type: 'analyse', analysis: partners });
    if (!this.restored) this.restore();
  }

  private split(withPrompt: boolean, withPair: boolean): void {
    const { classList } = this.root;
    if (classList.contains('with-prompt') === withPrompt && classList.contains('with-pair') === withPair) return;
    keepInSight(this.page, this.restored ? this.page.sectionInUse() : null, () => {
      classList.toggle('with-prompt', withPrompt);
      classList.toggle('with-pair', withPair);
      this.pane.root.hidden = !withPrompt;
    });
  }

  /** Once, when the run is there: the places that were scrolled to before the view was hidden. */
  private restore(): void {
    this.restored = true;
    const { page, below, table } = this.state.saved.scroll;
    const { root } = this.page;
    // The table first: it gives the page its height.
    this.page.prompts.scrollTo(table);
    // Within a screen of the end it is the table that is looked at.
    holdPlace(root, () => (below !== null && below < root.clientHeight ? root.scrollHeight - root.clientHeight - below : page));
  }

  /** Keys that everybody tries and that type nothing; all others are commands of the editor. */
  private onKey(event: KeyboardEvent): void {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const typing = takesText(document.activeElement);
    this.typeAhead.onKey(event, typing, performance.now());
    // Any other key after it, and what comes next was not typed.
    this.typedAt = plain && typing && event.key.length === 1 ? performance.now() : -Infinity;
    if (!plain || event.defaultPrevented) return;
    if (event.key === '?' && !typing) this.keys.toggle();
    else if (event.key === 'Escape' && this.state.open !== null && !this.keys.root.open && !typing) this.closePrompt();
    else return;
    event.preventDefault();
  }

  private onAct(act: ViewAct): void {
    // A reader may bind a command to a plain letter, which then also arrives while it is typed into a field.
    if (takesText(document.activeElement) && performance.now() - this.typedAt < 400) return;
    // A command may come before the frame that shows what it is about.
    if (this.frame !== 0) {
      cancelAnimationFrame(this.frame);
      this.render();
    }
    if (this.comparing.onAct(act)) return;
    if (actsToFocus.has(act)) this.focus.afterAct();
    const { open, saved } = this.state;
    switch (act) {
      case 'showKeys':
        return this.keys.toggle();
      case 'closePrompt':
        return this.keys.close() || open === null ? undefined : this.closePrompt();
      case 'filter':
        return this.page.prompts.focusFilter(this.typeAhead.take(performance.now()));
      case 'nextHit':
        return this.goToHit(1);
      case 'previousHit':
        return this.goToHit(-1);
      case 'nextPrompt':
        return this.stepPrompt(1);
      case 'previousPrompt':
        return this.stepPrompt(-1);
      case 'nextSample':
        return this.stepSample(1);
      case 'previousSample':
        return this.stepSample(-1);
      case 'moreK':
      case 'lessK':
        return this.moveK(act === 'moreK' ? 1 : -1);
      case 'flag':
        return this.flag();
      case 'openSource': {
        const line = open?.detail?.samples.find((candidate) => candidate.sample === saved.sample);
        if (line !== undefined) this.act({ type: 'openSource', file: line.file, line: line.line });
        return;
      }
      case 'copyLink': {
        const { run } = this.state;
        if (run !== null) this.act({ type: 'copyLink', k: parametersOf(run, saved).k });
        return;
      }
      case 'flagByRule':
      case 'whatIf':
      case 'copyMarkdown':
      case 'copyLatex':
      case 'saveReport':
        return this.tools.act(act);
      default:
        return unreachable(act);
    }
  }

  private moveK(direction: 1 | -1): void {
    const { run } = this.state;
    if (run === null) return;
    const { k } = parametersOf(run, this.state.saved);
    this.act({ type: 'setK', k: nextStop(this.analysis.stops(run), k, direction) });
    setText(this.live, t`k = ${parametersOf(run, this.state.saved).k}`);
  }

  private openPrompt(prompt: number, byKeyboard: boolean): void {
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && !this.pane.root.contains(focused)) this.opener = focused;
    this.act({ type: 'openPrompt', prompt });
    this.page.prompts.reveal(prompt);
    if (byKeyboard || this.isNarrow()) requestAnimationFrame(() => this.pane.focus());
  }

  private closePrompt(): void {
    this.act({ type: 'closePrompt' });
    const back = this.opener?.isConnected === true ? this.opener : null;
    requestAnimationFrame(() => (back === null ? this.page.prompts.focusTable() : back.focus({ preventScroll: true })));
  }

  private stepPrompt(step: 1 | -1): void {
    const next = this.page.prompts.neighbour(this.state.open?.prompt ?? null, step);
    if (next === null) return;
    this.act({ type: 'openPrompt', prompt: next });
    this.page.prompts.reveal(next);
    setText(this.live, t`Prompt ${this.state.open?.id.slice(0, 80) ?? ''}`);
  }

  private stepSample(step: 1 | -1): void {
    const samples = listedSamples(this.state.open?.detail?.samples ?? [], this.state.saved.listing);
    const at = samples.findIndex((line) => line.sample === this.state.saved.sample);
    const next = samples[at + step];
    if (at >= 0 && next !== undefined) this.act({ type: 'selectSample', sample: next.sample });
  }

  private flag(): void {
    if (this.state.saved.chosen.length > 0) return this.page.prompts.focusChosen();
    if (this.state.open === null) {
      const active = this.page.prompts.activePrompt();
      if (active === null) return;
      this.openPrompt(active, false);
    }
    requestAnimationFrame(() => requestAnimationFrame(() => this.pane.focusFlag(this.typeAhead.take(performance.now()) ?? '')));
  }

  private setFlag(ids: readonly string[], flag: string | null, note: string): void {
    const { run, saved } = this.state;
    if (run === null) return;
    const { k } = parametersOf(run, saved);
    const wanted = new Set(ids);
    const evidence = (this.report?.promptTable ?? []).filter(({ id }) => wanted.has(id)).map(({ id, weight, agreement }): FlagEvidence => ({ id, k, weight, agreement }));
    if (evidence.length > 0) this.act({ type: 'setFlag', evidence, flag, note });
  }

  private goToHit(step: 1 | -1): void {
    const { open, saved, searches } = this.state;
    const hit = nextHit(searches, this.page.prompts.shown, open === null ? null : { prompt: open.prompt, sample: saved.sample }, step);
    if (hit === null) return;
    if (hit.prompt !== open?.prompt) this.act({ type: 'openPrompt', prompt: hit.prompt, ...(hit.sample >= 0 && { sample: hit.sample }) });
    else if (hit.sample >= 0) this.act({ type: 'selectSample', sample: hit.sample });
    this.page.prompts.reveal(hit.prompt);
    setText(this.live, t`Prompt ${this.state.open?.id.slice(0, 80) ?? ''}`);
  }

  private readAgain(): void {
    if (this.state.open !== null) this.act({ type: 'openPrompt', prompt: this.state.open.prompt });
  }

  private isNarrow(): boolean {
    return window.matchMedia('(max-width: 900px)').matches;
  }
}
