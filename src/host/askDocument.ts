import type { ToView, ToWorker } from '../protocol/messages';
import type { RunDocument } from './runDocument';

/** What the host asks, and the type of each answer. */
interface Answers {
  readonly previewReadings: 'readings';
  readonly readReport: 'report';
  readonly readLines: 'lines';
  readonly readPrompt: 'prompt';
  readonly readSample: 'sample';
  readonly analyse: 'analysis';
  readonly export: 'exported';
  readonly sniff: 'sniffed';
}

type Question = Extract<ToWorker, { type: keyof Answers }>;
type Unnumbered<Q> = Q extends unknown ? Omit<Q, 'request'> : never;
type AnswerTo<T extends keyof Answers> = Extract<ToView, { type: Answers[T] }>;

/**
 * Asks a run's thread on the host's own behalf.
 * @throws Error with the thread's sentence where it cannot answer
 */
export function askDocument<T extends keyof Answers>(document: Pick<RunDocument, 'ask'>, question: Unnumbered<Extract<Question, { type: T }>> & { readonly type: T }): Promise<AnswerTo<T>> {
  return new Promise((resolve, reject) => {
    const post = (message: ToView): void => {
      if (message.type === 'failed') reject(new Error(message.message));
      else if (message.type === 'analysisPart') return; // the answer is to come
      else resolve(message as AnswerTo<T>);
    };
    document.ask({ post }, { ...question, request: 0 } as Question);
  });
}
