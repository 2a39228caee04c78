import type { ChosenFormat, MalformedLine } from './logReader';
import type { SavedNotes } from './notes';
import type { OwnFigure } from './ownFigure';

/** What a reader that has come to the end of its file knows, as plain data. */
export interface SavedReader {
  readonly chosen: ChosenFormat | null;
  readonly found: readonly ChosenFormat[];
  readonly sampleCount: number;
  readonly factCount: number;
  readonly broken: number;
  readonly brokenLines: readonly MalformedLine[];
  readonly sentences: SavedNotes;
  readonly refusal: string | null;
  readonly figures: readonly OwnFigure[];
  readonly hasRecords: boolean;
  readonly lines: number;
  readonly isCutOff: boolean;
  readonly isLines: boolean;
}
