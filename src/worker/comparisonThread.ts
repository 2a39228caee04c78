import { unreachable, type CheckpointPaths, type ToView, type ToWorker } from '../protocol/messages';
import { sentence } from './inputError';
import { openComparison } from './openComparison';
import type { OpenOptions } from './openRun';
import { t } from '../texts/t';

/**
 * Reads checkpoints at once, says so in `comparison`, then answers what the view asks of them.
 * @returns what to do with a message
 */
export function comparisonThread(checkpoints: readonly CheckpointPaths[], options: OpenOptions, post: (message: ToView) => void): (message: ToWorker) => Promise<void> {
  const cancelled = new AbortController();
  const opening = openComparison(checkpoints, { ...options, signal: cancelled.signal });
  opening.then(
    ({ snapshot }) => post({ type: 'comparison', comparison: snapshot }),
    (error: unknown) => post({ type: 'failed', request: null, message: cancelled.signal.aborted ? t`Reading was cancelled.` : sentence(error), retry: true }),
  );
  const reply = async (request: number, make: () => Promise<ToView>) => {
    try {
      post(await make());
    } catch (error) {
      post({ type: 'failed', request, message: sentence(error), retry: false });
    }
  };
  return async (message) => {
    switch (message.type) {
      case 'cancel':
        cancelled.abort();
        return;
      case 'readPrompt':
        return reply(message.request, async () => ({ type: 'prompt', request: message.request, detail: await (await opening).detail(message.checkpoint ?? 0, message.prompt) }));
      case 'readSample':
        return reply(message.request, async () => ({ type: 'sample', request: message.request, sample: message.sample, texts: await (await opening).texts(message.checkpoint ?? 0, message.sample) }));
      case 'analyse':
      case 'previewReadings':
      case 'searchText':
      case 'readReport':
      case 'export':
      case 'readLines':
      case 'sniff':
        return reply(message.request, () => Promise.reject(new Error(t`This is a comparison: open one of its runs and ask there.`)));
      // What is over at once cannot be stopped.
      case 'chooseRun':
      case 'stopAnalysis':
      case 'stopSearch':
        return;
      default:
        unreachable(message);
    }
  };
}
