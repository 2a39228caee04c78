import type { FromView, ToView } from '../protocol/messages';
import type { RunDocument } from './runDocument';

type Question = Extract<FromView, { type: 'previewReadings' }>;

/**
 * Asks a run's thread on the host's own behalf.
 * @throws Error with the thread's sentence where it cannot answer
 */
export function askDocument(document: RunDocument, question: Omit<Question, 'request'>): Promise<Extract<ToView, { type: 'readings' }>> {
  return new Promise((resolve, reject) => {
    const post = (message: ToView) => {
      if (message.type === 'readings') resolve(message);
      else if (message.type === 'failed') reject(new Error(message.message));
    };
    document.ask({ post }, { ...question, request: 0 });
  });
}
