import { diffLines, diffWordsWithSpace, type Change } from 'diff';

/** A stretch of one text; `only`: the other does not have it there. */
export interface Piece {
  readonly text: string;
  readonly only: boolean;
}

export interface Differences {
  readonly by: 'words' | 'lines';
  readonly left: readonly Piece[];
  readonly right: readonly Piece[];
}

/**
 * What two texts have each alone: by words or, where that takes too long, by lines.
 * @returns null where even lines take too long
 */
export function wordDifferences(left: string, right: string, timeoutMs = 500): Differences | null {
  const words = diffWordsWithSpace(left, right, { timeout: timeoutMs });
  if (words !== undefined) return { by: 'words', ...sides(words) };
  const lines = diffLines(left, right, { timeout: timeoutMs });
  return lines === undefined ? null : { by: 'lines', ...sides(lines) };
}

function sides(changes: readonly Change[]): Pick<Differences, 'left' | 'right'> {
  return {
    left: changes.filter(({ added }) => !added).map(({ value, removed }) => ({ text: value, only: removed })),
    right: changes.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, only: added })),
  };
}
