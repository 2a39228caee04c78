/** A number that a log, or a summary beside it, says of its own samples. It may be stale: the samples are believed, and a difference is told. */
export interface OwnFigure {
  /** As the log spells it. */
  readonly name: string;
  readonly value: number;
  /** A mean of what: of correct (1) and wrong (0), or of the scores behind them. */
  readonly of: 'verdicts' | 'scores';
  /** In a summary: which log it speaks of, by the format and, where they say it, task, verdict field and filter. Absent: of the log that holds it. */
  readonly log?: { readonly format: string; readonly task?: string; readonly verdict?: string; readonly filter?: string };
}
