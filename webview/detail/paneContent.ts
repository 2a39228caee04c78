import type { Report } from '../../src/core/reportShape';
import type { RunSnapshot } from '../../src/protocol/messages';
import { cosineOf } from '../state/cosineOf';
import { partnersOf } from '../state/partners';
import { parametersOf, type OpenPrompt, type ViewState } from '../state/viewState';
import type { PaneContent } from './promptPane';

/** What the pane shows of the view's state, and of the table beside it. */
export function paneContent(state: ViewState, open: OpenPrompt, run: RunSnapshot, report: Report, table: Pick<PaneContent, 'searched' | 'place'>): PaneContent {
  const { saved, preferences, flags, flagRequest, second } = state;
  return {
    ...table,
    open,
    row: report.promptTable[open.prompt]!,
    columns: run.columns,
    k: parametersOf(run, saved).k,
    sample: saved.sample,
    beside: saved.beside,
    differences: saved.differences,
    listing: saved.listing,
    unfolded: saved.unfolded,
    raw: preferences.raw,
    partners: partnersOf(state),
    second: second === null ? null : { prompt: second, row: report.promptTable[second.prompt]!, cosine: cosineOf(state.answers, open.prompt, second.prompt) },
    flag: flags.find((flag) => flag.prompt_id === open.id) ?? null,
    // One of many prompts at once is told where they were chosen.
    flagRequest: flagRequest?.ids.length === 1 && flagRequest.ids[0] === open.id ? flagRequest : null,
  };
}
