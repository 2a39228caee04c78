/** A verdict field with its threshold: "reward >= 0.8". */
export interface ScorePath {
  readonly path: string;
  /** null: the field says nothing, the default holds. */
  readonly threshold: number | null;
}

export function scorePath(field: string): ScorePath {
  const match = /^(.*?)\s*>=\s*([-+]?[\d.]+(?:e[-+]?\d+)?)$/i.exec(field);
  const threshold = Number(match?.[2]);
  return match === null || Number.isNaN(threshold) ? { path: field, threshold: null } : { path: match[1] as string, threshold };
}
