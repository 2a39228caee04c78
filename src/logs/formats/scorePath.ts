/** A verdict field with what it is held against: a threshold, "reward >= 0.8", or another field, "judgement == expected_judgement". */
export interface ScorePath {
  readonly path: string;
  /** null: the field says nothing, the default holds. */
  readonly threshold: number | null;
  /** The sample is correct where this field says the same; null: there is none. */
  readonly expected: string | null;
}

export function scorePath(field: string): ScorePath {
  const compared = /^(.+?)\s*==\s*(.+)$/.exec(field);
  if (compared !== null) return { path: compared[1] as string, threshold: null, expected: compared[2] as string };
  const match = /^(.*?)\s*>=\s*([-+]?[\d.]+(?:e[-+]?\d+)?)$/i.exec(field);
  const threshold = Number(match?.[2]);
  return match === null || Number.isNaN(threshold) ? { path: field, threshold: null, expected: null } : { path: match[1] as string, threshold, expected: null };
}
