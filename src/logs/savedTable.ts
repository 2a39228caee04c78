import type { LengthUnit } from './lengthUnit';
import type { SavedNotes } from './notes';
import type { SavedOtherTexts } from './otherTexts';
import type { SavedEntries } from './promptEntries';
import type { SavedFacts } from './promptFactTable';
import type { SavedColumns } from './sampleColumns';
import type { SavedSums } from './sampleSums';
import type { TextPlace } from './textPlaces';

/** A SampleTable as plain data: numbers, texts, maps and typed arrays. */
export interface SavedTable {
  readonly columns: SavedColumns;
  readonly entries: SavedEntries;
  readonly facts: SavedFacts;
  readonly sentences: SavedNotes;
  readonly otherTexts: SavedOtherTexts;
  readonly textPlaces: ReadonlyMap<string, readonly TextPlace[]>;
  readonly firstSamples: ReadonlyMap<number, number>;
  /** Samples with a score vector, errored, with an answer, with a length. */
  readonly counts: readonly [number, number, number, number];
  readonly unit: LengthUnit | null;
  readonly sums: SavedSums;
}
