// The second pass: rows are projected, in single precision, and what their projections add up to is kept in doubles.
import { KEPT_HEAD } from './kept';
import { bytesOfEight, KEPT, lowerFour, upperFour } from './singles';
import { restOfRow, scratch, stride, sums, wholeEights } from './rows';

// A prompt with both verdicts, 64 bytes, as spreadLayout.ts writes it: slots of its sums, class, samples seen; then, in doubles, what S_c
// and S_w count for in its gradient, the sums of squares to come, what a correct and a wrong sample count for in its difference.
const PROMPT_BYTES = 64;
const WRONG_SLOT = 4, CLASS = 8, SEEN = 12, CORRECT_WEIGHT = 16, WRONG_WEIGHT = 24, CORRECT_SQUARES = 32, WRONG_SQUARES = 40, CORRECT_FACTOR = 48, WRONG_FACTOR = 56;
/** Rows at a time. */
const AT_ONCE = 4;

/** Orthonormal directions in single precision, in pairs whose numbers take turns by four, and how many; ∇J1 summed over the prompts, and how many prompts. */
let basis: usize = 0;
let size: i32 = 0;
let gradient: usize = 0;
let prompts: f64 = 0;
/** The prompt of each slot (-1: it takes no part), the prompts, the moments of each class and verdict, the differences (0: none are wanted). */
let promptOf: usize = 0;
let records: usize = 0;
let moments: usize = 0;
let differences: usize = 0;
/** The prompt that the rest of the gradient is of. */
let restOf: i32 = -1;

export function setSpread(basisAt: usize, count: i32, gradientAt: usize, promptCount: i32, promptOfAt: usize, recordsAt: usize, momentsAt: usize, differencesAt: usize): void {
  basis = basisAt;
  size = count;
  gradient = gradientAt;
  prompts = promptCount;
  promptOf = promptOfAt;
  records = recordsAt;
  moments = momentsAt;
  differences = differencesAt;
  restOf = -1;
}

// In the scratch: 64 bytes for the rest of a row; four rows in singles, four numbers of each by turns; the rest of the gradient;
// the projections of each row, with that on the rest behind them; those of one row in doubles.
@inline function rowsAt(): usize {
  return scratch + 64;
}
@inline function restAt(): usize {
  return rowsAt() + AT_ONCE * (stride << 2);
}
@inline function ontoAt(): usize {
  return restAt() + (stride << 2);
}
@inline function paddedSize(): i32 {
  return (size + 3) & ~3;
}
@inline function doublesAt(): usize {
  return ontoAt() + ((AT_ONCE * (paddedSize() + 4)) << 2);
}

function toSingles(from: usize, type: i32, row: i32): void {
  const step = bytesOfEight(type);
  let to = rowsAt() + (row << 4);
  if (type === KEPT) return keptToSingles(from, to);
  const rest = restOfRow(from, type);
  for (const end = to + AT_ONCE * (wholeEights() << 2); to < end; to += 128, from += step) {
    v128.store(to, lowerFour(from, type));
    v128.store(to, upperFour(from, type), 64);
  }
  if (rest === 0) return;
  v128.store(to, lowerFour(rest, type));
  v128.store(to, upperFour(rest, type), 64);
}

function keptToSingles(from: usize, to: usize): void {
  const factor = v128.load32_splat(from);
  from += KEPT_HEAD;
  const rest = restOfRow(from, KEPT);
  for (const end = to + AT_ONCE * (wholeEights() << 2); to < end; to += 128, from += 16) {
    v128.store(to, f32x4.mul(factor, lowerFour(from, KEPT)));
    v128.store(to, f32x4.mul(factor, upperFour(from, KEPT)), 64);
  }
  if (rest === 0) return;
  v128.store(to, f32x4.mul(factor, lowerFour(rest, KEPT)));
  v128.store(to, f32x4.mul(factor, upperFour(rest, KEPT)), 64);
}

