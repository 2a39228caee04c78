import type { ProjectedSamples, SpreadPlan } from '../../core/interference/spreadPlan';
import { align, MOST_DIRECTIONS, type RowLayout } from './rowLayout';
import { reachTo, type SharedMemory } from './vectorMemory';

/** Where the second pass has its own things in the memory, behind those of the first. */
export interface SpreadLayout {
  readonly basis: number;
  readonly size: number;
  /** Numbers in a row of moments. */
  readonly momentStride: number;
  readonly gradient: number;
  readonly prompts: number;
  readonly promptOf: number;
  readonly records: number;
  /** Of one piece; the pieces' moments lie one after the other. */
  readonly moments: number;
  readonly momentBytes: number;
  /** 0: none are wanted. */
  readonly differences: number;
}

/** As PROMPT_BYTES in assembly/spread.ts, which says what is in it. */
const RECORD_BYTES = 64;
/** More would not be worth it: samples are then projected one by one. */
const MOST_MOMENT_BYTES = 64 << 20;

/**
 * Writes a plan into the memory.
 * @param from where the memory is free
 * @returns null where there is no room
 */
export function spreadLayout(memory: SharedMemory, rows: RowLayout, from: number, plan: SpreadPlan, pieces: number): SpreadLayout | null {
  const { size, classes, classOf, prompts } = plan;
  const { dimension, stride } = rows;
  const momentStride = (size + 3) & ~3;
  const momentBytes = classes * 2 * size * momentStride * 8;
  if (size > MOST_DIRECTIONS || momentBytes * pieces > MOST_MOMENT_BYTES) return null;
  const basis = align(from);
  const gradient = align(basis + ((size + 1) & ~1) * stride * 4);
  const promptOf = align(gradient + stride * 8);
  const records = align(promptOf + 2 * rows.prompts * 4);
  const moments = align(records + rows.prompts * RECORD_BYTES);
  const differences = align(moments + momentBytes * pieces);
  if (!reachTo(memory, differences + (plan.factors ? rows.prompts * stride * 8 : 0))) return null;
  const { buffer } = memory;
  new Uint8Array(buffer, moments, (plan.factors ? differences + rows.prompts * stride * 8 : differences) - moments).fill(0);
  const pairs = new Float32Array(buffer, basis, ((size + 1) & ~1) * stride);
  for (let at = 0; at < size; at++) {
    const start = (at >> 1) * 2 * stride + (at & 1) * 4;
    for (let j = 0; j < dimension; j++) pairs[start + (j >> 2) * 8 + (j & 3)] = plan.basis[at * dimension + j] as number;
  }
  new Float64Array(buffer, gradient, dimension).set(plan.gradient);
  const promptOfSlot = new Int32Array(buffer, promptOf, 2 * rows.prompts);
  const words = new Int32Array(buffer, records, (rows.prompts * RECORD_BYTES) / 4);
  const doubles = new Float64Array(buffer, records, (rows.prompts * RECORD_BYTES) / 8);
  for (let prompt = 0; prompt < rows.prompts; prompt++) {
    const group = classOf[prompt] as number;
    promptOfSlot.fill(group < 0 ? -1 : prompt, 2 * prompt, 2 * prompt + 2);
    words.set([2 * prompt, 2 * prompt + 1, group, 0], prompt * 16);
    if (group < 0) continue;
    const weights = plan.weights(prompt);
    const factors = plan.factors?.(prompt) ?? { correct: 0, wrong: 0 };
    doubles.set([weights.correct, weights.wrong, 0, 0, factors.correct, factors.wrong], prompt * 8 + 2);
  }
  return { basis, size, momentStride, gradient, prompts, promptOf, records, moments, momentBytes, differences: plan.factors ? differences : 0 };
}

/** What the samples of all pieces came to. */
export function projectedSamples(memory: SharedMemory, rows: RowLayout, spread: SpreadLayout, pieces: number): ProjectedSamples {
  const { buffer } = memory;
  const length = spread.momentBytes / 8;
  const moments = new Float64Array(length);
  for (let piece = 0; piece < pieces; piece++) {
    const own = new Float64Array(buffer, spread.moments + piece * spread.momentBytes, length);
    for (let at = 0; at < length; at++) (moments[at] as number) += own[at] as number;
  }
  const words = new Int32Array(buffer, spread.records, (rows.prompts * RECORD_BYTES) / 4);
  const doubles = new Float64Array(buffer, spread.records, (rows.prompts * RECORD_BYTES) / 8);
  const column = (place: number) => Float64Array.from({ length: rows.prompts }, (_, prompt) => doubles[prompt * 8 + place] as number);
  const difference = (prompt: number) => new Float64Array(buffer, spread.differences + prompt * rows.stride * 8, rows.dimension);
  return {
    count: Array.from({ length: rows.prompts }, (_, prompt) => words[prompt * 16 + 3] as number).reduce((sum, seen) => sum + seen, 0),
    moments, stride: spread.momentStride, squaresCorrect: column(4), squaresWrong: column(5),
    differences: spread.differences === 0 ? [] : Array.from({ length: rows.prompts }, (_, prompt) => difference(prompt)),
  };
}
