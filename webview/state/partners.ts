import type { Analysis } from '../../src/protocol/analysis';
import type { Answer } from './answers';
import type { ViewState } from './viewState';

/** How many of each sign. */
const COUNT = 5;

/** The question for the prompts that interfere with the open one; null where none is open and read, or the log has no vectors. */
export function wantedPartners({ open, run }: ViewState): Analysis | null {
  const gradients = run?.columns.gradients ?? null;
  if (open === null || open.detail === null || gradients === null || gradients.source === 'agreement') return null;
  return { kind: 'partners', prompt: open.prompt, count: COUNT };
}

/** What is known of its answer; null where it cannot be asked. */
export function partnersOf(state: ViewState): Answer | null {
  return wantedPartners(state) === null ? null : (state.answers.get('partners') ?? { asked: null, known: null, failure: null });
}
