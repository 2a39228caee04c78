/**
 * What a chart shows, as plain numbers: made from the report by one pure function a chart, drawn by Plot. Tests read it, the
 * table twin and the screen reader's text come from it.
 */
export interface Picture {
  readonly id: ChartId;
  readonly title: string;
  /** Estimator and gradient source, or what the numbers rest on. */
  readonly basis: string;
  /** What is missing and how to add it, where there is nothing to draw. */
  readonly missing: { readonly what: string; readonly how: string } | null;
  readonly x: Axis;
  readonly y: Axis;
  readonly clouds: readonly PointCloud[];
  readonly curves: readonly Curve[];
  readonly bars: readonly Bar[];
  readonly marks: readonly Mark[];
  /** The filter that shows some of its prompts, for a frame that is drawn around them; null where points are no prompts. */
  readonly enclosing: ((prompts: readonly number[]) => string) | null;
  /** Sentences below: unknown prompts counted, values off the scale, the means. */
  readonly notes: readonly string[];
  /** The whole picture in one sentence, for those who do not see it. */
  readonly summary: string;
  readonly twin: Twin;
}

export type ChartId = 'agreement' | 'weights' | 'weightedAgreement' | 'scatter' | 'passAtK' | 'innerProduct' | 'concentration' | 'passRates';
export type Tone = 'hard' | 'middle' | 'easy' | 'line' | 'bad' | 'good' | 'muted';
export type Shape = 'triangle' | 'rect' | 'circle';

export interface Axis {
  readonly title: string;
  readonly scale: 'linear' | 'log';
  readonly min?: number;
  readonly max?: number;
  /** What the lowest line of the scale stands for, where it is not its number. */
  readonly floor?: string;
  /** Names in place of numbers: at 0.5, 1.5, … */
  readonly bands?: readonly string[];
}

/** Prompts as points. All arrays [points]. */
export interface PointCloud {
  readonly name: string;
  readonly tone: Tone;
  readonly shape: Shape;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Half-widths of the 95% interval of y, NaN where unknown; null: no whiskers. */
  readonly error: Float64Array | null;
  /** In CSS pixels; null: all alike. */
  readonly radius: Float64Array | null;
  /** Row of the report's prompt table. */
  readonly prompt: Int32Array;
  readonly describe: (point: number) => readonly string[];
}

export type Certainty = 'solid' | 'fragile' | 'extrapolated';

/** A line over k, or over ranks. All arrays [points], or empty where there is no band; null is unknown and leaves a gap. */
export interface Curve {
  readonly name: string;
  readonly tone: Tone;
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  readonly certainty: readonly Certainty[];
  /** The prompt of each point; null: x is k. */
  readonly prompt: readonly (number | null)[] | null;
  readonly describe: (point: number) => readonly string[];
}

/** A bar over one band of the x axis, the first over the first. */
export interface Bar {
  readonly name: string;
  readonly tone: Tone;
  readonly height: number;
  /** The filter of the table that shows its prompts. */
  readonly filter: string;
  readonly lines: readonly string[];
}

export type Mark =
  /** A horizontal line, right across or from x to x. */
  | { readonly kind: 'level'; readonly y: number; readonly from?: number; readonly to?: number; readonly label: string; readonly tone: Tone; readonly dash: readonly number[] }
  | { readonly kind: 'upright'; readonly x: number; readonly label: string; readonly tone: Tone; readonly dash: readonly number[] }
  | { readonly kind: 'region'; readonly xMin?: number; readonly xMax?: number; readonly yMin?: number; readonly yMax?: number; readonly label: string; readonly tone: Tone };

/** The numbers of a chart as a table. */
export interface Twin {
  readonly columns: readonly { readonly title: string; readonly numeric: boolean; readonly width: number }[];
  readonly rows: number;
  readonly cell: (row: number, column: number) => string;
  /** The prompt a row is about. */
  readonly prompt: (row: number) => number | null;
}