/** (G - ĝ(x))/N in singles. */
function turnRest(prompt: i32): void {
  if (prompt === restOf) return;
  restOf = prompt;
  const record = records + prompt * PROMPT_BYTES;
  const right = f64x2.splat(load<f64>(record, CORRECT_WEIGHT)), left = f64x2.splat(load<f64>(record, WRONG_WEIGHT)), all = f64x2.splat(prompts);
  let correct = sums + <usize>load<i32>(record) * (<usize>stride << 3), wrong = sums + <usize>load<i32>(record, WRONG_SLOT) * (<usize>stride << 3);
  let whole = gradient;
  for (let to = restAt(), end = to + (stride << 2); to < end; to += 8) {
    const own = f64x2.sub(f64x2.mul(right, v128.load(correct)), f64x2.mul(left, v128.load(wrong)));
    v128.store64_lane(to, f32x4.demote_f64x2_zero(f64x2.div(f64x2.sub(v128.load(whole), own), all)), 0);
    correct += 16;
    wrong += 16;
    whole += 16;
  }
}

@inline function sum(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

/** Inner products of the four rows with a direction; `out` for the first row, those of the next rows `step` bytes on. */
function projectOnOne(direction: usize, out: usize, step: i32): void {
  let a = f32x4.splat(0), b = a, c = a, d = a;
  let rows = rowsAt();
  for (const end = rows + AT_ONCE * (stride << 2); rows < end; rows += 64, direction += 16) {
    const v = v128.load(direction);
    a = f32x4.add(a, f32x4.mul(v, v128.load(rows)));
    b = f32x4.add(b, f32x4.mul(v, v128.load(rows, 16)));
    c = f32x4.add(c, f32x4.mul(v, v128.load(rows, 32)));
    d = f32x4.add(d, f32x4.mul(v, v128.load(rows, 48)));
  }
  store<f32>(out, sum(a));
  store<f32>(out + step, sum(b));
  store<f32>(out + 2 * step, sum(c));
  store<f32>(out + 3 * step, sum(d));
}

/** Inner products of the four rows with a pair of directions, four numbers of each by turns. */
function projectOnTwo(pair: usize, out: usize, step: i32): void {
  let a0 = f32x4.splat(0), b0 = a0, c0 = a0, d0 = a0, a1 = a0, b1 = a0, c1 = a0, d1 = a0;
  let rows = rowsAt();
  for (const end = rows + AT_ONCE * (stride << 2); rows < end; rows += 64, pair += 32) {
    const v = v128.load(pair), w = v128.load(pair, 16);
    let row = v128.load(rows);
    a0 = f32x4.add(a0, f32x4.mul(row, v));
    a1 = f32x4.add(a1, f32x4.mul(row, w));
    row = v128.load(rows, 16);
    b0 = f32x4.add(b0, f32x4.mul(row, v));
    b1 = f32x4.add(b1, f32x4.mul(row, w));
    row = v128.load(rows, 32);
    c0 = f32x4.add(c0, f32x4.mul(row, v));
    c1 = f32x4.add(c1, f32x4.mul(row, w));
    row = v128.load(rows, 48);
    d0 = f32x4.add(d0, f32x4.mul(row, v));
    d1 = f32x4.add(d1, f32x4.mul(row, w));
  }
  store<f32>(out, sum(a0));
  store<f32>(out, sum(a1), 4);
  store<f32>(out + step, sum(b0));
  store<f32>(out + step, sum(b1), 4);
  store<f32>(out + 2 * step, sum(c0));
  store<f32>(out + 2 * step, sum(c1), 4);
  store<f32>(out + 3 * step, sum(d0));
  store<f32>(out + 3 * step, sum(d1), 4);
}

/** Adds y yᵀ of one row's projections to the moments of its class and verdict. */
function addMoments(onto: usize, group: i32): void {
  const doubles = doublesAt();
  const bytes = paddedSize() << 3;
  for (let at = 0; at < paddedSize(); at += 2) v128.store(doubles + (at << 3), f64x2.promote_low_f32x4(v128.load64_zero(onto + (at << 2))));
  let into = moments + <usize>group * <usize>(size * bytes);
  for (let row = 0; row < size; row++, into += bytes) {
    const factor = v128.load64_splat(doubles + (row << 3));
    for (let at = (row & ~1) << 3; at < bytes; at += 16) v128.store(into + at, f64x2.add(v128.load(into + at), f64x2.mul(factor, v128.load(doubles + at))));
  }
}

function addDifference(row: i32, prompt: i32, factor: f64): void {
  const scale = f64x2.splat(factor);
  let into = differences + <usize>prompt * (<usize>stride << 3);
  for (let at = rowsAt() + (row << 4), end = at + AT_ONCE * (stride << 2); at < end; at += 64, into += 32) {
    v128.store(into, f64x2.add(v128.load(into), f64x2.mul(scale, f64x2.promote_low_f32x4(v128.load64_zero(at)))));
    v128.store(into, f64x2.add(v128.load(into, 16), f64x2.mul(scale, f64x2.promote_low_f32x4(v128.load64_zero(at, 8)))), 16);
  }
}

/** The four rows in the scratch, less where there are none, with the slot of each in a lane. */
function takeRows(slots: v128, rows: i32): void {
  const step = (paddedSize() + 4) << 2;
  const onto = ontoAt();
  for (let direction = 0; direction < size; direction += 2) projectOnTwo(basis + direction * (stride << 2), onto + (direction << 2), step);
  const onRest = onto + (paddedSize() << 2);
  let projected = -1;
  for (let row = 0; row < rows; row++) {
    const slot = row === 0 ? i32x4.extract_lane(slots, 0) : row === 1 ? i32x4.extract_lane(slots, 1) : row === 2 ? i32x4.extract_lane(slots, 2) : i32x4.extract_lane(slots, 3);
    const prompt = load<i32>(promptOf + (<usize>slot << 2));
    if (prompt !== projected) {
      turnRest(prompt);
      projectOnOne(restAt(), onRest, step);
      projected = prompt;
    }
    const rest = <f64>load<f32>(onRest + row * step);
    // A number too large for single precision.
    if (!(abs(rest) < Infinity)) continue;
    const record = records + prompt * PROMPT_BYTES;
    const isWrong = i32(slot !== load<i32>(record));
    const squaresAt = record + CORRECT_SQUARES + (isWrong << 3);
    store<f64>(squaresAt, load<f64>(squaresAt) + rest * rest);
    const seen = load<i32>(record, SEEN);
    store<i32>(record, seen + 1, SEEN);
    addMoments(onto + row * step, 2 * load<i32>(record, CLASS) + isWrong);
    if (differences !== 0) {
      const factor = load<f64>(record + CORRECT_FACTOR + (isWrong << 3));
      addDifference(row, prompt, seen & 1 ? -factor : factor);
    }
  }
}

/** Takes the rows of prompts with both verdicts, as addRows has them. */
export function spreadRows(from: usize, rows: i32, rowBytes: i32, type: i32, slots: usize, lowest: i32, highest: i32): void {
  let taken = 0;
  let those = i32x4.splat(0);
  for (let row = 0; row < rows; row++, from += rowBytes, slots += 4) {
    const slot = load<i32>(slots);
    if (slot < 0 || slot < lowest || slot >= highest || load<i32>(promptOf + (<usize>slot << 2)) < 0) continue;
    toSingles(from, type, taken);
    those = taken === 0 ? i32x4.splat(slot) : taken === 1 ? i32x4.replace_lane(those, 1, slot) : taken === 2 ? i32x4.replace_lane(those, 2, slot) : i32x4.replace_lane(those, 3, slot);
    if (++taken < AT_ONCE) continue;
    takeRows(those, taken);
    taken = 0;
  }
  if (taken > 0) takeRows(those, taken);
}
