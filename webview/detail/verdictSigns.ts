import type { SampleVerdict } from '../../src/logs/recordSink';

/** A shape for each verdict, so that colour is not needed to tell them apart. */
export const verdictSigns: Readonly<Record<SampleVerdict, string>> = { correct: '✓', wrong: '✗', errored: '!' };
