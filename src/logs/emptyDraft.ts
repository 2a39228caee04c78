import type { SampleDraft } from './recordSink';

/** A sample of which nothing is known yet, for a reader to fill in again and again. */
export function emptyDraft(): SampleDraft {
  return {
    promptId: '', run: '', sampleIndex: -1, verdict: 'wrong', score: NaN, promptMark: 0, element: 0, answer: NaN, length: NaN, lengthUnit: 'unknown', category: null, scoreGrad: null,
  };
}
