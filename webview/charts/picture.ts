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
  /** Ways to draw it, of which one is chosen. */
  readonly choice?: Choice;
  readonly x: Axis;
  readonly y: Axis;
  /** A unit is as long on the one axis as on the other, both around 0. */
  readonly equal?: boolean;
  readonly clouds: readonly PointCloud[];
  readonly curves: readonly Curve[];
  readonly bars: readonly Bar[];
  readonly marks: readonly Mark[];
  /** What is coloured cell by cell, below all else. */
  readonly field?: Field;
  readonly lines?: readonly Polyline[];
  /** What a legend must say beside the names of clouds and curves. */
  readonly legend?: readonly { readonly name: string; readonly sign: string; readonly tone: Tone }[];
  /** The filter that shows some of its prompts, for a frame that is drawn around them; null where there is none: they are chosen. */
  readonly enclosing: ((prompts: readonly number[]) => string) | null;
  /** Sentences below: unknown prompts counted, values off the scale, the means. */
  readonly notes: readonly string[];
  /** The whole picture in one sentence, for those who do not see it. */
  readonly summary: string;
  readonly twin: Twin;
}

export interface Choice {
  readonly name: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
}

export type ChartId = 'agreement' | 'weights' | 'weightedAgreement' | 'scatter' | 'passAtK' | 'innerProduct' | 'concentration' | 'passRates'
  | 'kernel' | 'plane' | 'cost' | 'categories' | 'lengths'
  | 'series' | 'changeByK' | 'bothCurves' | 'flips' | 'slopes' | 'weightMoves' | 'agreementMoves' | 'buckets' | 'lost' | 'coMovement';
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
  /** From high to low: rows of a matrix, the first on top. */
  readonly reverse?: boolean;
  /** Of a log scale's ticks; 2 from left to right and 10 upwards without it. */
  readonly base?: number;
  /** Names at places, in place of ticks. */
  readonly names?: readonly { readonly at: number; readonly name: string }[];
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
  /** A wider band around the first, drawn by its edges: one that holds at all points at once. */
  readonly outer?: { readonly low: readonly (number | null)[]; readonly high: readonly (number | null)[] };
  /** Tells curves apart without colour: circles without it. */
  readonly shape?: Shape;
  /** The prompt of each point; null: x is k. */
  readonly prompt: readonly (number | null)[] | null;
  readonly describe: (point: number) => readonly string[];
}

/** A bar over one band of the x axis, the first over the first. */
export interface Bar {
  readonly name: string;
  readonly tone: Tone;
  readonly height: number;
  /** 95%; null where unknown, absent where nothing is estimated. */
  readonly ci?: readonly [number, number] | null;
  /** The filter of the table that shows its prompts; '': none, they are chosen. */
  readonly filter: string;
  /** The prompts themselves; absent where it stands for none. */
  readonly prompts?: () => readonly number[];
  readonly lines: readonly string[];
}

/** Numbers over a rectangle of the axes, or classes of places: -1 is bad, +1 good. */
export interface Field {
  readonly columns: number;
  readonly rows: number;
  /** What the axes say at its edges; row 0 begins at the first of y. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** [rows·columns], row by row; NaN is unknown and left empty. */
  readonly values: Float32Array;
  /** Which row, and column, of the values stands at each place; null: as they lie. */
  readonly order: Int32Array | null;
  /** The value, and its negative, that has the full colour; beyond it nothing gets stronger. */
  readonly reach: number;
  readonly describe: (column: number, row: number) => readonly string[];
  /** What a click on a cell opens; null: nothing. */
  readonly pair: ((column: number, row: number) => readonly [number, number]) | null;
  /** Cells below 0 are hatched where they are large enough; without it those of pairs are. */
  readonly hatched?: boolean;
}

/** A line from place to place: of equal value, or of one prompt from before to after. */
export interface Polyline {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly tone: Tone;
  readonly dash: readonly number[];
  readonly width: number;
}

export type Mark =
  /** A horizontal line, right across or from x to x. */
  | { readonly kind: 'level'; readonly y: number; readonly from?: number; readonly to?: number; readonly label: string; readonly tone: Tone; readonly dash: readonly number[] }
  | { readonly kind: 'upright'; readonly x: number; readonly label: string; readonly tone: Tone; readonly dash: readonly number[] }
  | { readonly kind: 'region'; readonly xMin?: number; readonly xMax?: number; readonly yMin?: number; readonly yMax?: number; readonly label: string; readonly tone: Tone }
  /** A distribution over x at the foot. */
  | { readonly kind: 'strip'; readonly x: readonly number[]; readonly shares: readonly number[]; readonly label: string; readonly tone: Tone }
  /** From the origin to (x, y). */
  | { readonly kind: 'arrow'; readonly x: number; readonly y: number; readonly label: string; readonly tone: Tone };

/** The numbers of a chart as a table. */
export interface Twin {
  readonly columns: readonly { readonly title: string; readonly numeric: boolean; readonly width: number }[];
  readonly rows: number;
  readonly cell: (row: number, column: number) => string;
  /** The prompt a row is about. */
  readonly prompt: (row: number) => number | null;
  /** The two it is about. Absent: no row is about two. */
  readonly pair?: (row: number) => readonly [number, number] | null;
}
